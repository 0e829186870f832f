from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import html as lxml_html

from dfjlint.engine.index import ConceptIndex
from dfjlint.messages import LANGUAGES
from dfjlint.messages.catalogue import catalogue
from dfjlint.model.report import Disposition, Finding, Message, Severity
from dfjlint.reporters import reporter
from dfjlint.reporters.html import render_html
from tests.conftest import PLAN_2019, ROOT
from tests.unit.reporters import factory, variants

TEMPLATES = ROOT / "dfjlint" / "reporters" / "html_report" / "templates"


@cache
def page(lang: str = "zh-Hans") -> lxml_html.HtmlElement:
    return parsed(render_html(factory.report(), lang))


def parsed(data: bytes) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(data.decode())


def text(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cells(row: lxml_html.HtmlElement) -> list[str]:
    return [text(cell) for cell in row]


def one(root: lxml_html.HtmlElement, path: str) -> lxml_html.HtmlElement:
    found = root.xpath(path)
    assert len(found) == 1, (path, len(found))
    return found[0]


def card(id: str) -> lxml_html.HtmlElement:
    return one(page(), f'//article[@id="{id}"]')


def test_it_is_registered() -> None:
    assert reporter("html") is render_html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rendered_twice_it_is_the_same(lang: str) -> None:
    assert render_html(factory.report(), lang) == render_html(factory.report(), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_shows_the_language_asked_for(lang: str) -> None:
    assert page(lang).get("lang") == lang
    assert text(one(page(lang), '//*[@id="conclusion"]/h3')) == catalogue()["html-conclusion"][lang]


def test_it_holds_every_text_in_every_language() -> None:
    table = json.loads(one(page(), '//script[@id="texts"]').text)
    assert list(table) == list(LANGUAGES)
    assert len({len(texts) for texts in table.values()}) == 1
    for element in page().xpath("//*[@data-t]"):
        assert element.text_content() == table["zh-Hans"][int(element.get("data-t"))]


def test_nothing_is_fetched() -> None:
    source = render_html(factory.report(), "en").decode()
    assert re.findall(r"https?:|@import|\bsrc=|<link", source) == []
    assert set(re.findall(r"url\(.", source)) == {"url(#"}


def test_only_its_own_style_and_script_may_run() -> None:
    policy = one(page(), '//meta[@http-equiv="Content-Security-Policy"]').get("content")
    style = one(page(), "//style").text
    script = one(page(), "//script[not(@type)]").text
    assert policy == (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page().xpath("//*[@style] | //*[@*[starts-with(name(), 'on')]]") == []


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def test_every_link_inside_the_page_arrives_and_ids_are_unique() -> None:
    root = parsed(render_html(factory.report(factory.document(), factory.unreadable(), factory.document()), "en"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in root.xpath("//a/@href")} - set(ids) == set()


def test_obligations_of_later_documents_have_a_prefix() -> None:
    root = parsed(render_html(factory.report(factory.document(), factory.document()), "en"))
    ids = [article.get("id") for article in root.xpath("//article")]
    assert ids[0] == "TST-1.1"
    assert ids[len(ids) // 2] == "d2-TST-1.1"


def test_evidence_leads_to_the_words_of_the_plan_and_back() -> None:
    link = card("TST-1.1").xpath('.//a[@class="to"]')[0]
    target = one(page(), f'//mark[@id="{link.get("href")[1:]}"]')
    assert target.text_content() == "2027年底前新建五千座基站"
    assert one(target, "a").get("href") == "#TST-1.1"


def test_matched_words_are_marked() -> None:
    quote = card("TST-1.1").xpath(".//*[@class='answer']//blockquote")[0]
    assert [mark.text for mark in quote.iter("mark")] == ["新建", "基站"]


def test_the_provision_shows_which_of_its_words_are_answered() -> None:
    quote = one(card("TST-2.1.1"), ".//*[@class='asked']/blockquote")
    assert [(mark.get("class"), mark.text) for mark in quote.iter("mark")] == [
        ("met", "政務專網"),
        ("unmet", "應急專網"),
        ("unmet", "運維經費"),
    ]


def test_a_missing_element_is_named() -> None:
    states = [text(line) for line in card("TST-2.1.1").xpath('.//*[@class="element"]')]
    assert states == ["已部署 政務專網 仅此一处，宜核对", "仅提及 應急專網", "未涉及 運維經費"]


def test_an_answer_that_stands_in_one_place_only_says_so() -> None:
    states = [text(line) for line in card("TST-1.1").xpath('.//*[@class="element"]')]
    assert states == ["已部署 加密基站 仅此一处，宜核对", "已部署 行政村網絡覆蓋"]


def test_gaps_have_code_name_and_sentence() -> None:
    gaps = [text(line) for line in card("TST-2.1.1").xpath('.//*[@class="gaps"]/li')]
    assert gaps == [
        "G09 仅作引用 仅引用其他文件，未写明任务：應急專網。",
        "G02 要素缺失 未作部署：運維經費。",
    ]


def test_the_nearest_text_says_why_it_falls_short() -> None:
    assert text(card("TST-2.1.2").xpath('.//*[@class="why"]')[0]) == "与“數據要素市場”有相同字词，但说的是另一事项。"


def test_an_element_that_is_only_mentioned_says_why_once() -> None:
    assert [text(line) for line in card("TST-2.1.1").xpath('.//*[@class="why"]')] == [
        "仅提及或涉及相关内容，未对该项要求作出部署。"
    ]


def test_a_gap_shows_words_that_no_element_shows() -> None:
    quotes = card("TST-2.2.2").xpath('.//*[@class="gaps"]//blockquote')
    assert [text(quote) for quote in quotes] == ["优化办事流程"]


def test_a_suggestion_is_marked_as_one() -> None:
    suggestion = one(card("TST-2.1.2"), './/*[@class="suggestion"]')
    assert text(suggestion).startswith("建议表述（供修改）")
    assert "應當設立數據要素市場。" in text(suggestion)


def test_a_line_end_inside_a_paragraph_is_not_shown() -> None:
    paragraph = one(page(), '//*[@id="m0"]/p[1]')
    assert paragraph.text_content().startswith("（一）加密山区基站。2027年底前新建五千座基站，覆盖所有行政村。")


def test_a_passage_says_what_it_answers() -> None:
    assert text(one(page(), '//*[@id="m1"]/*[@class="answers"]')) == "回应要求： TST-1.1 TST-2.1.1"
    assert text(one(page(), '//*[@id="m3"]/*[@class="answers"]')) == "未回应决定要求。"


def test_the_matrix_leads_to_obligations_and_measures() -> None:
    row = one(page(), '//*[@id="matrix"]//tbody/tr[2]')
    assert cells(row) == ["二(一)", "0/2", "", "1", "", ""]
    assert one(row, "td/a").get("href") == "#TST-2.1.1"
    assert page().xpath('//*[@id="matrix"]//thead//a/@href') == ["#m0", "#m1", "#m2", "#m3"]


def test_the_view_by_body_uses_the_full_name() -> None:
    heads = [text(line) for line in page().xpath('//*[@id="units"]/details/summary')]
    assert heads == [
        "省数据局 任务 2 项，涉及要求 2 项",
        "省通信局 任务 1 项，涉及要求 1 项",
        "未写明责任单位 任务 2 项，涉及要求 2 项",
    ]


def test_what_does_not_apply_is_listed_with_its_reason() -> None:
    row = one(page(), '//*[@id="not-applicable"]//tbody/tr')
    assert cells(row) == [
        "TST-3.2",
        "三",
        "法院公開裁判文書",
        "条款责任主体为司法机关，发文机关属省级人民政府，不适用。",
    ]


def test_what_is_answered_by_reference_is_listed() -> None:
    entry = one(page(), '//*[@id="by-reference"]//*[@class="entry"]')
    assert "按照《应急专网建设方案》推进" in text(entry)


def test_measures_beyond_the_decision_are_listed() -> None:
    assert cells(one(page(), '//*[@id="beyond"]//tbody/tr')) == ["二、（四） 办好龙舟邀请赛", "", "—"]


def test_a_measure_that_only_mentions_is_beyond_the_decision() -> None:
    plan = factory.document()
    mentions = [
        replace(result, elements=result.elements[1:]) for result in plan.obligations if result.id == "TST-2.1.1"
    ]
    rows = parsed(render_html(factory.report(replace(plan, obligations=tuple(mentions))), "zh-Hans"))
    assert [cells(row)[2] for row in rows.xpath('//*[@id="beyond"]//tbody/tr')] == ["—", "TST-2.1.1", "—", "—"]


def test_places_that_are_not_quoted_are_linked() -> None:
    assert text(one(card("TST-1.1"), './/*[@class="where also"]')) == "另见：一、（二）"
    target = one(card("TST-1.1"), './/*[@class="where also"]/a').get("href").removeprefix("#")
    assert text(one(page(), f'//*[@id="{target}"]')) == "组建专网"


def test_waived_gaps_are_listed_only_where_there_are_some() -> None:
    row = one(page(), '//*[@id="waived"]//tbody/tr')
    assert cells(row) == ["TST-2.2.2", "二(二)", "推行網上年檢", "已覆盖", "已豁免", "—"]
    plan = factory.document()
    every = tuple(replace(result, disposition=Disposition.OPEN) for result in plan.obligations)
    bare = parsed(render_html(factory.report(replace(plan, obligations=every)), "en"))
    assert bare.xpath('//*[@id="waived"]') == []


def test_a_waived_gap_says_by_whom_why_and_how_long() -> None:
    values = (("expires", "2027-12-31"), ("approved", "办公室主任"), ("basis", "函3号"), ("reason", "另案办理"))
    plan = variants.with_result(
        factory.document(),
        "TST-2.1.2",
        disposition=Disposition.WAIVED,
        disposition_reason=Message("waived-file", values),
    )
    shown = parsed(render_html(factory.report(plan), "zh-Hans"))
    reason = "经办公室主任批准豁免至2027-12-31，依据函3号：另案办理"
    assert cells(shown.xpath('//*[@id="waived"]//tbody/tr')[0])[4:] == ["已豁免", reason]
    assert reason in text(one(shown, '//article[@id="TST-2.1.2"]'))


def test_page_furniture_is_listed_as_not_checked() -> None:
    assert text(one(page(), '//*[@id="unread"]/ul/li')) == "页面信息第1段 打印本页 关闭窗口"


def test_versions_and_hashes_are_shown() -> None:
    versions = text(one(page(), '//*[@id="versions"]'))
    for part in ("dfjlint 9.9.9", "test-pack 2027.1.0", "a" * 64, "c" * 64, "plans/云江 2027.txt"):
        assert part in versions


def test_a_file_that_was_not_read_gets_no_verdict() -> None:
    root = parsed(render_html(factory.report(factory.unreadable()), "en"))
    assert root.xpath("//article") == []
    reason = "The file could not be read: the file is encrypted — save it without a password."
    assert reason in text(one(root, '//*[@id="conclusion"]'))


def test_several_documents_begin_with_an_overview() -> None:
    root = parsed(render_html(factory.report(factory.document(), factory.unreadable()), "en"))
    rows = [cells(row) for row in root.xpath('//*[@id="documents"]//tbody/tr')]
    reason = "The file could not be read: the file is encrypted — save it without a password."
    assert rows == [
        ["云江省2027年数字云江工作要点plans/云江 2027.txt", "云江省人民政府", "6", "2", "1", "1", "1", "1", ""],
        ["plans/locked.docx", reason],
    ]


def test_findings_beside_the_plans_are_shown() -> None:
    values = (("rule", "TST-1.1"), ("document", "gone.md"))
    finding = Finding("DFJ009", Severity.ERROR, Message("baseline-stale", values))
    shown = parsed(render_html(replace(factory.report(), findings=(finding,)), "en"))
    assert text(one(shown, '//*[@id="beside"]//li')).startswith("DFJ009 Error")
    assert page().xpath('//*[@id="beside"]') == []


def test_a_report_without_documents_is_still_a_page() -> None:
    empty = replace(factory.report(), documents=())
    assert parsed(render_html(empty, "en")).xpath("//article") == []


def test_hostile_text_stays_text() -> None:
    root = parsed(render_html(factory.hostile_report(), "en"))
    assert [script.get("id") for script in root.iter("script")] == ["texts", "pairs", None]
    assert root.xpath("//img | //*[@onerror]") == []
    shown = one(root, '//*[@id="m0"]/p[1]').text_content()
    assert shown == "（一）" + factory.HOSTILE[:-7] + "⟦U+202E⟧⟦U+2066⟧⟦U+0007⟧⟦U+D800⟧]]>"


def test_every_text_of_the_page_is_used() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    made = re.compile(r"html-(code|about)-G\d\d|html-(role|severity)-[a-z]+")
    keys = {key for key in catalogue() if key.startswith("html-") and not made.fullmatch(key)}
    assert keys - set(re.findall(r'"(html-[a-z-]+)"', templates)) == set()


def test_the_plan_of_2019_stays_under_a_megabyte(index: ConceptIndex) -> None:
    from dfjlint.api import check_bytes, report_of

    name = Path(PLAN_2019).name
    data = render_html(report_of(index.pack, [check_bytes(PLAN_2019.read_bytes(), name, index)]), "zh-Hans")
    assert len(data) < 1_000_000
    ids = re.findall(r'<article class="[^"]+" id="([^"]+)"', data.decode())
    assert ids == [obligation.id for obligation in index.pack.obligations]


def test_what_a_plan_says_of_itself_is_shown() -> None:
    root = page("zh-Hans")
    facts = [text(entry) for entry in root.xpath('//dl[@class="facts"]/div')]
    assert "发文字号云政办〔2027〕3号" in facts
    assert "成文日期2027年3月5日" in facts
    assert "文稿状态征求意见稿" in facts
    assert text(one(root, '//details[@class="cited"]/summary')) == "引用文件1件"
    assert text(one(root, '//details[@class="cited"]//li')) == "《应急专网建设方案》 一、（二）"
