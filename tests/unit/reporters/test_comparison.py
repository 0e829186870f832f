from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from dfjlint.model.report import Applicability, Coverage, DocumentReport, Evidence, Report, Status
from dfjlint.reporters.comparison import RENDERERS, Comparison, compare
from dfjlint.reporters.comparison.model import DocumentComparison
from tests.conftest import ROOT
from tests.record import later_draft
from tests.unit.reporters import factory, variants

OLD = factory.report(variants.lined())


def compared(document: DocumentReport) -> DocumentComparison:
    (found,) = compare(OLD, factory.report(document)).documents
    return found


def ids(found: DocumentComparison) -> dict[str, list[str]]:
    groups = {name: [change.id for change in getattr(found, name)] for name in ("lost", "gained", "moved", "rescoped")}
    return {name: changes for name, changes in groups.items() if changes}


def with_evidence(id: str, number: int, evidence: Evidence) -> DocumentReport:
    elements = list(variants.result_of(variants.lined(), id).elements)
    elements[number] = replace(elements[number], evidence=(evidence,))
    return variants.with_result(variants.lined(), id, elements=tuple(elements))


def test_the_same_draft_has_changed_nothing() -> None:
    comparison = compare(OLD, OLD)
    assert ids(comparison.documents[0]) == {}
    assert not comparison.lost


def test_lost_gained_and_moved() -> None:
    comparison = compare(OLD, later_draft())
    assert ids(comparison.documents[0]) == {"lost": ["TST-2.1.1"], "gained": ["TST-2.1.2"], "moved": ["TST-1.1"]}
    assert comparison.lost


def test_a_lower_coverage_is_lost_and_a_higher_one_gained() -> None:
    lower = variants.with_result(variants.lined(), "TST-1.1", coverage=Coverage.PARTIAL)
    assert ids(compared(lower)) == {"lost": ["TST-1.1"]}
    (back,) = compare(factory.report(lower), OLD).documents
    assert ids(back) == {"gained": ["TST-1.1"]}


def test_to_say_the_opposite_is_worse_than_to_say_nothing() -> None:
    worse = variants.with_result(variants.lined(), "TST-2.1.2", coverage=Coverage.CONTRADICTED)
    assert ids(compared(worse)) == {"lost": ["TST-2.1.2"]}


def test_an_element_lost_counts_though_the_coverage_stays() -> None:
    first, second = variants.result_of(variants.lined(), "TST-1.1").elements
    document = variants.with_result(
        variants.lined(), "TST-1.1", elements=(first, replace(second, status=Status.MENTIONED))
    )
    (change,) = compared(document).lost
    assert (change.before, change.after, [element.name for element in change.lost]) == (
        "covered",
        "covered",
        ["行政村網絡覆蓋"],
    )


def test_a_mention_more_or_less_is_no_change() -> None:
    partial = variants.result_of(variants.lined(), "TST-2.1.1")
    gone = replace(partial.elements[1], status=Status.MISSING, evidence=())
    document = variants.with_result(
        variants.lined(), "TST-2.1.1", elements=(partial.elements[0], gone, partial.elements[2])
    )
    assert ids(compared(document)) == {}


def test_a_weaker_verb_is_lost_and_its_removal_gained() -> None:
    better = variants.with_result(variants.lined(), "TST-2.2.2", gaps=())
    (change,) = compared(better).gained
    assert change.gone_codes == ("G06", "G03")
    (back,) = compare(factory.report(better), OLD).documents
    assert [change.new_codes for change in back.lost] == [("G06", "G03")]


def test_lost_and_gained_at_once_is_lost() -> None:
    partial = variants.result_of(variants.lined(), "TST-2.1.1")
    swapped = (
        replace(partial.elements[0], status=Status.MISSING),
        partial.elements[1],
        replace(partial.elements[2], status=Status.ADDRESSED),
    )
    found = compared(variants.with_result(variants.lined(), "TST-2.1.1", elements=swapped))
    assert ids(found) == {"lost": ["TST-2.1.1"]}
    assert [element.name for element in found.lost[0].gained] == ["運維經費"]


def test_a_place_in_another_measure_is_moved() -> None:
    elsewhere = factory.evidence("组建专网", measure=3, locator="二、（四）")
    assert ids(compared(with_evidence("TST-1.1", 0, elsewhere))) == {"moved": ["TST-1.1"]}


def test_a_measure_that_only_got_another_number_has_not_moved() -> None:
    renumbered = factory.evidence("2027年底前新建五千座基站", measure=0, locator="二、（五）")
    assert ids(compared(with_evidence("TST-1.1", 0, renumbered))) == {}


def test_what_no_longer_applies_is_neither_lost_nor_gained() -> None:
    document = variants.with_result(variants.lined(), "TST-1.1", applicability=Applicability.NOT_APPLICABLE)
    (change,) = compared(document).rescoped
    assert (change.id, change.before, change.after) == ("TST-1.1", "covered", "not-applicable")


def pairs(comparison: Comparison) -> list[tuple[str, str]]:
    return [(document.old_path, document.new_path) for document in comparison.documents]


def named(*paths: str) -> Report:
    return factory.report(*(replace(variants.lined(), path=path) for path in paths))


def test_plans_are_matched_by_path_and_the_last_two_with_each_other() -> None:
    assert pairs(compare(named("a.md", "v1.md"), named("v2.md", "./a.md"))) == [("a.md", "a.md"), ("v1.md", "v2.md")]


def test_a_plan_without_a_counterpart_is_lost_if_it_is_old() -> None:
    gone = compare(named("a.md", "b.md"), named("a.md"))
    assert (gone.only_old, gone.only_new, gone.lost) == (("b.md",), (), True)
    new = compare(named("a.md"), named("a.md", "b.md"))
    assert (new.only_old, new.only_new, new.lost) == ((), ("b.md",), False)


def test_a_plan_that_was_not_read_is_not_compared() -> None:
    locked = replace(factory.unreadable(), path=variants.lined().path)
    comparison = compare(OLD, factory.report(locked))
    assert (comparison.documents, comparison.unread, comparison.lost) == ((), (locked.path,), False)


def test_other_rules_are_pointed_out() -> None:
    other = replace(later_draft(), packs=(replace(factory.PACK, sha256="f" * 64, version="2027.2.0"),))
    shown = RENDERERS["console"](compare(OLD, other), "en").decode()
    assert "The two reports were made with different rules (2027.1.0, 2027.2.0)" in shown


def test_json_keeps_its_schema() -> None:
    schema = json.loads((ROOT / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for comparison in (compare(OLD, later_draft()), compare(named("a.md", "b.md"), named("a.md"))):
        jsonschema.validate(json.loads(RENDERERS["json"](comparison, "en")), schema)


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_hostile_text_does_no_harm(name: str) -> None:
    hostile = factory.hostile_report()
    (result,) = hostile.documents[0].obligations
    worse = replace(hostile.documents[0], obligations=(replace(result, coverage=Coverage.MISSING),))
    shown = RENDERERS[name](compare(hostile, factory.report(worse)), "zh-Hans").decode()
    assert "TST-1.1" in shown
    assert name == "json" or "\u202e" not in shown
    assert name != "markdown" or "<script>" not in shown
