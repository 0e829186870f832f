"""Reads Markdown: the decoded file, with headings, paragraphs, list items and table cells as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dfjlint.model.source import Block, BlockKind, Place, SourceDocument, Span
from dfjlint.readers.builder import check_length
from dfjlint.readers.encoding import decode
from dfjlint.readers.markdown_table import cell_spans, is_delimiter_row
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile
from dfjlint.text.lines import line_spans

# CommonMark wants a space after the number signs; Chinese authors often leave it out.
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]|$|(?=[^\x00-\x7f]))")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBERED = re.compile(r"\s*\d{1,9}[.)][ \t]+\S")
_CHINESE_NUMBER = re.compile(
    r"\s*(?:\*\*)?(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[)）]|\d+[.．、](?!\d)"
    r"|第[一二三四五六七八九十百零\d]+[编編章节節条條])"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S+")
_IMAGE = re.compile(r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*)+$")
_TAGS = re.compile(r"\s*(?:</?[A-Za-z][^<>]*>\s*)+$")
_HARD_BREAKS = ("  ", "\\")


@dataclass(frozen=True, slots=True)
class _Line:
    """A physical line: its number from 1, where it starts, and its characters."""

    number: int
    start: int
    text: str


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """A Markdown file, untouched but for its byte order mark.

    A paragraph on one line is a PARAGRAPH, one on several lines is given as LINE blocks; a line that
    begins with a number (一、 （一） 1.) begins a paragraph of its own. Code, comments, front matter and
    link definitions are FURNITURE.

    Raises:
        ReadError: if the encoding is not known or the text is too long.
    """
    text, encoding = decode(raw.data, raw.path)
    check_length(len(text), raw.path, options.max_characters)
    lines = [
        _Line(number, span.start, text[span.start : span.end]) for number, span in enumerate(line_spans(text), start=1)
    ]
    return SourceDocument(raw.path, "md", raw.sha256, text, tuple(_Scanner(lines).scan()), encoding)


class _Scanner:
    """Goes through the lines once, collecting blocks."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self._lines = lines
        self._blocks: list[Block] = []
        self._paragraph: list[Block] = []
        self._tables = 0
        self._unclosed: dict[str, int] = {}

    def scan(self) -> list[Block]:
        position = self._front_matter()
        while position < len(self._lines):
            position = self._step(position)
        self._end_paragraph()
        return self._blocks

    def _step(self, position: int) -> int:
        line = self._lines[position]
        if not line.text.strip():
            self._end_paragraph()
            return position + 1
        for rule in (self._fence, self._comment, self._setext, self._table):
            after = rule(position)
            if after > position:
                return after
        self._single(line)
        return position + 1

    def _single(self, line: _Line) -> None:
        """A line that is a block by itself, or a piece of a paragraph."""
        heading = _ATX.match(line.text)
        if heading:
            end = len(_without_closing(line.text))
            self._alone(line, BlockKind.HEADING, heading.end(), end, len(heading[1]))
        elif _RULE.match(line.text):
            self._end_paragraph()
        elif note := _FOOTNOTE.match(line.text):
            self._alone(line, BlockKind.NOTE, note.end())
        elif any(shape.match(line.text) for shape in (_REFERENCE, _IMAGE, _TAGS)):
            self._alone(line, BlockKind.FURNITURE)
        else:
            self._text(line)

    def _text(self, line: _Line) -> None:
        quote = _QUOTE.match(line.text)
        start = quote.end() if quote else 0
        bullet = _BULLET.match(line.text, start)
        if bullet or _NUMBERED.match(line.text, start) or _CHINESE_NUMBER.match(line.text, start):
            self._end_paragraph()
        broken = line.text.endswith(_HARD_BREAKS)
        end = len(line.text.removesuffix("\\"))
        if bullet:
            start = bullet.end()
        if line.text[start:end].strip():
            self._paragraph.append(_block(line, BlockKind.LINE, start, end))
        if broken:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if len(self._paragraph) == 1:
            self._paragraph = [self._logical(self._paragraph[0])]
        self._blocks += self._paragraph
        self._paragraph = []

    def _logical(self, block: Block) -> Block:
        """A paragraph on one line; bold marks around all of it are left out."""
        line = self._lines[block.place.line - 1]
        start, end = block.span.start - line.start, block.span.end - line.start
        text = line.text[start:end]
        if len(text) > 4 and text[:2] == text[-2:] == "**" and text.count("**") == 2:
            return _block(line, BlockKind.PARAGRAPH, start + 2, end - 2)
        return replace(block, kind=BlockKind.PARAGRAPH)

    def _alone(self, line: _Line, kind: BlockKind, start: int = 0, end: int | None = None, level: int = 0) -> None:
        self._end_paragraph()
        block = _block(line, kind, start, len(line.text) if end is None else end, level)
        if block.span.start < block.span.end:
            self._blocks.append(block)

    def _front_matter(self) -> int:
        """Skips YAML between --- lines at the top; the index of the first line after it."""
        if not self._lines or self._lines[0].text.rstrip() != "---":
            return 0
        for position, line in enumerate(self._lines[1:], start=1):
            if line.text.rstrip() in ("---", "..."):
                return self._furniture(0, position + 1)
        return 0

    def _fence(self, position: int) -> int:
        """Skips a code block. A fence that is never closed is a slip, and what follows it is text."""
        opening = _FENCE.match(self._lines[position].text)
        if not opening:
            return position
        mark, length = opening[1][0], len(opening[1])
        if length >= self._unclosed.get(mark, length + 1):
            return position
        for after in range(position + 1, len(self._lines)):
            line = self._lines[after].text.strip()
            if len(line) >= length and not line.strip(mark):
                return self._furniture(position, after + 1)
        self._unclosed[mark] = length
        return position

    def _comment(self, position: int) -> int:
        if not self._lines[position].text.lstrip().startswith("<!--") or "<!--" in self._unclosed:
            return position
        for after in range(position, len(self._lines)):
            _, mark, tail = self._lines[after].text.rpartition("-->")
            if mark:
                return position if tail.strip() else self._furniture(position, after + 1)
        self._unclosed["<!--"] = 0
        return position

    def _setext(self, position: int) -> int:
        """Underlining turns the paragraph before it into a heading."""
        underline = _SETEXT.match(self._lines[position].text)
        if not underline or not self._paragraph:
            return position
        level = 1 if underline[1][0] == "=" else 2
        self._blocks += (replace(piece, kind=BlockKind.HEADING, level=level) for piece in self._paragraph)
        self._paragraph = []
        return position + 1

    def _table(self, position: int) -> int:
        following = self._lines[position + 1].text if position + 1 < len(self._lines) else ""
        header = cell_spans(self._lines[position].text)
        if not is_delimiter_row(following, len(header)):
            return position
        self._end_paragraph()
        self._tables += 1
        self._row(position, 1)
        after, row = position + 2, 2
        while after < len(self._lines) and "|" in self._lines[after].text:
            self._row(after, row)
            after, row = after + 1, row + 1
        return after

    def _row(self, position: int, row: int) -> None:
        line = self._lines[position]
        for column, span in enumerate(cell_spans(line.text), start=1):
            if span.start < span.end:
                place = Place(line=line.number, table=self._tables, row=row, column=column)
                block = _block(line, BlockKind.TABLE_CELL, span.start, span.end)
                self._blocks.append(replace(block, place=place))

    def _furniture(self, start: int, end: int) -> int:
        for line in self._lines[start:end]:
            if line.text.strip():
                self._alone(line, BlockKind.FURNITURE)
        return end


def _without_closing(heading: str) -> str:
    """A heading without the number signs that close it."""
    text = heading.rstrip()
    bare = text.rstrip("#")
    return bare if bare != text and bare[-1:].isspace() else text


def _block(line: _Line, kind: BlockKind, start: int, end: int, level: int = 0) -> Block:
    """A block without the white space around it."""
    text = line.text[start:end]
    begin = line.start + start + len(text) - len(text.lstrip())
    return Block(Span(begin, begin + len(text.strip())), kind, level if text.strip() else 0, Place(line=line.number))
