"""G04 and G05: a deadline or a figure that the instrument sets is missing, later or lower in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.engine.checks.context import Verdict
from dfjlint.model.report import Evidence, Gap, Message
from dfjlint.model.source import Span


def requirement_gaps(verdict: Verdict) -> Iterator[Gap]:
    """Gaps against the obligation's own deadline and target; none where it sets none."""
    measures = verdict.measures()
    if measures:
        yield from _deadline_gaps(verdict, measures)
        yield from _target_gaps(verdict, measures)


def _deadline_gaps(verdict: Verdict, measures: list[int]) -> Iterator[Gap]:
    required = verdict.obligation.deadline
    if required is None:
        return
    asked = "-".join(f"{part:02}" for part in required)
    found = [
        ((deadline.year, deadline.month, deadline.day), deadline.span, number)
        for number in measures
        for deadline in verdict.plan.facts[number].deadlines
    ]
    if not found:
        yield Gap("G04", Message("gap-deadline-missing", (("required", asked),)), asked)
        return
    day, span, number = min(found)
    if day > required:
        evidence = _printed(verdict, span, number)
        values = (("required", asked), ("found", evidence.quote))
        yield Gap("G04", Message("gap-deadline-late", values), asked, evidence)


def _target_gaps(verdict: Verdict, measures: list[int]) -> Iterator[Gap]:
    required = verdict.obligation.target
    if required is None:
        return
    asked = f"{required.value:g}{required.unit}"
    found = [
        (quantity.value, quantity.span, number)
        for number in measures
        for quantity in verdict.plan.facts[number].quantities
        if quantity.unit == required.unit
    ]
    if not found:
        yield Gap("G05", Message("gap-target-missing", (("required", asked),)), asked)
        return
    value, span, number = max(found)
    if value < required.value:
        evidence = _printed(verdict, span, number)
        values = (("required", asked), ("found", evidence.quote))
        yield Gap("G05", Message("gap-target-low", values), asked, evidence)


def _printed(verdict: Verdict, span: Span, number: int) -> Evidence:
    """A source span of a measure as evidence."""
    quote = verdict.plan.source.text[span.start : span.end]
    return Evidence(span, quote, verdict.plan.outline.measures[number].label, (), number)
