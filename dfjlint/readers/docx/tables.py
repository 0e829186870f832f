"""Finds the rows and cells of a Word table with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # noqa: TID251

from dfjlint.readers.docx.names import integer, local, value, w
from dfjlint.readers.docx.revisions import Revisions

_MOST_COLUMNS = 1_000
_WRAPPERS = frozenset(["sdt", "sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom"])


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is shown, with its row and column from 1."""

    element: etree._Element
    row: int
    column: int


def table_cells(table: etree._Element, revisions: Revisions) -> list[Cell]:
    """The cells of a table in order; those merged into the cell above or before them are left out.

    A cell that spans columns has the place of its first one.
    """
    cells: list[Cell] = []
    rows = (row for row in _below(table, w("tr"), revisions) if not revisions.drops_row(row))
    for number, row in enumerate(rows, start=1):
        before = integer(value(row.find(w("trPr")), "gridBefore")) or 0
        column = min(before, _MOST_COLUMNS) + 1
        for element in _below(row, w("tc"), revisions):
            if revisions.drops_cell(element):
                continue
            properties = element.find(w("tcPr"))
            if not _is_merged(properties):
                cells.append(Cell(element, number, column))
            column += max(1, min(integer(value(properties, "gridSpan")) or 1, _MOST_COLUMNS))
    return cells


def _below(parent: etree._Element, tag: str, revisions: Revisions) -> Iterator[etree._Element]:
    """Children with a tag, also inside content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif local(child) in _WRAPPERS and not revisions.drops(child):
            yield from _below(child, tag, revisions)


def _is_merged(properties: etree._Element | None) -> bool:
    for name in ("vMerge", "hMerge"):
        merge = properties.find(w(name)) if properties is not None else None
        if merge is not None and merge.get(w("val"), "continue") == "continue":
            return True
    return False
