"""Which lines go on with the line before: hard wraps told from the ends of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dfjlint.outline.layout import Line
from dfjlint.outline.numbering import Marker, find_marker
from dfjlint.outline.vocabulary import words
from dfjlint.outline.wrapping import TERMINAL, Wrapping

#: What begins a Markdown heading (group 1) or a list item.
LIST_MARK = re.compile(r"(#{1,6}) +|[-*+] +(?!\d)|[●○■□◆◇▪►➢·\ue000-\uf8ff] *|\*\*(?=\S)")

_CLOSERS = frozenset(",。、;:)!?》]〉%")
# No paragraph begins with one of these; skeletons keep the script of the source.
_GOING_ON = frozenset("的和及与與或等")
_OPENERS = frozenset(",、(《[〈-~/")
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")
_NOTE = re.compile(r"\([^()]{2,24}\)")
_REACH = 240
#: The part of a line that may stay empty where body text is wrapped.
_BODY_ROOM = 0.25


class _Layout(NamedTuple):
    """What is known of all lines: their numbers, how they wrap, and which styles have headings alone on a line."""

    lines: Sequence[Line]
    markers: Sequence[Marker | None]
    wrapping: Wrapping
    alone: frozenset[str]


def find_joins(lines: Sequence[Line], wrapping: Wrapping) -> list[Marker | bool | None]:
    """For each line False if it goes on with the line before, else the marker it begins with."""
    markers = [_marker(line) for line in lines]
    layout = _Layout(lines, markers, wrapping, _heading_styles(lines, markers, wrapping))
    result: list[Marker | bool | None] = []
    last: dict[str, int] = {}
    state = _State("", None)
    for i, line in enumerate(lines):
        if i and _continues(layout, i, last, state):
            result.append(False)
            state = state.go_on(line.text)
            continue
        marker = markers[i]
        if marker:
            last[marker.style] = marker.value
        result.append(marker)
        state = _State("", marker).go_on(line.text)
    return result


def _marker(line: Line) -> Marker | None:
    """The number of a line; also a bare one on a line of its own, for page numbers are gone by now."""
    if line.wraps and len(line.text) < 4 and line.text.isdecimal():
        return Marker("bare", int(line.text), line.text, len(line.text))
    return find_marker(line.text)


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

    @property
    def is_number(self) -> bool:
        """True if it is nothing but a number yet."""
        return self.lines == 1 and self.marker is not None and self.marker.end >= len(self.tail)

    def go_on(self, text: str) -> _State:
        """The paragraph with one more line."""
        opened = text.count("(") + text.count("《") + text.count("[")
        closed = text.count(")") + text.count("》") + text.count("]")
        depth = max(0, self.depth + opened - closed)
        open_for = self.open_for + len(text) if self.depth else 0
        if not depth or open_for > _REACH:
            depth = open_for = 0
        return _State((self.tail + text)[-_REACH:], self.marker, self.lines + 1, depth, open_for)


def _continues(layout: _Layout, i: int, last: dict[str, int], state: _State) -> bool:
    before, line, wrapping = layout.lines[i - 1], layout.lines[i], layout.wrapping
    if not (before.wraps and line.wraps) or (state.first and before.text[0] == "#"):
        return False
    is_open = before.text[-1] not in TERMINAL
    is_body = is_open and _is_body(state)
    is_full = wrapping.is_full(i - 1, state.first) if is_open else wrapping.reaches_edge(i - 1, state.first)
    is_full = is_full or (is_body and wrapping.room[i - 1] <= _BODY_ROOM * wrapping.width)
    if _begins_item(line, layout.markers[i], last, state, is_cut=is_open and is_full):
        return False
    if _is_torn(before, line, state, is_open or wrapping.width > 0):
        return True
    if not is_full or (line.gap > wrapping.blank and not line.page_break and not is_body):
        return False
    if _DATE.fullmatch(line.text) or ("。" not in state.tail and _NOTE.fullmatch(line.text)):
        return False
    if wrapping.indented and line.indent > 1 and not is_body:
        return False
    return _fits_on(line, wrapping.is_full(i), is_open, state, layout.alone)


def _begins_item(line: Line, marker: Marker | None, last: dict[str, int], state: _State, is_cut: bool) -> bool:
    """Whether a line begins a numbered or listed item, and not just with a number inside a sentence."""
    mark = LIST_MARK.match(line.text)
    if mark and (mark[1] or not is_cut):
        return True
    if marker is None or not is_cut or marker.value == last.get(marker.style, 0) + 1:
        return marker is not None
    return marker.value == 1 and state.first and state.marker is not None


def _is_torn(before: Line, line: Line, state: _State, may_be_open: bool) -> bool:
    """Whether two lines cannot stand apart: a mark at the wrong end, an open bracket, a number alone."""
    if line.text[0] in _GOING_ON and before.text[-1] not in TERMINAL:
        return True
    if line.text[0] in _CLOSERS or (line.text[0] == '"' and state.tail.count('"') % 2 == 1):
        return True
    return before.text[-1] in _OPENERS or (state.depth > 0 and may_be_open) or state.is_number


def _fits_on(line: Line, is_full: bool, is_open: bool, state: _State, alone: frozenset[str]) -> bool:
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


def _heading_styles(lines: Sequence[Line], markers: Sequence[Marker | None], wrapping: Wrapping) -> frozenset[str]:
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
    return frozenset(style for style, vote in votes.items() if vote > 0)
