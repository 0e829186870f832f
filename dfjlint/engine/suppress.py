"""Sets aside the gaps that a comment in the plan names, where it gives a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dfjlint.model.report import (
    Applicability,
    Coverage,
    Disposition,
    DocumentReport,
    Finding,
    Message,
    ObligationResult,
    Severity,
)
from dfjlint.text.suppressions import Suppression

UNUSED = "DFJ003"
NO_REASON = "DFJ005"


def suppress(document: DocumentReport, suppressions: Sequence[Suppression]) -> DocumentReport:
    """A report with the named gaps waived, and a finding for each comment that does nothing."""
    if not suppressions or not document.readable:
        return document
    reasons: dict[str, Message] = {}
    findings = list(document.findings)
    open_gaps = {result.id for result in document.obligations if is_gap(result)}
    for suppression in suppressions:
        where = (("line", str(suppression.line)),)
        if not suppression.reason or not suppression.rules:
            findings.append(Finding(NO_REASON, Severity.ERROR, Message("suppression-no-reason", where)))
            continue
        for rule in suppression.rules:
            if rule in open_gaps:
                reasons[rule] = Message("waived-inline", (("reason", suppression.reason), *where))
            else:
                message = Message("suppression-unused", (("rule", rule), *where))
                findings.append(Finding(UNUSED, Severity.WARNING, message))
    obligations = tuple(_waived(result, reasons.get(result.id)) for result in document.obligations)
    return replace(document, obligations=obligations, findings=tuple(findings))


def is_gap(result: ObligationResult) -> bool:
    """True if the plan should answer the obligation and does not, or not in full."""
    return result.coverage is not Coverage.COVERED and result.applicability is not Applicability.NOT_APPLICABLE


def _waived(result: ObligationResult, reason: Message | None) -> ObligationResult:
    if reason is None:
        return result
    return replace(result, disposition=Disposition.WAIVED, disposition_reason=reason)
