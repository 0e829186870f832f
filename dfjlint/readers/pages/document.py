"""Writes pages down as the blocks of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dfjlint.model.source import BlockKind, Place, SourceDocument
from dfjlint.readers.builder import TextBuilder
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.pages.columns import reading_order
from dfjlint.readers.pages.grids import find_grids
from dfjlint.readers.pages.margins import find_furniture
from dfjlint.readers.pages.model import Page
from dfjlint.readers.pages.rows import Segment, find_rows
from dfjlint.readers.pages.tables import PageTable, continued, read_table
from dfjlint.readers.pages.trust import check_pages, page_remarks
from dfjlint.readers.reader import RawFile

_LOOSE = 1.45  # times the usual distance of lines: a gap between paragraphs
_MOST_INDENT = 20
_WIDE_LINE = 12  # characters: shorter lines say little about the margin


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in reading order.

    Args:
        lines: outside of tables.
        tables: from top to bottom.
        furniture: positions of lines that are no content.
    """

    page: Page
    lines: Sequence[Segment]
    tables: tuple[PageTable, ...]
    furniture: frozenset[int] = frozenset()

    def content(self) -> list[Segment | PageTable]:
        """Tables, and lines that are no furniture, in order."""
        lines = [line for i, line in enumerate(self.lines) if i not in self.furniture]
        items: list[Segment | PageTable] = []
        waiting = list(self.tables)
        for line in lines:
            while waiting and waiting[0].top < line.base:
                items.append(waiting.pop(0))
            items.append(line)
        return items + waiting


def write_pages(pages: Sequence[Page], raw: RawFile, options: ReadOptions, format: str) -> SourceDocument:
    """The document that pages of glyphs make up.

    Lines are LINE blocks with the white space of their indent; a wide gap between two is a blank line.
    Cells of ruled tables are TABLE_CELL blocks; a table that goes on over a page end is one table.
    Page numbers and running headers and footers are FURNITURE and come last, so that they cut no sentence.

    Raises:
        ReadError: if no page has text, or the text is too long.
    """
    check_pages(pages, raw.path)
    sheets = [_read_page(page) for page in pages]
    furniture = find_furniture([(sheet.page.height, sheet.lines) for sheet in sheets])
    sheets = [replace(sheet, furniture=found) for sheet, found in zip(sheets, furniture, strict=True)]
    writer = _Writer(TextBuilder(raw, options))
    contents = [sheet.content() for sheet in sheets]
    _join_tables(contents)
    for sheet, content in zip(sheets, contents, strict=True):
        writer.page(sheet, content)
    for sheet in sheets:
        writer.furniture(sheet)
    return writer.builder.document(format, remarks=page_remarks(pages, [sheet.lines for sheet in sheets]))


def _read_page(page: Page) -> _Sheet:
    em = page.em
    glyphs = list(page.glyphs)
    tables = []
    for grid in find_grids(page.rules, em):
        table, glyphs = read_table(grid, glyphs, page.number, em)
        if table is not None:
            tables.append(table)
    return _Sheet(page, reading_order(find_rows(glyphs, em), em), tuple(tables))


def _join_tables(contents: Sequence[list[Segment | PageTable]]) -> None:
    """Move the second part of a table that a page end has cut to the first."""
    for above, below in reversed(list(pairwise(contents))):
        if not above or not below:
            continue
        last, first = above[-1], below[0]
        if isinstance(last, PageTable) and isinstance(first, PageTable) and last.columns == first.columns:
            above[-1] = continued(last, first)
            del below[0]


class _Writer:
    """Takes up pages one after another."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self._tables = 0

    def page(self, sheet: _Sheet, content: Sequence[Segment | PageTable]) -> None:
        place = Place(page=sheet.page.number)
        margin, pitch, em = _margin(sheet), _pitch(sheet), sheet.page.em
        above: Segment | None = None
        for item in content:
            if isinstance(item, PageTable):
                self._table(item)
                above = None
                continue
            if above is not None and item.base - above.base > _LOOSE * pitch:
                self.builder.blank_line()
            indent = max(0, min(round((item.left - margin) / em), _MOST_INDENT))
            self.builder.add(item.text, BlockKind.LINE, place=place, indent=indent)
            above = item

    def furniture(self, sheet: _Sheet) -> None:
        """What is no content, kept for the record."""
        for i in sorted(sheet.furniture):
            self.builder.add(sheet.lines[i].text, BlockKind.FURNITURE, place=Place(page=sheet.page.number))

    def _table(self, table: PageTable) -> None:
        self._tables += 1
        for number, row in enumerate(table.rows, start=1):
            for cell in row:
                place = Place(page=cell.page, table=self._tables, row=number, column=cell.column)
                self.builder.add(cell.text, BlockKind.TABLE_CELL, place=place)


def _margin(sheet: _Sheet) -> float:
    """Where most lines of a page begin."""
    em = sheet.page.em
    long = [line.left for line in sheet.lines if line.right - line.left > _WIDE_LINE * em]
    lefts = long or [line.left for line in sheet.lines]
    counts = Counter(round(left / em) for left in lefts)
    common = min(counts, key=lambda place: (-counts[place], place), default=0)
    return min((left for left in lefts if round(left / em) == common), default=0.0)


def _pitch(sheet: _Sheet) -> float:
    """The usual distance of two lines."""
    steps = [below.base - above.base for above, below in pairwise(sheet.lines) if below.base > above.base]
    return median(steps) if steps else sheet.page.height
