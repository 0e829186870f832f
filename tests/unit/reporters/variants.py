"""Reports made from the small one: with lines, agreed gaps, several files, findings of every kind."""

from __future__ import annotations

from dataclasses import replace

from dfjlint.model.report import (
    Disposition,
    DocumentReport,
    Evidence,
    Finding,
    Message,
    ObligationResult,
    Part,
    Report,
    Severity,
)
from dfjlint.model.source import Span
from tests.unit.reporters import factory

#: The passages of the factory's plan stand on a line each, but for the measure that has two.
LINE_STARTS = (0, *(index + 1 for index, character in enumerate(factory.TEXT) if character == "\n"))


def lined() -> DocumentReport:
    """The plan as a text file."""
    return replace(factory.document(), line_starts=LINE_STARTS)


def with_result(document: DocumentReport, id: str, **changes: object) -> DocumentReport:
    """A document with something changed about one obligation."""
    return replace(
        document,
        obligations=tuple(
            replace(result, **changes) if result.id == id else result  # type: ignore[arg-type]
            for result in document.obligations
        ),
    )


def result_of(document: DocumentReport, id: str) -> ObligationResult:
    """One obligation of a document."""
    return next(result for result in document.obligations if result.id == id)


def agreed() -> DocumentReport:
    """The text file with a waived and a baselined gap."""
    waived = with_result(
        lined(),
        "TST-2.1.2",
        disposition=Disposition.WAIVED,
        disposition_reason=Message("waived-inline", (("reason", "另案办理"), ("line", "3"))),
    )
    return with_result(waived, "TST-2.2.1", disposition=Disposition.BASELINED)


def word_file() -> DocumentReport:
    """The plan as a .docx, whose text is not the file itself, with a finding about it."""
    finding = Finding("DFJ004", Severity.WARNING, Message("off-subject"))
    return replace(factory.document(), path="./plans/云江.docx", findings=(finding,))


def plan_set() -> DocumentReport:
    """Two text files judged together; the second begins at the heading of the second chapter."""
    cut = factory.TEXT.index("二、改善服务")
    parts = (
        Part("plans/body.md", "d" * 64, 0, cut - 1),
        Part("plans/annex.md", "e" * 64, cut, len(factory.TEXT) - cut),
    )
    moved = tuple(_in_part(result, cut) for result in lined().obligations)
    return replace(lined(), path="plans", obligations=moved, parts=parts)


def _in_part(result: ObligationResult, cut: int) -> ObligationResult:
    def named(evidence: Evidence) -> Evidence:
        return replace(evidence, path="annex.md" if evidence.span.start >= cut else "body.md")

    return replace(
        result,
        elements=tuple(replace(element, evidence=tuple(map(named, element.evidence))) for element in result.elements),
    )


def everything() -> Report:
    """Every kind of document, disposition and finding."""
    beside = Finding("DFJ004", Severity.ERROR, Message("off-subject"), locator="dfjlint-waivers.toml")
    spanned = Finding(
        "DFJ004",
        Severity.NOTE,
        Message("off-subject"),
        factory.span("办好龙舟邀请赛"),
        "二、（四）",
    )
    first = replace(agreed(), findings=(spanned,))
    return replace(factory.report(first, word_file(), factory.unreadable()), findings=(beside,))


def shifted(document: DocumentReport, by: int) -> DocumentReport:
    """A document in whose first line so many characters were inserted."""

    def moved(evidence: Evidence) -> Evidence:
        return replace(evidence, span=Span(evidence.span.start + by, evidence.span.end + by))

    results = tuple(
        replace(
            result,
            elements=tuple(
                replace(element, evidence=tuple(map(moved, element.evidence))) for element in result.elements
            ),
            nearest=tuple(replace(near, evidence=moved(near.evidence)) for near in result.nearest),
            gaps=tuple(replace(gap, evidence=moved(gap.evidence) if gap.evidence else None) for gap in result.gaps),
        )
        for result in document.obligations
    )
    starts = (0, *(start + by for start in document.line_starts[1:]))
    return replace(document, obligations=results, line_starts=starts, characters=document.characters + by)
