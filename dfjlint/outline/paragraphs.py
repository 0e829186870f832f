"""Paragraphs out of physical lines: hard wraps undone, page furniture taken out of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dfjlint.model.source import Block, BlockKind, SourceDocument, Span
from dfjlint.outline.emphasis import without_marks
from dfjlint.outline.furniture import find_furniture
from dfjlint.outline.joining import LIST_MARK, find_joins
from dfjlint.outline.layout import Line, read_lines
from dfjlint.outline.numbering import Marker, find_marker
from dfjlint.outline.wrapping import measure_wrapping
from dfjlint.text.normalise import skeleton


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph, before its part in the plan is known.

    Args:
        spans: its pieces in the source, at least one.
        text: their skeletons joined.
        kind, level: of the block it begins in; a Markdown heading in a text file is a HEADING.
        block: it begins in.
        marker: the number it begins with.
        bullet: True if a list bullet stood before it (left out of the spans).
        chrome: True for page furniture and web chrome.
    """

    spans: tuple[Span, ...]
    text: str
    kind: BlockKind
    level: int
    block: Block
    marker: Marker | None = None
    bullet: bool = False
    chrome: bool = False


def build_paragraphs(source: SourceDocument) -> list[Draft]:
    """The paragraphs of a source in reading order.

    Lines are joined where a wrap, a page end or page furniture has cut a sentence; furniture inside a
    paragraph is dropped, elsewhere it becomes a paragraph of its own. Paragraphs, headings and table
    cells that the format itself marks are never joined.
    """
    lines = read_lines(source)
    chrome = find_furniture(lines)
    content = _without_chrome(lines, chrome)
    drafts = _assemble(lines, chrome, find_joins(content, measure_wrapping(content)))
    return [_without_marks(draft, source.text) for draft in drafts] if source.format == "md" else drafts


def _without_marks(draft: Draft, text: str) -> Draft:
    """A paragraph of Markdown without its marks of emphasis."""
    spans = without_marks(draft.spans, text)
    if spans == draft.spans or draft.chrome:
        return draft
    words = "".join(skeleton(text[span.start : span.end]) for span in spans).strip(" ")
    return replace(draft, spans=spans, text=words, marker=find_marker(words) or draft.marker)


def _without_chrome(lines: Sequence[Line], chrome: Sequence[bool]) -> list[Line]:
    """The lines of content; a line behind furniture counts as one on a new page."""
    content: list[Line] = []
    for i, line in enumerate(lines):
        if not chrome[i]:
            content.append(line._replace(page_break=True) if i and chrome[i - 1] else line)
    return content


def _assemble(lines: Sequence[Line], chrome: Sequence[bool], joins: Sequence[Marker | bool | None]) -> list[Draft]:
    drafts: list[Draft] = []
    pieces: list[Line] = []
    marker: Marker | None = None
    waiting: list[Line] = []
    decisions = iter(joins)
    for line, is_chrome in zip(lines, chrome, strict=True):
        if is_chrome:
            waiting.append(line)
            continue
        decision = next(decisions)
        if decision is False:
            waiting.clear()
            pieces.append(line)
            continue
        if pieces:
            drafts.append(_draft(pieces, marker))
        drafts += map(_chrome_draft, waiting)
        waiting.clear()
        pieces = [line]
        marker = decision if isinstance(decision, Marker) else None
    if pieces:
        drafts.append(_draft(pieces, marker))
    drafts += map(_chrome_draft, waiting)
    return drafts


def _chrome_draft(line: Line) -> Draft:
    block = line.block
    return Draft((Span(line.start, line.end),), line.text, block.kind, 0, block, chrome=True)


def _draft(pieces: Sequence[Line], marker: Marker | None) -> Draft:
    first = pieces[0]
    kind, level = first.block.kind, first.block.level
    spans = [Span(first.start, first.end)]
    for before, piece in pairwise(pieces):
        # White space between two Latin words is kept, wherever the wrap has left it.
        space = 1 if _ends_word(before.text[-1]) and _ends_word(piece.text[0]) else 0
        if space and before.trail:
            spans[-1] = Span(spans[-1].start, before.end + 1)
        spans.append(Span(piece.start - min(space, piece.indent), piece.end))
    text = first.text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    bullet = False
    while kind is not BlockKind.TABLE_CELL and (mark := LIST_MARK.match(text)) and mark.end() < len(first.text):
        spans[0] = Span(spans[0].start + mark.end(), spans[0].end)
        text = text[mark.end() :]
        if mark[1]:
            kind, level = BlockKind.HEADING, len(mark[1])
        else:
            bullet = bullet or mark[0] != "**"
        marker = find_marker(text)
        first = first._replace(start=spans[0].start, text=text)
    return Draft(tuple(spans), text, kind, level, first.block, marker, bullet)


def _ends_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
