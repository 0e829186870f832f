"""Applies waivers: those that hold set a gap aside, the others are findings."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dfjlint.engine.suppress import UNUSED, is_gap
from dfjlint.model.report import Disposition, DocumentReport, Finding, Message, ObligationResult, Severity
from dfjlint.workspace.waivers import Waiver, WaiverFile

EXPIRED = "DFJ007"
CHANGED = "DFJ008"


@dataclass(frozen=True, slots=True)
class WaiverRules:
    """What waivers are held against.

    Args:
        file: the waivers of the repository.
        as_of: the day on which they must still hold.
        fingerprints: obligation → fingerprint in the pack of today.
    """

    file: WaiverFile
    as_of: datetime.date
    fingerprints: Mapping[str, str]


def with_waivers(name: str, document: DocumentReport, rules: WaiverRules) -> DocumentReport:
    """A report whose agreed gaps have the disposition `waived`, with findings on waivers that waive nothing.

    Args:
        name: id of the document.
    """
    if not document.readable:
        return document
    results = {result.id: result for result in document.obligations}
    findings = list(document.findings)
    for waiver in rules.file.waivers:
        if waiver.document != name:
            continue
        fault = _fault(waiver, rules) or _unused(waiver, results.get(waiver.obligation), rules.file.name)
        if fault:
            findings.append(fault)
        elif waiver.obligation in results:
            results[waiver.obligation] = _waived(results[waiver.obligation], waiver)
    return replace(document, obligations=tuple(results.values()), findings=tuple(findings))


def without_document(waiver: Waiver, file: str) -> Finding:
    """A waiver for a document that is not there."""
    return Finding(UNUSED, Severity.WARNING, Message("waiver-no-document", _values(waiver, file)))


def _fault(waiver: Waiver, rules: WaiverRules) -> Finding | None:
    """Why a waiver does not hold; None if it does."""
    values = _values(waiver, rules.file.name)
    now = rules.fingerprints.get(waiver.obligation)
    if now is None:
        return Finding(CHANGED, Severity.ERROR, Message("waiver-unknown-rule", values))
    if now != waiver.fingerprint:
        changed = (*values, ("given", waiver.fingerprint), ("now", now))
        return Finding(CHANGED, Severity.ERROR, Message("waiver-changed", changed))
    if waiver.expires < rules.as_of:
        expired = (*values, ("expires", waiver.expires.isoformat()))
        return Finding(EXPIRED, Severity.ERROR, Message("waiver-expired", expired))
    return None


def _unused(waiver: Waiver, result: ObligationResult | None, file: str) -> Finding | None:
    """A finding if there is nothing to waive; an obligation that was not asked for is no reason for one."""
    if result is None or (is_gap(result) and result.disposition is Disposition.OPEN):
        return None
    return Finding(UNUSED, Severity.WARNING, Message("waiver-unused", _values(waiver, file)))


def _waived(result: ObligationResult, waiver: Waiver) -> ObligationResult:
    values = (
        ("expires", waiver.expires.isoformat()),
        ("approved", waiver.approved_by),
        ("basis", waiver.basis),
        ("reason", waiver.reason),
    )
    return replace(result, disposition=Disposition.WAIVED, disposition_reason=Message("waived-file", values))


def _values(waiver: Waiver, file: str) -> tuple[tuple[str, str], ...]:
    return (
        ("file", file),
        ("number", str(waiver.number)),
        ("rule", waiver.obligation),
        ("document", waiver.document),
    )
