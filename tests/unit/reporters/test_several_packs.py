"""One plan against two decisions: every reporter tells them apart."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from xml.etree import ElementTree

from lxml import html as lxml_html
from openpyxl import load_workbook

from dfjlint.model.report import Report
from dfjlint.reporters import reporter
from dfjlint.reporters.comparison import compare
from dfjlint.reporters.read_json import read_json
from tests.unit.reporters import factory, variants

OTHER = replace(factory.PACK, id="other-pack", sha256="f" * 64, instrument="云江省關於公共數據的決定", headings=())


def twofold() -> Report:
    """The small plan against its decision and another one, and a file that could not be read."""
    second = tuple(replace(result, id=f"OTH-{number}") for number, result in enumerate(variants.lined().obligations, 1))
    other = replace(variants.lined(), pack="other-pack", obligations=second)
    return replace(factory.report(factory.unreadable(), variants.lined(), other), packs=(factory.PACK, OTHER))


def text(name: str) -> str:
    return reporter(name)(twofold(), "en").decode()


def test_the_report_in_parts_by_pack() -> None:
    first, second = twofold().by_pack()
    assert [document.path for document in first.documents] == ["plans/locked.docx", "plans/云江 2027.txt"]
    assert ([pack.id for pack in second.packs], len(second.documents)) == (["other-pack"], 1)


def test_the_console_names_the_decision_of_each() -> None:
    lines = text("console").splitlines()
    assert [line for line in lines if line.endswith("2027.1.0)")] == [
        "云江省關於數字云江的決定 (test-pack 2027.1.0)",
        "云江省關於公共數據的決定 (other-pack 2027.1.0)",
    ]


def test_the_page_names_both_decisions_and_no_id_twice() -> None:
    root = lxml_html.document_fromstring(text("html"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert root.xpath("//h1")[0].text_content() == "2 documents"
    assert [line.text_content().split("《")[1] for line in root.xpath('//*[@class="document"]/*[@class="basis"]')] == [
        "云江省關於數字云江的決定》",
        "云江省關於公共數據的決定》",
    ]


def test_sarif_has_a_run_for_each_pack() -> None:
    runs = json.loads(text("sarif-all"))["runs"]
    assert [run["automationDetails"]["id"] for run in runs] == ["dfjlint/test-pack/", "dfjlint/other-pack/"]
    assert [run["invocations"][0]["executionSuccessful"] for run in runs] == [False, True]
    assert {result["ruleId"][:3] for result in runs[1]["results"]} == {"OTH"}


def test_junit_has_a_suite_for_each_plan_and_pack() -> None:
    suites = ElementTree.fromstring(text("junit")).findall("testsuite")
    assert [suite.get("name") for suite in suites] == [
        "plans/locked.docx (test-pack)",
        "plans/云江 2027.txt (test-pack)",
        "plans/云江 2027.txt (other-pack)",
    ]


def test_gitlab_fingerprints_stay_unique() -> None:
    prints = [entry["fingerprint"] for entry in json.loads(text("gitlab"))]
    assert len(prints) == len(set(prints))


def test_counts_on_github_name_the_pack() -> None:
    titles = [line.split("title=")[1].split("::")[0] for line in text("github").splitlines() if "title=dfjlint" in line]
    assert [title.rpartition(" ")[2] for title in titles] == ["(test-pack)", "(other-pack)"]


def test_the_workbook_has_a_column_for_the_decision() -> None:
    book = load_workbook(io.BytesIO(reporter("xlsx")(twofold(), "zh-Hant")))
    for sheet in book.worksheets[:2]:
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0][-2:] == ("文件", "決定")
        assert {row[-1] for row in rows[1:]} - {None} == {"云江省關於數字云江的決定", "云江省關於公共數據的決定"}


def test_a_saved_report_keeps_them_apart() -> None:
    saved = read_json(reporter("json")(twofold(), "en"), "saved.json")
    assert saved.report == twofold()


def test_drafts_are_compared_pack_by_pack() -> None:
    comparison = compare(twofold(), twofold())
    assert [(document.pack, document.lost) for document in comparison.documents] == [
        ("test-pack", ()),
        ("other-pack", ()),
    ]
    assert (comparison.only_old, comparison.unread) == ((), ("plans/locked.docx",) * 2)
