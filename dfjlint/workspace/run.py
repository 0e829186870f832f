"""A run over the plans of a repository: judge, select, waive, baseline, compare; the report of it all."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

from dfjlint import __version__
from dfjlint.config import Settings
from dfjlint.model.report import DocumentReport, Finding, Report, Severity
from dfjlint.workspace.baseline import Entry
from dfjlint.workspace.baselining import stale_finding, with_baseline
from dfjlint.workspace.compare import only_worse
from dfjlint.workspace.git import Revision
from dfjlint.workspace.judge import Bench, FileTask, Task, judge
from dfjlint.workspace.lots import Lot
from dfjlint.workspace.places import is_there
from dfjlint.workspace.select import selected, weighed_finding
from dfjlint.workspace.shelf import shelved
from dfjlint.workspace.units import Unit
from dfjlint.workspace.waivers import WaiverFile
from dfjlint.workspace.waiving import WaiverRules, with_waivers, without_document


@dataclass(frozen=True, slots=True)
class Agreements:
    """What was agreed about gaps.

    Args:
        baseline: known gaps.
        waivers: agreed gaps.
        as_of: the day on which waivers must hold.
        allow_stale: True if entries of the baseline that are gaps no more do not fail.
    """

    baseline: tuple[Entry, ...]
    waivers: WaiverFile
    as_of: datetime.date
    allow_stale: bool = False


Judged: TypeAlias = Iterator[tuple[Unit, DocumentReport]]
"""Units with their reports, one pack after the other."""


def waived_reports(lots: Sequence[Lot], agreed: Agreements) -> Judged:
    """The reports on units as their settings ask for, in order, with nothing set aside but what was waived.

    Raises:
        PackError: if a pack is broken.
    """
    return chain.from_iterable(_waived(lot, _rules(lots, agreed)) for lot in lots)


def run(
    lots: Sequence[Lot],
    agreed: Agreements,
    settings: Settings,
    revision: Revision | None = None,
    see: Callable[[DocumentReport], None] = lambda _: None,
) -> Report:
    """The report of a run.

    Args:
        lots: what to judge, and against which packs.
        agreed: what was agreed about gaps.
        settings: of the run.
        revision: an earlier version; gaps that it has too are set aside.
        see: called with each report as it comes.

    Raises:
        PackError: if a pack is broken.
    """
    stale = Severity.NOTE if agreed.allow_stale else Severity.ERROR
    rules = _rules(lots, agreed)
    judged: Judged = chain.from_iterable(_judged(lot, rules, agreed, stale, revision) for lot in lots)
    if len(lots) > 1:
        judged = _once(judged)
    beside = [*agreed.waivers.findings, *_gone(lots, agreed, settings, stale)]
    return Report(
        tool_version=__version__,
        packs=tuple(lot.head.view for lot in lots),
        documents=shelved(_seen(judged, see)),
        findings=tuple(weighed_finding(finding, settings.severity) for finding in beside),
    )


def _seen(judged: Judged, see: Callable[[DocumentReport], None]) -> Iterator[DocumentReport]:
    for _, report in judged:
        see(report)
        yield report


def _rules(lots: Sequence[Lot], agreed: Agreements) -> WaiverRules:
    known = {rule: value for lot in lots for rule, value in lot.head.fingerprints.items()}
    return WaiverRules(agreed.waivers, agreed.as_of, known)


def _judged(lot: Lot, rules: WaiverRules, agreed: Agreements, stale: Severity, revision: Revision | None) -> Judged:
    """The reports on a lot with all that was agreed, and with findings as the settings weigh them."""
    judged: Judged = (
        (unit, with_baseline(unit.id, report, agreed.baseline, stale)) for unit, report in _waived(lot, rules)
    )
    if revision:
        judged = _compared(lot, judged, revision)
    return ((unit, _weighed(report, unit.settings)) for unit, report in judged)


def _waived(lot: Lot, rules: WaiverRules) -> Judged:
    tasks = [FileTask(file.shown, file.path, unit.settings.issuer) for unit in lot.units for file in unit.files]
    for unit, report in zip(lot.units, _joined(lot.units, judge(tasks, lot.bench), lot.bench), strict=True):
        yield unit, with_waivers(unit.id, _own(report, lot), rules)


def _own(report: DocumentReport, lot: Lot) -> DocumentReport:
    """A report without findings on comments that set obligations of another pack aside."""
    findings = tuple(
        finding
        for finding in report.findings
        if finding.message.key != "suppression-unused" or dict(finding.message.values)["rule"] not in lot.foreign
    )
    return replace(report, findings=findings)


def _once(judged: Judged) -> Judged:
    """What one pack has said about a plan as a whole is not said again by the next."""
    said: dict[str, set[Finding]] = {}
    for unit, report in judged:
        before = said.setdefault(unit.id, set())
        findings = tuple(finding for finding in report.findings if finding not in before)
        before.update(findings)
        if report.readable or findings:
            yield unit, replace(report, findings=findings)


def _joined(units: Sequence[Unit], reports: Iterator[DocumentReport], bench: Bench) -> Iterator[DocumentReport]:
    """One report for each unit out of one for each file, with the obligations that are asked for."""
    for unit in units:
        members = [next(reports) for _ in unit.files]
        if len(members) > 1:
            from dfjlint.workspace.plan_sets import join

            report = join(members, bench.pack.head().at_least)
        else:
            report = members[0]
        yield selected(report, unit.files[0].path, unit.settings)
    # Whoever makes the reports puts its tools away after the last one.
    next(reports, None)


def _compared(lot: Lot, judged: Judged, revision: Revision) -> Judged:
    """Reports in which only what became worse since an earlier version is open; new plans are new altogether."""
    then: dict[int, Unit] = {}
    tasks = []
    for number, unit in enumerate(lot.units):
        old = [(file, data) for file in unit.files if (data := revision.read(file.path)) is not None]
        if old and old[0][0] == unit.files[0]:
            then[number] = replace(unit, files=tuple(file for file, _ in old))
            tasks += [Task(file.shown, data, unit.settings.issuer) for file, data in old]
    quiet = replace(lot.bench, tick=_no_tick)
    before = shelved(_joined(list(then.values()), judge(tasks, quiet), lot.bench))
    places = {number: place for place, number in enumerate(then)}
    for number, (unit, report) in enumerate(judged):
        known = number in places
        yield unit, only_worse(report, before[places[number]], revision.ref) if known else report


def _no_tick() -> None:
    """Old versions do not count as progress."""


def _weighed(document: DocumentReport, settings: Settings) -> DocumentReport:
    findings = tuple(weighed_finding(finding, settings.severity) for finding in document.findings)
    return replace(document, findings=findings)


def _gone(lots: Sequence[Lot], agreed: Agreements, settings: Settings, stale: Severity) -> list[Finding]:
    """Findings about entries for documents that are no more."""
    checked = {unit.id for lot in lots for unit in lot.units}
    findings = [
        stale_finding(entry, stale)
        for entry in agreed.baseline
        if entry.document not in checked and not is_there(entry.document, settings)
    ]
    findings += [
        without_document(waiver, agreed.waivers.name)
        for waiver in agreed.waivers.waivers
        if waiver.document not in checked and not is_there(waiver.document, settings)
    ]
    return findings
