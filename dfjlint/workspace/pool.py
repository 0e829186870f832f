"""Checks files in several processes; a process that dies takes one file with it, not the run."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from pathlib import Path

from dfjlint.model.report import DocumentReport
from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import Cache
from dfjlint.workspace.judge import Bench, Task
from dfjlint.workspace.packs import PackSource
from dfjlint.workspace.work import check_task, failed


def check_in_pool(tasks: Sequence[Task], bench: Bench, jobs: int) -> list[DocumentReport]:
    """The reports on files, in the order of the tasks, from so many processes."""
    reports: list[DocumentReport | None] = [None] * len(tasks)
    while undone := [number for number, report in enumerate(reports) if report is None]:
        _fill(reports, undone, _round([tasks[number] for number in undone], bench, jobs))
        # If a process died, it was at work on one of the first that are still undone; alone it shows on which.
        for number in [number for number in undone if reports[number] is None][:jobs]:
            reports[number] = _round([tasks[number]], bench, 1)[0] or _died(tasks[number])
    return [report for report in reports if report is not None]


def _fill(reports: list[DocumentReport | None], numbers: Sequence[int], found: Sequence[DocumentReport | None]) -> None:
    for number, report in zip(numbers, found, strict=True):
        reports[number] = report


def _round(tasks: Sequence[Task], bench: Bench, jobs: int) -> list[DocumentReport | None]:
    """The reports of one pool; None for each file that was not done when a process died."""
    reports: list[DocumentReport | None] = [None] * len(tasks)
    pack = bench.pack
    cache_folder = pack.cache.folder if pack.cache else None
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_leave_interrupts)
    futures: dict[Future[DocumentReport], int] = {}
    try:
        for number, task in enumerate(tasks):
            futures[pool.submit(_check, task, pack.folder, cache_folder, bench.reading)] = number
        for future in as_completed(futures):
            reports[futures[future]] = future.result()
            bench.tick()
    except BrokenProcessPool:
        pass
    except BaseException:
        _stop(pool)
        raise
    pool.shutdown(wait=True, cancel_futures=True)
    return reports


def _check(task: Task, folder: Path, cache_folder: Path | None, reading: ReadOptions) -> DocumentReport:
    index = _pack(folder, cache_folder).index()
    return check_task(task.shown, task.data, task.issuer, index, reading)


@lru_cache(maxsize=1)
def _pack(folder: Path, cache_folder: Path | None) -> PackSource:
    """The pack, once in each process."""
    return PackSource(folder, Cache(cache_folder) if cache_folder else None)


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(pool: ProcessPoolExecutor) -> None:
    """Ends the processes at once."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()


def _died(task: Task) -> DocumentReport:
    data = task.data if isinstance(task.data, bytes) else b""
    return failed(task.shown, data, "its process was killed, perhaps for want of memory")
