"""Walks the parts of a Word document and writes down what Word shows."""

from __future__ import annotations

import re

from lxml import etree  # noqa: TID251

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.model.anchor import WordAnchors
from dfjlint.model.source import BlockKind, Place, SourceDocument
from dfjlint.readers.builder import TextBuilder
from dfjlint.readers.docx.inline import Inline, InlineReader, chosen, is_placeholder
from dfjlint.readers.docx.names import local, w
from dfjlint.readers.docx.numbering import Numbering
from dfjlint.readers.docx.package import WordPackage
from dfjlint.readers.docx.revisions import Revisions
from dfjlint.readers.docx.styles import Styles
from dfjlint.readers.docx.tables import table_cells
from dfjlint.readers.docx.trace import Trace
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile

_PAGE_AT_END = re.compile(r"[\t.…·]\s*[\dIVXivx]+\s*$")


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The text of a Word document, with automatic numbers at the start of their paragraphs.

    Text boxes follow the paragraph they hang on, footnotes and endnotes come last. Comments, hidden
    text, page headers and page footers are left out; a table of contents is FURNITURE. A line break
    ends a block. A table with one column is a frame around paragraphs.

    Raises:
        ReadError: if a part is missing, broken or beyond the limits.
    """
    package = WordPackage(raw, options)
    return _walked(package, raw, options, None).builder.document("docx")


def word_anchors(raw: RawFile, options: ReadOptions) -> WordAnchors:
    """Where the characters that `read` gives stand in the main part.

    Raises:
        ReadError: as `read`.
    """
    package = WordPackage(raw, options)
    trace = Trace(package.document)
    _walked(package, raw, options, trace)
    return WordAnchors(package.name, tuple(trace.anchors))


def _walked(package: WordPackage, raw: RawFile, options: ReadOptions, trace: Trace | None) -> _Walker:
    walker = _Walker(package, TextBuilder(raw, options), raw, options, trace)
    walker.body()
    walker.notes()
    return walker


class _Walker:
    """Goes through paragraphs and tables in document order."""

    def __init__(
        self, package: WordPackage, builder: TextBuilder, raw: RawFile, options: ReadOptions, trace: Trace | None
    ) -> None:
        self.builder = builder
        self.trace = trace
        self._package = package
        self._where = raw.path
        self._revisions = Revisions(options.revisions == "original")
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._reader = InlineReader(self._styles, self._revisions)
        self._pending: Inline | None = None
        self._start = 0  # piece of the pending text at which the present paragraph begins
        self._tables = 0
        self._references: list[tuple[str, str]] = []
        self._in_note = False

    def body(self) -> None:
        body = self._package.document.find(w("body"))
        if body is not None:
            self._container(body, None)

    def notes(self) -> None:
        """The notes that the body refers to, each once, in the order of the references."""
        self._in_note = True
        parts = {kind: self._note_elements(kind) for kind in ("footnotes", "endnotes")}
        for kind in parts:
            for reference in dict.fromkeys(self._references):
                note = parts[kind].get(reference[1]) if reference[0] == kind else None
                if note is not None:
                    if self.trace is not None:
                        self.trace.note(reference)
                    self._container(note, None)

    def _note_elements(self, kind: str) -> dict[str, etree._Element]:
        root = self._package.part(kind)
        elements = root if root is not None else ()
        return {note.get(w("id"), ""): note for note in elements if note.get(w("type"), "normal") == "normal"}

    def _container(self, parent: etree._Element, place: Place | None) -> None:
        self._blocks(parent, place)
        self._finish(None, place)

    def _blocks(self, parent: etree._Element, place: Place | None) -> None:
        for child in parent:
            name = local(child)
            if self._revisions.drops(child):
                continue
            if child.tag == w("p"):
                self._paragraph(child, place)
            elif child.tag == w("tbl"):
                self._finish(None, place)
                self._table(child)
            elif name == "AlternateContent":
                self._blocks(chosen(child), place)
            elif name in ("altChunk", "subDoc"):
                raise _not_included(self._where)
            elif not (name == "sdt" and is_placeholder(child)):
                self._blocks(child, place)

    def _paragraph(self, paragraph: etree._Element, place: Place | None) -> None:
        properties = self._revisions.paragraph_properties(paragraph)
        if self._pending is None:
            self._pending, self._start = Inline(), 0
        inline = self._pending
        self._reader.read(paragraph, inline)
        if self._revisions.drops_mark(paragraph):
            return
        # Hidden paragraphs count: authors use them to set the first part of 2.1.
        inline.text.insert(self._start, self._label(properties, inline, place))
        inline.origins.insert(self._start, None)
        if self._styles.has_hidden_mark(properties):
            self._start = len(inline.text)
        else:
            self._finish(properties, place)

    def _label(self, properties: etree._Element | None, inline: Inline, place: Place | None) -> str:
        """The number of a paragraph. One without text counts, but says nothing outside a table."""
        label = self._numbering.label(properties)
        has_text = any(text.strip() for text in inline.text[self._start :])
        return label if has_text or place is not None else ""

    def _finish(self, properties: etree._Element | None, place: Place | None) -> None:
        """Write down the paragraph that is pending, then what hangs on it."""
        inline, self._pending = self._pending, None
        if inline is None:
            return
        text = "".join(inline.text)
        kind, level = self._kind(properties, place, inline, text)
        pieces = [text.replace("\n", " ")] if kind is BlockKind.HEADING else text.split("\n")
        done = 0
        for piece in pieces:
            at = place if place is not None and kind is BlockKind.TABLE_CELL else Place()
            span = self.builder.add(piece, kind, level, at)
            if span is not None and self.trace is not None:
                self.trace.block(span, done + len(piece) - len(piece.lstrip()), inline)
            done += len(piece) + 1
        self._references += inline.notes
        for box in inline.boxes:
            self._container(box, place)

    def _kind(
        self, properties: etree._Element | None, place: Place | None, inline: Inline, text: str
    ) -> tuple[BlockKind, int]:
        listed = inline.in_contents and _PAGE_AT_END.search(text)
        if listed or self._styles.is_contents(properties):
            return BlockKind.FURNITURE, 0
        if self._in_note:
            return BlockKind.NOTE, 0
        if place is not None:
            return BlockKind.TABLE_CELL, 0
        level = self._styles.level(properties)
        return (BlockKind.HEADING, level) if level else (BlockKind.PARAGRAPH, 0)

    def _table(self, table: etree._Element) -> None:
        cells = table_cells(table, self._revisions)
        is_frame = all(cell.column == 1 for cell in cells)
        self._tables += not is_frame
        number = self._tables
        for cell in cells:
            place = None if is_frame else Place(table=number, row=cell.row, column=cell.column)
            self._container(cell.element, place)


def _not_included(where: str) -> ReadError:
    return read_error("includes-file", where, "save-word")
