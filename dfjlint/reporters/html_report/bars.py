"""Counts of obligations by coverage, as numbers and as a bar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dfjlint.model.report import Coverage, ObligationResult
from dfjlint.reporters.verdicts import applies

#: Order of bars, legends and filters: what is answered first, what is left last.
ORDER = (
    Coverage.COVERED,
    Coverage.PARTIAL,
    Coverage.MISSING,
    Coverage.CONTRADICTED,
    Coverage.UNDETERMINED,
)
#: Width of a bar in the units of its drawing.
WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: x and width in units of its drawing."""

    coverage: str
    count: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Obligations counted by coverage; those that do not apply are counted on their own.

    Args:
        segments: of the bar; coverages without obligations have none.
    """

    total: int
    counts: tuple[tuple[str, int], ...]
    not_applicable: int
    segments: tuple[Segment, ...]

    @property
    def covered(self) -> int:
        """Obligations that are covered."""
        return dict(self.counts)[Coverage.COVERED.value]

    @property
    def percent(self) -> int:
        """Covered obligations of a hundred, rounded down so that 100 means all; 0 if there are none."""
        return self.covered * 100 // self.total if self.total else 0


def tally(results: Iterable[ObligationResult]) -> Tally:
    """Counts of some obligations."""
    everyone = list(results)
    judged = [result for result in everyone if applies(result)]
    counts = tuple((coverage.value, sum(result.coverage is coverage for result in judged)) for coverage in ORDER)
    return Tally(len(judged), counts, len(everyone) - len(judged), _segments(counts, len(judged)))


def _segments(counts: Iterable[tuple[str, int]], total: int) -> tuple[Segment, ...]:
    segments = []
    before = 0
    for coverage, count in counts:
        if count:
            x = WIDTH * before // total
            before += count
            segments.append(Segment(coverage, count, x, WIDTH * before // total - x))
    return tuple(segments)
