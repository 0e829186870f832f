"""A run over the plans of a repository: judge, select, waive, baseline, compare; the report of it all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dfjlint import __version__
from dfjlint.config import Settings
from dfjlint.model.report import DocumentReport, Finding, Report, Severity
from dfjlint.workspace.baseline import Entry
from dfjlint.workspace.baselining import stale_finding, with_baseline
from dfjlint.workspace.compare import only_worse
from dfjlint.workspace.git import Revision
from dfjlint.workspace.judge import Bench, FileTask, Task, judge
from dfjlint.workspace.select import check_ids, selected, weighed_finding
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


def reports_of(units: Sequence[Unit], bench: Bench) -> Iterator[DocumentReport]:
    """The reports on units as their settings ask for, in order, with nothing set aside but inline.

    Raises:
        PackError, UsageError: if the pack is broken, or settings name an obligation that it does not have.
    """
    for unit in units:
        check_ids(unit.settings, bench.pack.head().at_least)
    tasks = [FileTask(file.shown, file.path, unit.settings.issuer) for unit in units for file in unit.files]
    return _joined(units, judge(tasks, bench), bench)


def waived_reports(units: Sequence[Unit], bench: Bench, agreed: Agreements) -> Iterator[DocumentReport]:
    """The same with waivers applied.

    Raises:
        PackError, UsageError: as above.
    """
    rules = WaiverRules(agreed.waivers, agreed.as_of, bench.pack.head().fingerprints)
    reports = reports_of(units, bench)
    return (with_waivers(unit.id, report, rules) for unit, report in zip(units, reports, strict=True))


def run(
    units: Sequence[Unit],
    bench: Bench,
    agreed: Agreements,
    settings: Settings,
    revision: Revision | None = None,
) -> Report:
    """The report of a run.

    Args:
        units: what to judge.
        agreed: what was agreed about gaps.
        settings: of the run.
        revision: an earlier version; gaps that it has too are set aside.

    Raises:
        PackError, UsageError: as above.
    """
    stale = Severity.NOTE if agreed.allow_stale else Severity.ERROR
    documents: Iterable[DocumentReport] = (
        with_baseline(unit.id, report, agreed.baseline, stale)
        for unit, report in zip(units, waived_reports(units, bench, agreed), strict=True)
    )
    if revision:
        documents = _compared(units, documents, bench, revision)
    head = bench.pack.head()
    documents = (_weighed(document, unit.settings) for document, unit in zip(documents, units, strict=True))
    beside = [*agreed.waivers.findings, *_gone(units, agreed, settings, stale)]
    return Report(
        tool_version=__version__,
        packs=(head.view,),
        documents=shelved(documents),
        findings=tuple(weighed_finding(finding, settings.severity) for finding in beside),
    )


def is_there(document: str, settings: Settings) -> bool:
    """True if a document id is a file below the root, or a plan set."""
    return (settings.root / document).is_file() or any(entry.name == document for entry in settings.plan_sets)


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


def _compared(
    units: Sequence[Unit], documents: Iterable[DocumentReport], bench: Bench, revision: Revision
) -> Iterator[DocumentReport]:
    """Reports in which only what became worse since an earlier version is open; new plans are new altogether."""
    then: dict[int, Unit] = {}
    tasks = []
    for number, unit in enumerate(units):
        old = [(file, data) for file in unit.files if (data := revision.read(file.path)) is not None]
        if old and old[0][0] == unit.files[0]:
            then[number] = replace(unit, files=tuple(file for file, _ in old))
            tasks += [Task(file.shown, data, unit.settings.issuer) for file, data in old]
    quiet = replace(bench, tick=_no_tick)
    before = shelved(_joined(list(then.values()), judge(tasks, quiet), bench))
    places = {number: place for place, number in enumerate(then)}
    for number, document in enumerate(documents):
        yield only_worse(document, before[places[number]], revision.ref) if number in places else document


def _no_tick() -> None:
    """Old versions do not count as progress."""


def _weighed(document: DocumentReport, settings: Settings) -> DocumentReport:
    findings = tuple(weighed_finding(finding, settings.severity) for finding in document.findings)
    return replace(document, findings=findings)


def _gone(units: Sequence[Unit], agreed: Agreements, settings: Settings, stale: Severity) -> list[Finding]:
    """Findings about entries for documents that are no more."""
    checked = {unit.id for unit in units}
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
