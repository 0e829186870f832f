"""What every report asks of an obligation: does it apply, does it fall short, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.model.report import (
    Applicability,
    Coverage,
    Disposition,
    DocumentReport,
    Evidence,
    Nearest,
    ObligationResult,
    Severity,
)

#: The kinds of gaps, docs/reports.md.
GAP_CODES = tuple(f"G{number:02}" for number in range(1, 13))
#: Coverages that are gaps, worst first.
GAPS = (Coverage.CONTRADICTED, Coverage.MISSING, Coverage.PARTIAL, Coverage.UNDETERMINED)
_WORST_FIRST = (*GAPS, Coverage.COVERED)
_HEAVIEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_SEVERITIES = {
    Coverage.CONTRADICTED: Severity.ERROR,
    Coverage.MISSING: Severity.ERROR,
    Coverage.PARTIAL: Severity.WARNING,
}


def applies(result: ObligationResult) -> bool:
    """False only if the provision addresses somebody else."""
    return result.applicability is not Applicability.NOT_APPLICABLE


def is_gap(result: ObligationResult) -> bool:
    """True if it applies and is not covered."""
    return applies(result) and result.coverage is not Coverage.COVERED


def falls_short(result: ObligationResult) -> bool:
    """True if it applies and is not covered, or is covered by words that are short in some respect."""
    return applies(result) and (result.coverage is not Coverage.COVERED or bool(result.gaps))


def shortfalls(document: DocumentReport) -> list[ObligationResult]:
    """The obligations that fall short, worst first, then in the order of the instrument."""
    found = [result for result in document.obligations if falls_short(result)]
    return sorted(found, key=lambda result: _WORST_FIRST.index(result.coverage))


def open_shortfalls(document: DocumentReport) -> list[ObligationResult]:
    """The shortfalls that nobody has agreed to, as `shortfalls` orders them."""
    return [result for result in shortfalls(document) if result.disposition is Disposition.OPEN]


def severity(result: ObligationResult) -> Severity:
    """How much a shortfall weighs: missing and contradicted are errors, partial is a warning.

    An obligation that is set to weigh less never weighs more than it is set to.
    """
    by_coverage = _SEVERITIES.get(result.coverage, Severity.NOTE)
    return max(by_coverage, result.severity, key=_HEAVIEST_FIRST.index)


def gap_codes(result: ObligationResult) -> tuple[str, ...]:
    """The gap codes of an obligation, each once, in order."""
    return tuple(dict.fromkeys(gap.code for gap in result.gaps))


def ground(result: ObligationResult) -> Evidence | None:
    """The words of the plan that the verdict rests on: those that fall short, else the answer."""
    short = [gap.evidence for gap in result.gaps if gap.evidence]
    answers = [found for element in result.elements for found in element.evidence]
    return next(iter(short + answers), None)


def main_evidence(result: ObligationResult) -> Evidence | None:
    """The words of the plan to look at first: the ground of the verdict, else the nearest text."""
    return ground(result) or next((near.evidence for near in result.nearest), None)


def distinct_nearest(result: ObligationResult) -> Iterator[Nearest]:
    """The nearest text, each place once, though it may be nearest to several elements."""
    seen = set()
    for near in result.nearest:
        if near.evidence.span not in seen:
            seen.add(near.evidence.span)
            yield near
