"""Compares a plan with its earlier version: only what became worse stays open."""

from __future__ import annotations

from dataclasses import replace

from dfjlint.engine.suppress import is_gap
from dfjlint.model.report import Coverage, Disposition, DocumentReport, Message, ObligationResult, Status

_COVERAGE = (
    Coverage.CONTRADICTED,
    Coverage.MISSING,
    Coverage.UNDETERMINED,
    Coverage.PARTIAL,
    Coverage.COVERED,
)
_STATUS = (Status.CONTRADICTED, Status.MISSING, Status.MENTIONED, Status.ADDRESSED)


def only_worse(now: DocumentReport, before: DocumentReport, ref: str) -> DocumentReport:
    """A report whose gaps that were there before, no smaller, have the disposition `baselined`.

    Args:
        ref: the earlier version as the user names it.
    """
    if not before.readable:
        return now
    earlier = {result.id: result for result in before.obligations}
    reason = Message("diff-same", (("ref", ref),))
    results = []
    for result in now.obligations:
        old = earlier.get(result.id)
        known = is_gap(result) and result.disposition is Disposition.OPEN
        if known and old and not is_worse(result, old):
            result = replace(result, disposition=Disposition.BASELINED, disposition_reason=reason)
        results.append(result)
    return replace(now, obligations=tuple(results))


def is_worse(now: ObligationResult, before: ObligationResult) -> bool:
    """True if the coverage or the status of an element is lower, a waiver is gone, or there is
    a new kind of gap about the same answer."""
    if now.coverage is Coverage.COVERED:
        return False
    if _COVERAGE.index(now.coverage) < _COVERAGE.index(before.coverage):
        return True
    if before.disposition is Disposition.WAIVED or now.applicability is not before.applicability:
        return True
    old = {element.name: element.status for element in before.elements}
    new = {element.name: element.status for element in now.elements}
    if new == old:
        return bool({gap.code for gap in now.gaps} - {gap.code for gap in before.gaps})
    return any(name in old and _STATUS.index(status) < _STATUS.index(old[name]) for name, status in new.items())
