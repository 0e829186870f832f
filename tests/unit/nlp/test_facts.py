"""Facts go to the measure whose words they are."""

from __future__ import annotations

from dfjlint.model.plan import Zone
from dfjlint.nlp import analyse
from dfjlint.nlp.facts import measure_facts, plan_year
from tests.unit.nlp.small_outline import outline_of


def test_facts_of_a_measure() -> None:
    facts = measure_facts(outline_of("到2027年,建成10个站点。", (Zone.OWNERS, "(责任单位:省水利厅)")))[0]
    assert [deadline.year for deadline in facts.deadlines] == [2027]
    assert [quantity.value for quantity in facts.quantities] == [10]
    assert [owner.name for owner in facts.owners] == ["省水利厅"]


def test_titles_hold_no_facts() -> None:
    facts = measure_facts(outline_of("落实《到2027年底建设10个基地的方案》"))[0]
    assert (facts.deadlines, facts.quantities) == ((), ())


def test_background_holds_no_facts() -> None:
    facts = measure_facts(outline_of((Zone.BACKGROUND, "2027年,共有10个站点")))[0]
    assert (facts.deadlines, facts.quantities) == ((), ())


def test_the_year_of_the_plan_stands_in_its_title() -> None:
    outline = outline_of((Zone.LETTERHEAD, "2024年3月1日"), title="数字乡村行动计划(2025—2027年)")
    assert plan_year(outline) == 2025


def test_or_in_the_date_of_its_notice() -> None:
    assert plan_year(outline_of((Zone.LETTERHEAD, "2024年3月1日"), title="数字乡村方案")) == 2024


def test_or_nowhere() -> None:
    assert plan_year(outline_of("推进数字乡村建设")) == 0


def test_analysis_puts_everything_together() -> None:
    text = "依托泉州芯谷,落实《甲办法》"
    analysis = analyse(outline_of(text))
    assert len(analysis.clauses) == 2
    assert len(analysis.measures) == 1
    assert [text[start:end] for start, end in analysis.names] == ["泉州芯谷"]
    assert [text[start:end] for start, end in analysis.titles] == ["《甲办法》"]
    assert analysis.reader(1).acts[0].verb == "落实"
