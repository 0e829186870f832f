"""Keeps the reports of a long run in a temporary file, so that a thousand plans do not sit in memory."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from dfjlint.model.report import DocumentReport
from dfjlint.workspace.pickling import pickled

IN_MEMORY = 100
"""A run of up to so many plans is kept in memory."""


def shelved(reports: Iterable[DocumentReport]) -> Sequence[DocumentReport]:
    """Reports that may be gone through several times, in order."""
    rest = iter(reports)
    first = tuple(islice(rest, IN_MEMORY + 1))
    return first if len(first) <= IN_MEMORY else Shelf(chain(first, rest))


class Shelf(Sequence[DocumentReport]):
    """Reports on disk, each read when it is asked for; the file is gone with the process."""

    def __init__(self, reports: Iterable[DocumentReport]) -> None:
        self._file = tempfile.TemporaryFile(prefix="dfjlint-")  # noqa: SIM115 — as long as the shelf
        self._ends = [0]
        for report in reports:
            size = self._file.write(zlib.compress(pickled(report), 1))
            self._ends.append(self._ends[-1] + size)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> DocumentReport: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[DocumentReport]: ...

    def __getitem__(self, place: int | slice) -> DocumentReport | Sequence[DocumentReport]:
        numbers = range(len(self))[place]
        return self._read(numbers) if isinstance(numbers, int) else tuple(map(self._read, numbers))

    def __iter__(self) -> Iterator[DocumentReport]:
        return map(self._read, range(len(self)))

    def _read(self, number: int) -> DocumentReport:
        self._file.seek(self._ends[number])
        data = self._file.read(self._ends[number + 1] - self._ends[number])
        report: DocumentReport = pickle.loads(zlib.decompress(data))  # noqa: S301 — written above
        return report
