"""Counts the verdicts of a plan."""

from __future__ import annotations

from dfjlint.model.report import Applicability, Coverage, ObligationResult, Summary


def summary_of(results: tuple[ObligationResult, ...]) -> Summary:
    """Counts over the applicable obligations (undetermined applicability counts as applicable)."""
    judged = [result for result in results if result.applicability is not Applicability.NOT_APPLICABLE]
    counts = {coverage: sum(result.coverage is coverage for result in judged) for coverage in Coverage}
    return Summary(
        applicable=len(judged),
        covered=counts[Coverage.COVERED],
        partial=counts[Coverage.PARTIAL],
        missing=counts[Coverage.MISSING],
        contradicted=counts[Coverage.CONTRADICTED],
        undetermined=counts[Coverage.UNDETERMINED],
        not_applicable=len(results) - len(judged),
    )
