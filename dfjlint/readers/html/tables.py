"""Tells tables of data from tables that lay out a page, and finds the column of each cell."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree  # noqa: TID251

from dfjlint.readers.html.markup import number

_MOST_COLUMNS = 200
_MOST_ROWS = 10_000
_CELL_PARAGRAPHS = 12
_ROW_GROUPS = ("thead", "tbody", "tfoot")


def layout_tables(root: etree._Element) -> set[etree._Element]:
    """The tables that hold another table or the heading of a page."""
    inner = root.iter("table", "h1", "h2", "article")
    return {table for element in inner if (table := next(element.iterancestors("table"), None)) is not None}


def is_layout(table: etree._Element) -> bool:
    """Whether a table without tables inside only places text on the page.

    It does if no row of it has two cells with text, or one of its cells holds many paragraphs.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    cells = [[cell for cell in _cells(row) if _has_text(cell)] for row in _rows(table)]
    if all(len(row) < 2 for row in cells):
        return True
    return any(len(cell.findall("p")) > _CELL_PARAGRAPHS for row in cells for cell in row)


def columns(table: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """Row and column, from 1, of every cell; cells that span rows push those below them aside."""
    places: dict[etree._Element, tuple[int, int]] = {}
    taken: dict[int, int] = {}  # column -> last row that a cell from above reaches into
    for row, element in enumerate(_rows(table), start=1):
        column = 1
        for cell in _cells(element):
            while taken.get(column, 0) >= row and column < _MOST_COLUMNS:
                column += 1
            places[cell] = (row, column)
            down = number(cell.get("rowspan"), 1, _MOST_ROWS)
            across = max(1, number(cell.get("colspan"), 1, _MOST_COLUMNS))
            after = min(column + across, _MOST_COLUMNS)
            if down > 1:
                taken.update(dict.fromkeys(range(column, after), row + down - 1))
            column = after
    return places


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from child.iterchildren("tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return row.iterchildren("td", "th")


def _has_text(cell: etree._Element) -> bool:
    return any(text.strip() for text in cell.itertext())
