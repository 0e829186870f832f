"""Joins matches into the status of elements and the coverage of an obligation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from dfjlint.engine.evidence import evidence_at, evidence_of, spot_of
from dfjlint.engine.match import Match
from dfjlint.engine.stance import Grade
from dfjlint.model.plan import Plan, Zone
from dfjlint.model.report import Coverage, ElementResult, Evidence, Spot, Status
from dfjlint.model.rules import Element
from dfjlint.text.normalise import normalise_term

# Reports quote the best places and name the others; more quotations would bury them.
MOST_EVIDENCE = 3
# The end of a title tells its kind: 数字山东发展规划(2018—2022年)的通知, but not 总体规划(2020—2022年)实施方案.
_PLANNING = re.compile(r"(规划|(?<!行动)纲要)》?(\([^)]*\))?》?(的通知)?$")
_ACTION_PLAN = re.compile(r"计划|方案|要点|举措|措施|任务|行动纲要|实施意见|安排")
# A title alone is no plan: so many measures must stand below it.
_LEAST_MEASURES = 3
# So many measures must name their owners before the plan has a division of labour.
_LEAST_OWNED = 3

_STATUS = {
    Grade.COMMITTED: Status.ADDRESSED,
    Grade.DENIED: Status.CONTRADICTED,
    Grade.MENTION: Status.MENTIONED,
}


def element_result(plan: Plan, name: str, matches: Sequence[Match]) -> ElementResult:
    """The status of an element from its matches, best first."""
    best = matches[0].grade if matches else Grade.NOTHING
    status = _STATUS.get(best, Status.MISSING)
    if status is Status.MISSING:
        return ElementResult(name, status, ())
    same = [match for match in matches if match.grade is best]
    return ElementResult(
        name,
        status,
        tuple(evidence_of(plan, match.clause, match.marks) for match in same[:MOST_EVIDENCE]),
        tuple(spot_of(plan, match.clause) for match in same[MOST_EVIDENCE:]),
    )


def fact_result(plan: Plan, element: Element) -> ElementResult | None:
    """An element answered by the plan as a whole; None if the plan does not, or nothing of the kind is asked."""
    answer = _FACTS.get(element.fact)
    return answer(plan, element.name) if answer else None


def _owners_result(plan: Plan, name: str) -> ElementResult | None:
    """An element answered by the plan's owner notes; None if too few measures have one.

    Source: decision 三(一), 分工合理、責任明確.
    """
    if not names_owners(plan):
        return None
    notes = _owner_notes(plan)
    others = tuple(Spot(note.span) for note in notes[MOST_EVIDENCE:])
    return ElementResult(name, Status.ADDRESSED, tuple(notes[:MOST_EVIDENCE]), others)


def _planning_result(plan: Plan, name: str) -> ElementResult | None:
    """An element answered by the plan being a 规划 or 纲要 itself, as its title says.

    Source: decision 三(二), 編制全省數字福建建設規劃.
    """
    return _title_result(plan, name) if _PLANNING.search(normalise_term(plan.outline.title)) else None


def _action_plan_result(plan: Plan, name: str) -> ElementResult | None:
    """An element answered by the plan being an action plan itself: a title that says so, and measures below it.

    Source: decision 三(二), 制訂並落實行動計劃.
    """
    if len(plan.outline.measures) < _LEAST_MEASURES or not _ACTION_PLAN.search(normalise_term(plan.outline.title)):
        return None
    return _title_result(plan, name)


def _title_result(plan: Plan, name: str) -> ElementResult | None:
    for number, paragraph in enumerate(plan.outline.paragraphs):
        if paragraph.zone is Zone.TITLE and paragraph.norm_end > paragraph.norm_start:
            evidence = evidence_at(plan, paragraph.norm_start, paragraph.norm_end, number, -1)
            return ElementResult(name, Status.ADDRESSED, (evidence,))
    return None


def names_owners(plan: Plan) -> bool:
    """True if the plan says who is responsible for its measures, at least for some of them."""
    return sum(bool(facts.owners) for facts in plan.facts) >= _LEAST_OWNED


_FACTS: Mapping[str, Callable[[Plan, str], ElementResult | None]] = {
    "owners": _owners_result,
    "planning": _planning_result,
    "action-plan": _action_plan_result,
}


def coverage_of(elements: Sequence[ElementResult], at_least: int) -> Coverage:
    """Coverage by elements, as the guide defines it."""
    statuses = [element.status for element in elements]
    if statuses.count(Status.ADDRESSED) >= at_least:
        return Coverage.COVERED
    if Status.CONTRADICTED in statuses:
        return Coverage.CONTRADICTED
    return Coverage.MISSING if set(statuses) == {Status.MISSING} else Coverage.PARTIAL


def _owner_notes(plan: Plan) -> list[Evidence]:
    """The owner notes of a plan; as they answer together, none counts for its measure."""
    return [
        evidence_at(plan, stretch.norm_start, stretch.norm_end, stretch.paragraph, -1)
        for stretch in plan.outline.stretches
        if stretch.zone is Zone.OWNERS and stretch.norm_end > stretch.norm_start
    ]
