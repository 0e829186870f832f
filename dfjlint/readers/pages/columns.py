"""Puts rows into reading order: columns one after the other, all else from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dfjlint.readers.pages.rows import Segment, join

_FEWEST_LINES = 4
_NARROWEST = 8  # characters
_OVERLAP = 0.5
_MOST_ROWS = 1_000
_MOST_GUTTERS = 20

Row = Sequence[Segment]


def reading_order(rows: Sequence[Row], em: float) -> list[Segment]:
    """The lines of a page, or of a part of it, in the order in which they are read.

    Args:
        rows: from top to bottom, cut at wide gaps.
        em: the usual size of glyphs.
    """
    found = _find_columns(rows, em) if len(rows) <= _MOST_ROWS else None
    if found is None:
        return [join(row) for row in rows]
    first, last, gutter = found
    left = [side for row in rows[first:last] if (side := [s for s in row if s.right <= gutter])]
    right = [side for row in rows[first:last] if (side := [s for s in row if s.left >= gutter])]
    parts = (rows[:first], left, right, rows[last:])
    return [line for part in parts if part for line in reading_order(part, em)]


def _find_columns(rows: Sequence[Row], em: float) -> tuple[int, int, float] | None:
    """The longest run of rows that a gutter cuts into two columns: its first row, the row after it, the gutter."""
    gutters = {round((a.right + b.left) / 2 / em): (a.right + b.left) / 2 for row in rows for a, b in pairwise(row)}
    best: tuple[int, int, float] | None = None
    for gutter in list(gutters.values())[:_MOST_GUTTERS]:
        for first, last in _runs(rows, gutter):
            longer = best is None or last - first > best[1] - best[0]
            if longer and _are_columns(rows[first:last], gutter, em):
                best = (first, last, gutter)
    return best


def _runs(rows: Sequence[Row], gutter: float) -> list[tuple[int, int]]:
    """Runs of rows that no text crosses the gutter in."""
    crossed = [i for i, row in enumerate(rows) if any(s.left < gutter < s.right for s in row)]
    bounds = [-1, *crossed, len(rows)]
    return [(before + 1, after) for before, after in pairwise(bounds) if after - before > _FEWEST_LINES]


def _are_columns(rows: Sequence[Row], gutter: float, em: float) -> bool:
    """Both sides have several lines of text beside each other, most as wide as a column is."""
    left = [s for row in rows for s in row if s.right <= gutter]
    right = [s for row in rows for s in row if s.left >= gutter]
    for side in (left, right):
        widths = sorted(s.right - s.left for s in side)
        if len(side) < _FEWEST_LINES or widths[len(widths) // 2] < _NARROWEST * em:
            return False
    top, bottom = max(left[0].base, right[0].base), min(left[-1].base, right[-1].base)
    height = max(left[-1].base, right[-1].base) - min(left[0].base, right[0].base)
    return bottom - top > _OVERLAP * height
