"""The report on each of many files: from the cache where it is known, else worked out, in parallel if asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.model.report import DocumentReport
from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.identity import tool_identity
from dfjlint.workspace.packs import PackSource

if TYPE_CHECKING:
    from dfjlint.workspace.checker import CheckPool

_PER_WORKER = 8
"""A worker takes about as long to start as it takes to check so many plans."""
TIME_LIMIT = 300.0
"""Seconds that a worker has for a file if nobody says otherwise."""


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
class FileTask:
    """A file on disk that is opened when its turn comes. Arguments as for `Task`."""

    shown: str
    path: Path
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the checking of files is done with.

    Args:
        jobs: processes; 0 for as many as there is work for, up to `cores`.
        cores: of this machine.
        tick: called once for each file that is done, from any thread.
        reading: how files are read.
        time_limit: seconds for a file, 0 for no limit; None for TIME_LIMIT where worker processes are used anyway.
    """

    pack: PackSource
    cache: Cache | None
    jobs: int = 1
    cores: int = 1
    tick: Callable[[], None] = lambda: None
    reading: ReadOptions = field(default_factory=ReadOptions)
    time_limit: float | None = None


def read_task(shown: str, path: Path, issuer: str = "", most: int = ReadOptions().max_bytes) -> Task:
    """A task for a file on disk; of a file with more than `most` bytes no more is read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        return Task(shown, read_error("cannot-open", shown, "check-exists", why=error.strerror), issuer)
    if len(data) > most:
        return Task(shown, read_error("too-many-bytes", shown, "split", limit=most), issuer)
    return Task(shown, data, issuer)


def judge(tasks: Sequence[Task | FileTask], bench: Bench) -> Iterator[DocumentReport]:
    """The reports on files, in the order of the tasks; a file that fails has a report that says so.

    Few files and few reports are in memory at a time. What is done is in the cache at once.

    Raises:
        PackError: if the pack is broken.
    """
    known = [_known(task, bench) for task in tasks]
    todo = known.count("")
    jobs = min(bench.jobs or min(bench.cores, todo // _PER_WORKER), todo)
    if todo and (jobs > 1 or bench.time_limit):
        from dfjlint.workspace.checker import pool_of
        from dfjlint.workspace.pool import AHEAD, in_order

        with pool_of(bench, max(jobs, 1)) as pool:
            answers = (_submitted(task, key, bench, pool) for task, key in zip(tasks, known, strict=True))
            yield from in_order(answers, AHEAD * pool.jobs)
        return
    for task, key in zip(tasks, known, strict=True):
        yield _kept(task, key, bench) or _here(_loaded(task, bench), bench)


def key_of_task(task: Task, bench: Bench) -> str:
    """Everything that decides the report; empty for a file that could not be opened."""
    if isinstance(task.data, ReadError):
        return ""
    head = bench.pack.head()
    content = hashlib.sha256(task.data).hexdigest()
    suffix = PurePath(task.shown).suffix.lower()
    reading = repr(replace(bench.reading, soffice=""))
    return key_of(tool_identity(), head.view.sha256, head.text_sha256, content, suffix, task.issuer, reading)


def _known(task: Task | FileTask, bench: Bench) -> str:
    """The key of a report that the cache has; empty if it has none."""
    key = key_of_task(_loaded(task, bench), bench) if bench.cache else ""
    return key if bench.cache and key and bench.cache.has(DocumentReport, key) else ""


def _loaded(task: Task | FileTask, bench: Bench) -> Task:
    if isinstance(task, Task):
        return task
    return read_task(task.shown, task.path, task.issuer, bench.reading.max_bytes)


def _kept(task: Task | FileTask, key: str, bench: Bench) -> DocumentReport | None:
    """The report that the cache has, under the name asked for; None if there is none, or it is damaged."""
    found = bench.cache.get(DocumentReport, key) if bench.cache and key else None
    if found is None:
        return None
    bench.tick()
    return replace(found, path=task.shown)


def _submitted(task: Task | FileTask, key: str, bench: Bench, pool: CheckPool) -> Future[DocumentReport]:
    kept = _kept(task, key, bench)
    if kept is None:
        from dfjlint.workspace.checker import answer_to

        return answer_to(_loaded(task, bench), bench, pool)
    future: Future[DocumentReport] = Future()
    future.set_result(kept)
    return future


def _here(task: Task, bench: Bench) -> DocumentReport:
    """The report worked out in this process."""
    from dfjlint.workspace.work import check_task

    report = check_task(task.shown, task.data, task.issuer, bench.pack.index(), bench.reading)
    # A file that could not be read may be once a program or an extra is installed.
    if bench.cache and report.readable:
        bench.cache.put(key_of_task(task, bench), replace(report, path=""))
    bench.tick()
    return report
