"""Walks a page and writes down its visible text."""

from __future__ import annotations

import re

from lxml import etree  # noqa: TID251

from dfjlint.model.source import BlockKind, Place, SourceDocument
from dfjlint.readers.builder import TextBuilder
from dfjlint.readers.html.charset import decode_page
from dfjlint.readers.html.furniture import data_sheets, find_furniture
from dfjlint.readers.html.lists import ItemNumbers
from dfjlint.readers.html.markup import BLOCKS, HEADINGS, is_dropped, is_note_mark
from dfjlint.readers.html.tables import columns, is_layout, layout_tables
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile
from dfjlint.readers.xmlparse import parse_html
from dfjlint.text.lines import line_spans

_WIDE = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
# A line end in the source of a page is a space, but not between Chinese characters.
_WRAP = re.compile(f"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_SPACE = re.compile("[ \t\r\n\f]+")


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The visible text of a page; hidden parts are dropped, navigation and the like is FURNITURE.

    Headings have their level, cells of data tables their place, items of ordered lists their number.

    Raises:
        ReadError: if the page cannot be decoded or is too large or too deep.
    """
    text, encoding = decode_page(raw.data, raw.path)
    builder = TextBuilder(raw, options)
    root = parse_html(text, raw.path, options)
    if root is not None:
        _Walker(root, builder).walk()
    return builder.document("html", encoding)


class _Walker:
    """Goes through the elements in document order; text is written down where a block begins or ends."""

    def __init__(self, root: etree._Element, builder: TextBuilder) -> None:
        self._root = root
        self._builder = builder
        self._text: list[str] = []
        self._layouts = layout_tables(root)
        self._furniture = find_furniture(root) | data_sheets(root, self._layouts)
        self._furniture_depth = 0
        self._levels: list[int] = []
        self._preformatted = 0
        self._lists: list[ItemNumbers] = []
        self._label = ""
        self._tables = 0
        self._cells: dict[etree._Element, Place] = {}
        self._places: list[Place | None] = [None]

    def walk(self) -> None:
        walker = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if is_dropped(element) or is_note_mark(element):
                    walker.skip_subtree()
                    continue
                self._start(element)
                self._add(element.text)
            else:
                if not is_dropped(element) and not is_note_mark(element):
                    self._end(element)
                self._add(element.tail)
        self._flush()

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag in BLOCKS:
            self._flush()
        self._furniture_depth += element in self._furniture
        if tag in HEADINGS:
            self._levels.append(HEADINGS[tag])
        elif tag == "pre":
            self._preformatted += 1
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(ItemNumbers(element))
        elif tag == "li":
            self._label = self._lists[-1].label(element) if self._lists else ""
        elif tag == "table":
            self._start_table(element)
        elif tag in ("td", "th"):
            self._places.append(self._cells.get(element))

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
        self._furniture_depth -= element in self._furniture
        if tag in HEADINGS:
            self._levels.pop()
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag in ("td", "th"):
            self._places.pop()

    def _start_table(self, table: etree._Element) -> None:
        if table in self._layouts or is_layout(table):
            return
        self._tables += 1
        for cell, (row, column) in columns(table).items():
            self._cells[cell] = Place(table=self._tables, row=row, column=column)

    def _break(self) -> None:
        """A line break ends a block, but a heading on two lines is one heading."""
        if self._levels:
            self._text.append(" ")
        else:
            self._flush()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            self._text.append(text)
            return
        for span in line_spans(text):
            self._flush()
            self._text.append(text[span.start : span.end])

    def _flush(self) -> None:
        text = _SPACE.sub(" ", _WRAP.sub("", "".join(self._text))).strip()
        self._text.clear()
        if not text:
            return
        if self._label:
            gap = " " if self._label.endswith(".") else ""
            text, self._label = f"{self._label}{gap}{text}", ""
        place = self._places[-1]
        if self._furniture_depth:
            self._builder.add(text, BlockKind.FURNITURE)
        elif place:
            self._builder.add(text, BlockKind.TABLE_CELL, place=place)
        elif self._levels:
            self._builder.add(text, BlockKind.HEADING, self._levels[-1])
        else:
            self._builder.add(text, BlockKind.PARAGRAPH)
