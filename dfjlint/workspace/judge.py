"""The report on each of many files: from the cache where it is known, else worked out, in parallel if asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from dfjlint.errors import ReadError
from dfjlint.model.report import DocumentReport
from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.identity import tool_identity
from dfjlint.workspace.packs import PackSource

_PER_WORKER = 8
"""A worker takes about as long to start as it takes to check so many plans."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to check.

    Args:
        shown: its path as reports show it.
        data: its content, or why it cannot be had.
        issuer: of the plan; empty to read it from the plan.
    """

    shown: str
    data: bytes | ReadError
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the checking of files is done with.

    Args:
        jobs: processes; 0 for as many as there is work for, up to `cores`.
        cores: of this machine.
        tick: called once for each file that is done.
        reading: how files are read.
    """

    pack: PackSource
    cache: Cache | None
    jobs: int = 1
    cores: int = 1
    tick: Callable[[], None] = lambda: None
    reading: ReadOptions = field(default_factory=ReadOptions)


def read_task(shown: str, path: Path, issuer: str = "") -> Task:
    """A task for a file on disk."""
    try:
        return Task(shown, path.read_bytes(), issuer)
    except OSError as error:
        hint = "check that it exists and may be read"
        return Task(shown, ReadError(f"the file cannot be opened ({error.strerror})", shown, hint), issuer)


def judge(tasks: Sequence[Task], bench: Bench) -> list[DocumentReport]:
    """The reports on files, in the order of the tasks; a file that fails has a report that says so.

    Raises:
        PackError: if the pack is broken.
    """
    keys = [_key(task, bench) for task in tasks]
    reports: list[DocumentReport | None] = []
    for task, key in zip(tasks, keys, strict=True):
        kept = bench.cache.get(DocumentReport, key) if bench.cache and key else None
        reports.append(replace(kept, path=task.shown) if kept else None)
        if kept:
            bench.tick()
    todo = [number for number, report in enumerate(reports) if report is None]
    for number, report in zip(todo, _work([tasks[number] for number in todo], bench), strict=True):
        reports[number] = report
        # A file that could not be read may be once a program or an extra is installed.
        if bench.cache and keys[number] and report.readable:
            bench.cache.put(keys[number], replace(report, path=""))
    return [report for report in reports if report is not None]


def _work(tasks: Sequence[Task], bench: Bench) -> list[DocumentReport]:
    if not tasks:
        return []
    jobs = min(bench.jobs or min(bench.cores, len(tasks) // _PER_WORKER), len(tasks))
    if jobs > 1:
        from dfjlint.workspace.pool import check_in_pool

        return check_in_pool(tasks, bench, jobs)
    from dfjlint.workspace.work import check_task

    index = bench.pack.index()
    reports = []
    for task in tasks:
        reports.append(check_task(task.shown, task.data, task.issuer, index, bench.reading))
        bench.tick()
    return reports


def _key(task: Task, bench: Bench) -> str:
    """Everything that decides the report; empty for a file that could not be opened."""
    if isinstance(task.data, ReadError):
        return ""
    head = bench.pack.head()
    content = hashlib.sha256(task.data).hexdigest()
    suffix = PurePath(task.shown).suffix.lower()
    reading = repr(replace(bench.reading, soffice=""))
    return key_of(tool_identity(), head.view.sha256, head.text_sha256, content, suffix, task.issuer, reading)
