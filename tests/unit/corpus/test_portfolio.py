from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from dfjlint.corpus import heat, portfolio
from dfjlint.corpus.cases import gap_table
from dfjlint.corpus.documents import Document
from dfjlint.corpus.portfolio import portfolio_of
from dfjlint.corpus.query import open_corpus
from dfjlint.errors import UsageError
from dfjlint.reporters.portfolio import Counts, Portfolio
from tests.unit.corpus.small_run import small_run, verdicts, write_run


@pytest.fixture
def small(tmp_path: Path) -> Portfolio:
    small_run(tmp_path)
    return portfolio_of(open_corpus(str(tmp_path)), 10)


def test_documents_are_judged_failed_or_waiting_and_those_that_left_are_not_counted(small: Portfolio) -> None:
    assert (small.documents, small.judged, small.failed, small.waiting) == (5, 3, 1, 1)
    assert [(entry.name, entry.kind) for entry in small.failures] == [("failed.docx", "died")]
    assert small.counts == Counts(covered=3, partial=1, missing=3, contradicted=1, not_applicable=1)
    assert (small.counts.total, small.counts.percent) == (8, 37)


def test_every_obligation_is_counted_over_the_plans_it_applies_to(small: Portfolio) -> None:
    assert [(line.id, line.counts) for line in small.obligations] == [
        ("A-1", Counts(covered=3)),
        ("A-2", Counts(partial=1, missing=2)),
        ("B-1", Counts(missing=1, contradicted=1, not_applicable=1)),
    ]
    assert [line.id for line in small.uncovered] == ["A-2", "B-1"]


def test_plans_stand_lowest_share_first(small: Portfolio) -> None:
    found = [(plan.name, plan.issuer, plan.year, plan.counts.percent) for plan in small.plans]
    assert found == [
        ("one.docx", "甲市人民政府", "2024", 33),
        ("two.docx", "甲市人民政府", "2026", 33),
        ("three.docx", "read from the plan", "", 50),
    ]
    assert small.spread == (0, 0, 0, 2, 0, 1, 0, 0, 0, 0)


def test_plans_are_summed_up_by_issuer_and_year(small: Portfolio) -> None:
    assert [(group.name, group.plans) for group in small.issuers] == [("甲市人民政府", 2), ("read from the plan", 1)]
    assert [(group.name, group.plans) for group in small.years] == [("2026", 1), ("2024", 1), ("", 1)]


def test_the_year_of_the_title_is_taken_where_the_manifest_has_none(tmp_path: Path) -> None:
    plan = Document("a.docx", "/a.docx")
    write_run(tmp_path, [plan], {"a": verdicts(plan, "covered", "covered", "covered")})
    assert portfolio_of(open_corpus(str(tmp_path)), 1).plans[0].year == "2025"


def test_a_row_of_the_map_is_a_plan_where_they_fit(small: Portfolio) -> None:
    assert (small.heat_by, small.heat_left) == ("plan", 0)
    assert (small.heat[0].name, small.heat[0].single) == ("<b>甲</b>市方案", True)
    assert small.heat[2].cells == (Counts(covered=1), Counts(missing=1), Counts(not_applicable=1))


def test_gaps_are_shown_worst_first_with_reason_and_words(small: Portfolio) -> None:
    contradicted, missing = small.obligations[2].gaps
    assert (contradicted.plan, contradicted.coverage) == ("two.docx", "contradicted")
    assert (missing.plan, missing.coverage) == ("one.docx", "missing")
    assert [code for code, _ in missing.reasons] == ["G01"]
    assert [(words.quote, words.locator) for words in missing.words] == [("最近的话", "三、（二）")]


def test_what_does_not_fit_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portfolio, "PLANS", 2)
    monkeypatch.setattr(portfolio, "GROUPS", 1)
    monkeypatch.setattr(heat, "ROWS", 1)
    small_run(tmp_path)
    found = portfolio_of(open_corpus(str(tmp_path)), 1)
    assert ([plan.name for plan in found.plans], found.plans_left) == (["one.docx", "three.docx"], 1)
    assert (len(found.issuers), found.issuers_left) == (1, 1)
    assert (found.heat_by, [(row.name, row.plans) for row in found.heat]) == ("issuer", [("甲市人民政府", 2)])
    assert found.heat_left == 1
    assert [(len(line.gaps), line.more) for line in found.obligations] == [(0, 0), (1, 2), (1, 1)]


def test_all_gaps_go_into_a_table_that_no_spreadsheet_runs(tmp_path: Path) -> None:
    small_run(tmp_path)
    text = b"".join(gap_table(open_corpus(str(tmp_path)), "en")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["document"], row["obligation"], row["coverage"]) for row in rows] == [
        ("one.docx", "A-2", "missing"),
        ("one.docx", "B-1", "missing"),
        ("two.docx", "A-2", "partial"),
        ("two.docx", "B-1", "contradicted"),
        ("three.docx", "A-2", "missing"),
    ]
    assert rows[4]["title"] == "'=cmd()"
    assert (rows[0]["cite"], rows[0]["unanswered"], rows[0]["words"]) == ("一", "要素 (missing)", "最近的话")


def test_a_run_without_results_has_an_empty_portfolio(tmp_path: Path) -> None:
    write_run(tmp_path, [Document("a.docx", "/a.docx")], {})
    found = portfolio_of(open_corpus(str(tmp_path)), 1)
    assert (found.documents, found.judged, found.waiting, found.counts) == (1, 0, 1, Counts())
    assert list(gap_table(open_corpus(str(tmp_path)), "en"))[1:] == []


def test_a_damaged_shard_is_none(tmp_path: Path) -> None:
    small_run(tmp_path)
    path = tmp_path / "shards" / "x" / "b.parquet"
    path.write_bytes(path.read_bytes()[:100])
    found = portfolio_of(open_corpus(str(tmp_path)), 1)
    assert (found.judged, found.waiting) == (2, 2)


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no run in this folder"):
        open_corpus(str(tmp_path))
    (tmp_path / "run.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="the account of the run is damaged"):
        open_corpus(str(tmp_path))


def test_a_folder_with_a_quotation_mark_is_a_folder(tmp_path: Path) -> None:
    small_run(tmp_path / "it's")
    assert portfolio_of(open_corpus(str(tmp_path / "it's")), 1).judged == 3
