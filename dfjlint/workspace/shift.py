"""Moves a report to its place in a set: spans, measures and locators."""

from __future__ import annotations

from dataclasses import replace

from dfjlint.model.report import DocumentReport, Evidence, Finding, Gap, ObligationResult, Part, Spot
from dfjlint.model.source import Span


def shifted(document: DocumentReport, part: Part, measures: int, name: str) -> DocumentReport:
    """A report whose spans count from the set's beginning.

    Args:
        part: the file's place in the set.
        measures: how many measures come before it.
        name: of the file, as locators begin with it.
    """
    move = _Move(part, measures, name)
    return replace(
        document,
        obligations=tuple(move.result(result) for result in document.obligations),
        findings=tuple(move.finding(finding) for finding in document.findings),
        measures=tuple(
            replace(
                measure,
                index=measure.index + measures,
                span=move.span(measure.span),
                owners=tuple(replace(owner, span=move.span(owner.span)) for owner in measure.owners),
            )
            for measure in document.measures
        ),
        passages=tuple(
            replace(
                passage,
                span=move.span(passage.span),
                measure=move.measure(passage.measure),
                locator=move.locator(passage.locator),
            )
            for passage in document.passages
        ),
        cited=tuple(
            replace(entry, span=move.span(entry.span), locator=move.locator(entry.locator)) for entry in document.cited
        ),
    )


class _Move:
    def __init__(self, part: Part, measures: int, name: str) -> None:
        self._part = part
        self._measures = measures
        self._name = name

    def span(self, span: Span) -> Span:
        return Span(span.start + self._part.offset, span.end + self._part.offset)

    def measure(self, number: int) -> int:
        return number + self._measures if number >= 0 else number

    def locator(self, locator: str) -> str:
        return f"{self._name} {locator}".strip()

    def evidence(self, evidence: Evidence) -> Evidence:
        return replace(
            evidence,
            span=self.span(evidence.span),
            locator=self.locator(evidence.locator),
            marks=tuple(self.span(mark) for mark in evidence.marks),
            measure=self.measure(evidence.measure),
            path=self._part.path,
        )

    def result(self, result: ObligationResult) -> ObligationResult:
        return replace(
            result,
            gaps=tuple(self._gap(gap) for gap in result.gaps),
            elements=tuple(
                replace(
                    entry,
                    evidence=tuple(map(self.evidence, entry.evidence)),
                    also=tuple(Spot(self.span(spot.span), self.measure(spot.measure)) for spot in entry.also),
                )
                for entry in result.elements
            ),
            nearest=tuple(replace(near, evidence=self.evidence(near.evidence)) for near in result.nearest),
        )

    def _gap(self, gap: Gap) -> Gap:
        return replace(gap, evidence=self.evidence(gap.evidence)) if gap.evidence else gap

    def finding(self, finding: Finding) -> Finding:
        span = self.span(finding.span) if finding.span else None
        return replace(finding, span=span, locator=self.locator(finding.locator))
