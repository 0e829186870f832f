"""Turns places in the normalised text into evidence in source characters."""

from __future__ import annotations

from dfjlint.model.plan import Plan
from dfjlint.model.report import Evidence, Spot
from dfjlint.model.source import Span

_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"), ("《", "》"))


def evidence_of(plan: Plan, clause: int, marks: tuple[tuple[int, int], ...] = ()) -> Evidence:
    """A clause of the plan as evidence, with the matched words marked."""
    entry = plan.clauses[clause]
    return evidence_at(plan, entry.norm_start, entry.norm_end, entry.paragraph, entry.measure, marks)


def spot_of(plan: Plan, clause: int) -> Spot:
    """A clause of the plan as a spot."""
    entry = plan.clauses[clause]
    return Spot(_span(plan, entry.norm_start, entry.norm_end), entry.measure)


def evidence_at(
    plan: Plan, start: int, end: int, paragraph: int, measure: int, marks: tuple[tuple[int, int], ...] = ()
) -> Evidence:
    """Norm [start, end) of a paragraph as evidence."""
    text = plan.outline.text
    span = _span(plan, start, end)
    return Evidence(
        span=span,
        quote=plan.source.text[span.start : span.end],
        locator=plan.outline.paragraphs[paragraph].locator,
        marks=tuple(_inside(text.to_source(*mark), span) for mark in marks),
        measure=measure,
    )


def with_quotes(text: str, span: Span) -> Span:
    """A span with the quotation marks at its edges that belong to one inside it.

    Normalised text has no quotation marks, so a clause that ends with a quoted name ends before
    the mark that closes it.
    """
    start, end = span.start, span.end
    inside = text[start:end]
    for opening, closing in _QUOTES:
        if start and text[start - 1] == opening and inside.count(closing) > inside.count(opening):
            start -= 1
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
    return Span(start, end)


def _span(plan: Plan, start: int, end: int) -> Span:
    return with_quotes(plan.source.text, plan.outline.text.to_source(start, end))


def _inside(mark: Span, span: Span) -> Span:
    return Span(max(mark.start, span.start), max(span.start, min(mark.end, span.end)))
