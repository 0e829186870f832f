"""G01, G02, G08, G09 and G10: what the coverage itself says."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.engine.checks.context import Verdict
from dfjlint.model.report import Coverage, ElementResult, Gap, Message, Status


def coverage_gaps(verdict: Verdict) -> Iterator[Gap]:
    """One gap for an obligation without any measure, else one for each element that is short."""
    if verdict.coverage is Coverage.COVERED:
        return
    if verdict.coverage is Coverage.MISSING:
        yield Gap("G01", Message("gap-no-measure"), verdict.obligation.quote)
        return
    for element in verdict.elements:
        gap = _element_gap(verdict, element)
        if gap:
            yield gap


def _element_gap(verdict: Verdict, element: ElementResult) -> Gap | None:
    values = (("element", element.name),)
    if element.status is Status.MISSING:
        return Gap("G02", Message("gap-element-missing", values), element.name)
    if element.status is Status.CONTRADICTED:
        return Gap("G10", Message("gap-contradicted", values), element.name, element.evidence[0])
    if element.status is Status.MENTIONED:
        if _by_reference(verdict, element):
            return Gap("G09", Message("gap-by-reference", values), element.name, element.evidence[0])
        return Gap("G08", Message("gap-only-mentioned", values), element.name, element.evidence[0])
    return None


def _by_reference(verdict: Verdict, element: ElementResult) -> bool:
    """True if the words that came near all stand inside 《…》: the plan points to another document."""
    matches = verdict.matches.get(element.name, ())
    titles = verdict.plan.titles
    if not matches or not matches[0].marks:
        return False
    return all(any(start <= mark[0] and mark[1] <= end for start, end in titles) for mark in matches[0].marks)
