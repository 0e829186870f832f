"""Finds tables by their ruled lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dfjlint.readers.pages.model import Glyph, Rule

_MOST_RULES = 4_000
_MOST_LINES = 400
_SLACK = 0.35  # of the font size


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its columns and rows begin and end, and which fields are one cell.

    Args:
        xs, ys: places of the lines, rising.
        owner: for each field (row, column), from 0, the first field of the cell that it belongs to.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[tuple[int, int], tuple[int, int]]

    @property
    def is_frame(self) -> bool:
        """True for a box around text: it has only one column."""
        return len({column for _, column in self.owner.values()}) == 1

    def cell_of(self, glyph: Glyph) -> tuple[int, int] | None:
        """The cell that a glyph stands in, None if it stands outside."""
        column = bisect_right(self.xs, (glyph.left + glyph.right) / 2) - 1
        row = bisect_right(self.ys, glyph.base - glyph.size * _SLACK) - 1
        return self.owner.get((row, column))


def find_grids(rules: Sequence[Rule], em: float) -> list[Grid]:
    """The tables of a page, from top to bottom; lines that cross no other line are ornament."""
    if len(rules) > _MOST_RULES:
        return []
    slack = _SLACK * em
    grids = [grid for group in _groups(rules, slack) if (grid := _grid(group, slack)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _groups(rules: Sequence[Rule], slack: float) -> list[list[Rule]]:
    """Rules that touch each other."""
    waiting = list(rules)
    groups = []
    while waiting:
        group = [waiting.pop()]
        for rule in group:
            near = [other for other in waiting if _touch(rule, other, slack)]
            if near:
                taken = set(map(id, near))
                waiting = [other for other in waiting if id(other) not in taken]
                group += near
        groups.append(group)
    return groups


def _touch(one: Rule, other: Rule, slack: float) -> bool:
    return (
        one.left <= other.right + slack
        and other.left <= one.right + slack
        and one.top <= other.bottom + slack
        and other.top <= one.bottom + slack
    )


def _grid(rules: Sequence[Rule], slack: float) -> Grid | None:
    upright = [rule for rule in rules if rule.is_vertical]
    level = [rule for rule in rules if not rule.is_vertical]
    xs = _places([rule.left for rule in upright], slack)
    ys = _places([rule.top for rule in level], slack)
    if not 2 <= len(xs) <= _MOST_LINES or not 2 <= len(ys) <= _MOST_LINES:
        return None
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            centre = (xs[column] + xs[column + 1]) / 2
            field = (row, column)
            if column and not _bars(upright, xs[column], middle, slack, vertical=True):
                owner[field] = owner[row, column - 1]
            elif row and not _bars(level, ys[row], centre, slack, vertical=False):
                owner[field] = owner[row - 1, column]
            else:
                owner[field] = field
    return Grid(xs, ys, owner)


def _places(values: Sequence[float], slack: float) -> tuple[float, ...]:
    """Values that are nearly the same, once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > slack:
            places.append(value)
    return tuple(places)


def _bars(rules: Sequence[Rule], place: float, across: float, slack: float, vertical: bool) -> bool:
    """Whether a line stands at a place and reaches the middle of a field."""
    for rule in rules:
        at, start, end = (rule.left, rule.top, rule.bottom) if vertical else (rule.top, rule.left, rule.right)
        if abs(at - place) <= slack and start <= across <= end:
            return True
    return False
