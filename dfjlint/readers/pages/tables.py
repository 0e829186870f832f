"""Reads the cells of ruled tables, and joins tables that a page end has cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dfjlint.readers.pages.grids import Grid
from dfjlint.readers.pages.model import Glyph
from dfjlint.readers.pages.rows import find_rows, join

_ENDS = frozenset("。；！？;!?：:")


class Cell(NamedTuple):
    """A cell with text; its column from 1."""

    column: int
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or the part of one that stands on a page.

    Args:
        top: where it begins on its page.
        columns: how many it has.
        rows: from top to bottom; a row may be without cells.
    """

    top: float
    columns: int
    rows: tuple[tuple[Cell, ...], ...]


def read_table(grid: Grid, glyphs: Sequence[Glyph], page: int, em: float) -> tuple[PageTable | None, list[Glyph]]:
    """The table that stands in a grid, and the glyphs outside of it; None for a box or an empty grid."""
    if grid.is_frame:
        return None, list(glyphs)
    inside: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    outside = []
    for glyph in glyphs:
        cell = grid.cell_of(glyph)
        if cell is None:
            outside.append(glyph)
        else:
            inside[cell].append(glyph)
    if len(inside) < 2:
        return None, list(glyphs)
    rows: list[list[Cell]] = [[] for _ in grid.ys[1:]]
    for row, column in sorted(inside):
        rows[row].append(Cell(column + 1, _cell_text(inside[row, column], em), page))
    return PageTable(grid.ys[0], len(grid.xs) - 1, tuple(map(tuple, rows))), outside


def continued(above: PageTable, below: PageTable) -> PageTable:
    """One table out of two parts with a page end between them.

    A row of headings that comes again is left out; a row that the page end has cut becomes one.
    """
    rows, more = list(above.rows), list(below.rows)
    if _words(rows[0]) == _words(more[0]):
        more.pop(0)
    if more and _is_cut(rows[-1], more[0]):
        rows[-1] = _merged(rows[-1], more.pop(0))
    return PageTable(above.top, above.columns, (*rows, *more))


def _cell_text(glyphs: Sequence[Glyph], em: float) -> str:
    text = ""
    for row in find_rows(glyphs, em):
        line = join(row).text
        text += f" {line}" if _ends_word(text[-1:]) and _ends_word(line[0]) else line
    return text


def _ends_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _words(row: Sequence[Cell]) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in row]


def _is_cut(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the last cell of a row breaks off inside a sentence that the same cell of the next row ends."""
    if not above or not below or not {cell.column for cell in below} <= {cell.column for cell in above}:
        return False
    last, first = above[-1], below[-1]
    return last.column == first.column and last.text[-1] not in _ENDS and first.text[-1] in _ENDS


def _merged(above: Sequence[Cell], below: Sequence[Cell]) -> tuple[Cell, ...]:
    more = {cell.column: cell.text for cell in below}
    return tuple(cell._replace(text=cell.text + more.get(cell.column, "")) for cell in above)
