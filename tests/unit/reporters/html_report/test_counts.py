"""Bars, conclusion and matrix count the same obligations."""

from __future__ import annotations

from dfjlint.model.report import DocumentReport
from dfjlint.reporters.html_report import matrix
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.bars import Segment, tally
from dfjlint.reporters.html_report.cards import Card, CardMaker, chapter_of
from dfjlint.reporters.html_report.conclusion import CodeCount, conclude
from dfjlint.reporters.html_report.matrix import Cell, matrix_of, provisions_of
from dfjlint.reporters.html_report.measures import Measures, measures_of
from dfjlint.reporters.html_report.plan_text import PlanText
from tests.unit.reporters.factory import PACK, document

ANCHORS = Anchors.of_document(1)


def _cards(plan: DocumentReport) -> tuple[tuple[Card, ...], Measures]:
    measures = measures_of(plan, ANCHORS)
    maker = CardMaker(ANCHORS, measures, PlanText(plan.passages, plan.obligations), plan.characters)
    return tuple(map(maker.card, plan.obligations)), measures


CARDS, MEASURES = _cards(document())


def test_a_tally_agrees_with_the_summary_of_the_report() -> None:
    summary = document().summary
    found = tally(document().obligations)
    assert (found.total, found.not_applicable) == (summary.applicable, summary.not_applicable)
    assert dict(found.counts) == {
        "covered": summary.covered,
        "partial": summary.partial,
        "missing": summary.missing,
        "contradicted": summary.contradicted,
        "undetermined": summary.undetermined,
    }


def test_a_bar_is_filled_to_its_end() -> None:
    segments = tally(document().obligations).segments
    assert segments[0] == Segment("covered", 2, 0, 333)
    assert sum(segment.width for segment in segments) == 1000


def test_a_hundred_percent_means_all() -> None:
    assert tally(document().obligations).percent == 33
    assert tally(()).percent == 0


def test_the_worst_comes_first() -> None:
    assert [card.result.id for card in conclude(CARDS, PACK).first] == [
        "TST-2.2.1",
        "TST-2.1.2",
        "TST-2.1.1",
        "TST-3.1",
    ]


def test_covered_obligations_that_fall_short_are_told() -> None:
    assert [card.result.id for card in conclude(CARDS, PACK).short] == ["TST-2.2.2"]


def test_elements_are_counted_over_the_applicable_obligations() -> None:
    found = conclude(CARDS, PACK)
    assert (found.addressed, found.elements) == (4, 9)


def test_gap_codes_are_counted_by_obligation() -> None:
    assert conclude(CARDS, PACK).codes == tuple(
        CodeCount(code, 1) for code in ("G01", "G02", "G03", "G06", "G09", "G10")
    )


def test_chapters_follow_the_decision() -> None:
    assert [(chapter.name, chapter.title, chapter.tally.total) for chapter in conclude(CARDS, PACK).chapters] == [
        ("一", "夯實基礎", 1),
        ("二", "優化服務", 4),
        ("三", "強化保障", 1),
    ]
    assert chapter_of("第三条") == "第三条"


def test_a_cell_counts_elements_and_names_obligations() -> None:
    rows = matrix_of(provisions_of(CARDS, ANCHORS, PACK), MEASURES)[0].rows
    assert rows[0].cells[0] == Cell(2, 0, 2, ("TST-1.1",))
    assert rows[2].cells[2] == Cell(1, 1, 1, ("TST-2.2.1", "TST-2.2.2"))


def test_a_measure_without_obligations_stands_out() -> None:
    columns = matrix_of(provisions_of(CARDS, ANCHORS, PACK), MEASURES)[0].columns
    assert [column.obligations for column in columns] == [1, 2, 2, 0]


def test_many_measures_make_several_tables() -> None:
    links = MEASURES.links * 10
    tables = matrix_of(provisions_of(CARDS, ANCHORS, PACK), Measures(links, MEASURES.units))
    assert [len(table.columns) for table in tables] == [matrix.COLUMNS, 40 - matrix.COLUMNS]
