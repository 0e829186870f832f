"""Paragraphs out of physical lines: hard wraps undone, page furniture taken out of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dfjlint.model.source import Block, BlockKind, SourceDocument, Span
from dfjlint.outline.furniture import find_furniture
from dfjlint.outline.layout import Line, read_lines
from dfjlint.outline.numbering import Marker, find_marker
from dfjlint.outline.vocabulary import words
from dfjlint.outline.wrapping import TERMINAL, Wrapping, measure_wrapping

_CLOSERS = frozenset(",。、;:)!?》]〉%")
_CLOSING_QUOTES = frozenset("”’」』〞")
_OPENERS = frozenset(",、(《[〈-~/")
_MARKDOWN = re.compile(r"(#{1,6}) +|[-*+] +(?!\d)|[●○■□◆◇▪►➢·\ue000-\uf8ff] *|\*\*(?=\S)")
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")
_NOTE = re.compile(r"\([^()]{2,24}\)")
_REACH = 240
#: The part of a line that may stay empty where body text is wrapped.
_BODY_ROOM = 0.25


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
    wrapping = measure_wrapping(content)
    joins = _find_joins(content, wrapping)
    return _assemble(lines, chrome, joins)


def _without_chrome(lines: Sequence[Line], chrome: Sequence[bool]) -> list[Line]:
    """The lines of content; a line behind furniture counts as one on a new page."""
    content: list[Line] = []
    for i, line in enumerate(lines):
        if not chrome[i]:
            content.append(line._replace(page_break=True) if i and chrome[i - 1] else line)
    return content


def _find_joins(lines: Sequence[Line], wrapping: Wrapping) -> list[Marker | bool | None]:
    """For each line False if it goes on with the line before, else the marker it begins with."""
    markers = [find_marker(line.text) for line in lines]
    alone = _heading_styles(lines, markers, wrapping)
    result: list[Marker | bool | None] = []
    last: dict[str, int] = {}
    state = _State("", None)
    for i, line in enumerate(lines):
        marker = markers[i]
        if i and _continues(lines, i, marker, wrapping, last, state, alone):
            result.append(False)
            state = state.go_on(line.text)
            continue
        if marker:
            last[marker.style] = marker.value
        result.append(marker)
        state = _State("", marker).go_on(line.text)
    return result


class _State(NamedTuple):
    """The paragraph so far.

    Args:
        tail: its last characters.
        marker: the number it begins with.
        lines: how many lines it has.
        depth: brackets that are open; none if they have not closed within reach.
        open_for: characters since they are open.
    """

    tail: str
    marker: Marker | None
    lines: int = 0
    depth: int = 0
    open_for: int = 0

    @property
    def first(self) -> bool:
        """True if it is one line long."""
        return self.lines == 1

    def go_on(self, text: str) -> _State:
        """The paragraph with one more line."""
        opened = text.count("(") + text.count("《") + text.count("[")
        closed = text.count(")") + text.count("》") + text.count("]")
        depth = max(0, self.depth + opened - closed)
        open_for = self.open_for + len(text) if self.depth else 0
        if not depth or open_for > _REACH:
            depth = open_for = 0
        return _State((self.tail + text)[-_REACH:], self.marker, self.lines + 1, depth, open_for)


def _continues(
    lines: Sequence[Line],
    i: int,
    marker: Marker | None,
    wrapping: Wrapping,
    last: dict[str, int],
    state: _State,
    alone: set[str],
) -> bool:
    before, line = lines[i - 1], lines[i]
    if not (before.wraps and line.wraps):
        return False
    is_open = before.text[-1] not in TERMINAL
    is_body = is_open and _is_body(state)
    room = wrapping.room[i - 1]
    is_full = wrapping.is_full(i - 1, state.first) or (is_body and room <= _BODY_ROOM * wrapping.width)
    is_cut = is_open and is_full
    if (marker and not (is_cut and _out_of_turn(marker, last, state))) or _starts_list(line.text, is_cut):
        return False
    if line.text[0] in _CLOSERS or _starts_with_quote_end(line, state.tail):
        return True
    if before.text[-1] in _OPENERS or state.depth > 0 or _is_lone(before.text):
        return True
    if not is_full or (line.gap > wrapping.blank and not line.page_break and not is_body):
        return False
    if "。" not in state.tail and _NOTE.fullmatch(line.text):
        return False
    if _DATE.fullmatch(line.text) or (wrapping.indented and line.indent > 1 and not is_body):
        return False
    return _fits_on(line, wrapping.is_full(i), is_open, state, alone)


def _fits_on(line: Line, is_full: bool, is_open: bool, state: _State, alone: set[str]) -> bool:
    """Whether a line may go on with a full one: not if either is a heading or title by itself."""
    if not is_open:
        return is_full or line.text[-1] in TERMINAL or line.text[-1] in _CLOSERS
    if not state.first or _has_sentence(state.tail):
        return True
    if state.marker:
        return not (is_full and state.marker.style in alone)
    title = state.tail.rpartition("(")[0] if state.tail[-1] == ")" else state.tail
    return not (is_full and title.endswith(words("title", "kinds")) and line.text[0] != "的")


def _has_sentence(text: str) -> bool:
    return "," in text or "。" in text


def _is_body(state: _State) -> bool:
    """Whether a paragraph so far is body text, which ends with a full stop and nowhere before.

    Latin words and figures leave ragged ends, so for body text a rather full line is full enough;
    headings and titles, which also end without a full stop, need a full line to go on.
    """
    return "。" in state.tail or (not state.marker and ("," in state.tail or "、" in state.tail))


def _starts_list(text: str, is_cut: bool) -> bool:
    mark = _MARKDOWN.match(text)
    return mark is not None and (not is_cut or mark[1] is not None)


def _out_of_turn(marker: Marker, last: dict[str, int], state: _State) -> bool:
    """Whether a number at the start of a line is no item: the line before breaks off and it is not next."""
    if marker.value == last.get(marker.style, 0) + 1:
        return False
    return marker.value != 1 or not (state.first and state.marker)


def _is_lone(text: str) -> bool:
    marker = find_marker(text)
    return marker is not None and marker.end == len(text)


def _starts_with_quote_end(line: Line, tail: str) -> bool:
    return line.text[0] == '"' and tail.count('"') % 2 == 1


def _heading_styles(lines: Sequence[Line], markers: Sequence[Marker | None], wrapping: Wrapping) -> set[str]:
    """Styles of numbers whose items begin with a line of their own for the heading."""
    votes: Counter[str] = Counter()
    for i, marker in enumerate(markers):
        if marker is None:
            continue
        text = lines[i].text
        is_plain = text[-1] not in TERMINAL and "。" not in text
        if not wrapping.is_full(i, first=True):
            votes[marker.style] += 1 if is_plain else -1
        elif i + 1 < len(lines) and not wrapping.is_full(i + 1) and lines[i + 1].wraps:
            following = lines[i + 1].text
            votes[marker.style] += 1 if is_plain and "。" not in following else -1
        else:
            votes[marker.style] -= 1
    return {style for style, vote in votes.items() if vote > 0}


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
    spans = [Span(piece.start, piece.end) for piece in pieces]
    text = first.text if len(pieces) == 1 else "".join(piece.text for piece in pieces)
    bullet = False
    while kind is not BlockKind.TABLE_CELL and (mark := _MARKDOWN.match(text)) and mark.end() < len(first.text):
        spans[0] = Span(spans[0].start + mark.end(), spans[0].end)
        text = text[mark.end() :]
        if mark[1]:
            kind, level = BlockKind.HEADING, len(mark[1])
        else:
            bullet = bullet or mark[0] != "**"
        marker = find_marker(text)
        first = first._replace(start=spans[0].start, text=text)
    return Draft(tuple(spans), text, kind, level, first.block, marker, bullet)
