"""What the worker processes of a check do: one file in, its report out, kept in the cache at once."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from dfjlint.model.report import DocumentReport
from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import Cache
from dfjlint.workspace.hand import Lost
from dfjlint.workspace.judge import TIME_LIMIT, Bench, Task, key_of_task
from dfjlint.workspace.packs import PackSource
from dfjlint.workspace.pool import Pool
from dfjlint.workspace.work import check_task, lost, warm

CheckPool: TypeAlias = Pool[tuple[Task, str], DocumentReport]


@dataclass(frozen=True, slots=True)
class Checker:
    """The work of a process.

    Args:
        folder: of the pack.
        cache: folder of results; None to keep none.
    """

    folder: Path
    cache: Path | None
    reading: ReadOptions

    def prepare(self) -> None:
        """Load everything that a check needs, so that the first file does not pay for it."""
        warm(_pack(self.folder, self.cache).index(), self.reading)

    def __call__(self, task: tuple[Task, str]) -> DocumentReport:
        """The report on a file.

        Args:
            task: the file, and the key of its report in the cache; empty to keep none.
        """
        file, key = task
        pack = _pack(self.folder, self.cache)
        report = check_task(file.shown, file.data, file.issuer, pack.index(), self.reading)
        # A file that could not be read may be once a program or an extra is installed.
        if pack.cache and key and report.readable:
            pack.cache.put(key, replace(report, path=""))
        return report


def pool_of(bench: Bench, jobs: int) -> CheckPool:
    """Worker processes for the files of a run."""
    limit = TIME_LIMIT if bench.time_limit is None else bench.time_limit
    folder = bench.cache.folder if bench.cache else None
    return Pool(Checker(bench.pack.folder, folder, bench.reading), jobs, limit)


def answer_to(task: Task, bench: Bench, pool: CheckPool) -> Future[DocumentReport]:
    """The report to come on a file; a file that costs its worker twice has one that says so."""

    def done(found: DocumentReport | Lost) -> DocumentReport:
        bench.tick()
        return lost(task.shown, task.data, found, pool.time_limit) if isinstance(found, Lost) else found

    return pool.submit((task, key_of_task(task, bench) if bench.cache else ""), done)


@lru_cache(maxsize=1)
def _pack(folder: Path, cache: Path | None) -> PackSource:
    """The pack, once in each process."""
    return PackSource(folder, Cache(cache) if cache else None)
