"""Turns places in the normalised text into evidence in source characters."""

from __future__ import annotations

from dfjlint.model.plan import Plan
from dfjlint.model.report import Evidence
from dfjlint.model.source import Span


def evidence_of(plan: Plan, clause: int, marks: tuple[tuple[int, int], ...] = ()) -> Evidence:
    """A clause of the plan as evidence, with the matched words marked."""
    entry = plan.clauses[clause]
    return evidence_at(plan, entry.norm_start, entry.norm_end, entry.paragraph, entry.measure, marks)


def evidence_at(
    plan: Plan, start: int, end: int, paragraph: int, measure: int, marks: tuple[tuple[int, int], ...] = ()
) -> Evidence:
    """Norm [start, end) of a paragraph as evidence."""
    text = plan.outline.text
    span = text.to_source(start, end)
    return Evidence(
        span=span,
        quote=plan.source.text[span.start : span.end],
        locator=plan.outline.paragraphs[paragraph].locator,
        marks=tuple(_inside(text.to_source(*mark), span) for mark in marks),
        measure=measure,
    )


def _inside(mark: Span, span: Span) -> Span:
    return Span(max(mark.start, span.start), max(span.start, min(mark.end, span.end)))
