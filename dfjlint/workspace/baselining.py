"""Applies a baseline: known gaps are set aside, grown ones count as new, and those that are gone are stale."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dfjlint.model.report import Disposition, DocumentReport, Finding, Message, ObligationResult, Severity
from dfjlint.workspace.baseline import Entry, entries_of, is_worse

STALE = "DFJ009"
CHANGED = "DFJ010"
Judged: TypeAlias = Mapping[str, Mapping[str, Entry | None]]
"""Document id → obligation → gap, None where there is none, for everything that was checked."""


def with_baseline(name: str, document: DocumentReport, entries: Sequence[Entry], stale: Severity) -> DocumentReport:
    """A report whose known gaps have the disposition `baselined`.

    Args:
        name: id of the document.
        entries: of the baseline, for any document.
        stale: severity of an entry that is no gap any more.
    """
    known = {entry.obligation: entry for entry in entries if entry.document == name}
    if not known or not document.readable:
        return document
    now = entries_of(name, document)
    judged = {result.id: result for result in document.obligations}
    findings = list(document.findings)
    for rule, entry in known.items():
        if rule in now and now[rule] != entry:
            values = (
                ("rule", rule),
                ("before", f"@coverage-{entry.status.value}"),
                ("after", f"@coverage-{now[rule].status.value}"),
            )
            key = "baseline-edited" if now[rule].status is entry.status else "baseline-worse"
            findings.append(Finding(CHANGED, Severity.NOTE, Message(key, values)))
        elif rule in judged and rule not in now and judged[rule].disposition is Disposition.OPEN:
            findings.append(stale_finding(entry, stale))
    obligations = tuple(_known(result, known, now) for result in document.obligations)
    return replace(document, obligations=obligations, findings=tuple(findings))


def judged(name: str, document: DocumentReport) -> dict[str, Entry | None]:
    """Obligation → gap, None where there is none, for all that a document was checked for.

    Args:
        name: id of the document.
    """
    found: dict[str, Entry | None] = dict.fromkeys(result.id for result in document.obligations)
    return found | entries_of(name, document)


def stale_finding(entry: Entry, severity: Severity) -> Finding:
    """An entry of the baseline that is no gap any more."""
    values = (("rule", entry.obligation), ("document", entry.document))
    return Finding(STALE, severity, Message("baseline-stale", values))


@dataclass(frozen=True, slots=True)
class Update:
    """What a baseline becomes.

    Args:
        entries: of the new file.
        refused: gaps that are new or have grown and were not accepted.
        dropped: entries that are gaps no more.
    """

    entries: tuple[Entry, ...]
    refused: tuple[Entry, ...]
    dropped: tuple[Entry, ...]


def updated(before: Sequence[Entry], now: Judged, gone: Collection[str], accept_new: bool) -> Update:
    """A baseline brought up to date with the documents as they are.

    Args:
        before: the old entries.
        now: what was found.
        gone: ids of documents that are no more.
        accept_new: True to take in gaps that are new or have grown.
    """
    known = {(entry.document, entry.obligation): entry for entry in before}
    kept = [entry for entry in before if not _is_judged(entry, now) and entry.document not in gone]
    refused = []
    for gaps in now.values():
        for entry in filter(None, gaps.values()):
            old = known.get((entry.document, entry.obligation))
            if accept_new or (old and not is_worse(entry, old)):
                kept.append(entry)
            else:
                refused.append(entry)
                kept += [old] if old else []
    return Update(tuple(kept), tuple(refused), _dropped(before, now, gone))


def pruned(before: Sequence[Entry], now: Judged, gone: Collection[str]) -> Update:
    """A baseline without the entries that are gaps no more; nothing else changes. Arguments as for `updated`."""
    dropped = _dropped(before, now, gone)
    return Update(tuple(entry for entry in before if entry not in dropped), (), dropped)


def _dropped(before: Sequence[Entry], now: Judged, gone: Collection[str]) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in before
        if entry.document in gone or (_is_judged(entry, now) and now[entry.document][entry.obligation] is None)
    )


def _is_judged(entry: Entry, now: Judged) -> bool:
    """False if the run did not ask for the obligation: what it did not look at stays as it is."""
    return entry.obligation in now.get(entry.document, ())


def _known(result: ObligationResult, known: Mapping[str, Entry], now: Mapping[str, Entry]) -> ObligationResult:
    same = result.id in now and now[result.id] == known.get(result.id)
    if not same or result.disposition is not Disposition.OPEN:
        return result
    return replace(result, disposition=Disposition.BASELINED, disposition_reason=Message("baselined"))
