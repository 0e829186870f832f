"""How wide a document is wrapped, and how much room each line has left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dfjlint.outline.layout import Line

#: What ends a sentence, in skeleton form.
TERMINAL = frozenset("。;:!?…")

_MEASURES: tuple[tuple[int, Callable[[Line], int]], ...] = (
    (1, lambda line: line.long),
    (2, lambda line: line.wide),
    (2, lambda line: line.narrow),
)
_MARKS = frozenset(",、)]》")
_LEAST_CHARACTERS = 12
_FEW = 3
_BOXED = 0.8  # of the lines that are wider than the rest
_RUN = re.compile(r"[!-~]*")
#: The room left on lines of documents that are not wrapped.
_ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The wrap of a document.

    Args:
        room: for each line, how many more characters would have fitted on it after the next word.
        blank_room: for each line, how many characters would have fitted on it.
        width: of the wrap in characters; 0 if the document is not wrapped.
        slack: up to this much room a line is full.
        hang: how many characters the first lines of paragraphs are shorter than the others.
        blank: lines apart by more blank lines than this do not belong to one paragraph.
        indented: True if white space before first lines was kept.
    """

    room: Sequence[float]
    blank_room: Sequence[float]
    width: float
    slack: float
    hang: float
    blank: int
    indented: bool

    def is_full(self, index: int, first: bool = False) -> bool:
        """True if nothing more would have fitted on line `index`, the first of its paragraph or not."""
        return self.room[index] <= self.slack + (self.hang if first else 0)

    def reaches_edge(self, index: int, first: bool = False) -> bool:
        """True if line `index` ends at the edge whatever word comes next."""
        return self.blank_room[index] <= self.slack + (self.hang if first else 0)


@dataclass(frozen=True, slots=True)
class _Crowd:
    share: float
    unit: int
    measure: Callable[[Line], int]
    width: int
    slack: float
    hang: float


def measure_wrapping(lines: Sequence[Line]) -> Wrapping:
    """Find the wrap width from the lines that break off inside a sentence; they crowd at the width.

    Works for widths in characters and in columns, for PDF text whose right edge is ragged by a character
    or two, and for stretches (boxes) that are wider than the rest.
    """
    wrapping = [line for line in lines if line.wraps]
    open_lines = [line for line in wrapping if line.text[-1] not in TERMINAL]
    # Marks may hang over the edge, so lines that end with one tell the width less well.
    open_lines = [line for line in open_lines if line.text[-1] not in _MARKS] or open_lines
    crowds = [_find_crowd(open_lines, wrapping, unit, measure) for unit, measure in _MEASURES]
    best = max((crowd for crowd in crowds if crowd), key=lambda crowd: crowd.share, default=None)
    if best is None:
        endless = [_ENDLESS] * len(lines)
        return Wrapping(endless, endless, 0, 0, 0, 0, indented=False)
    blank_room = _find_room(lines, best)
    room = [own - _next_word(lines, i, own, best) for i, own in enumerate(blank_room)]
    blank = _blank_lines_inside(lines, room, best.slack)
    return Wrapping(room, blank_room, best.width / best.unit, best.slack, best.hang, blank, _is_indented(wrapping))


def _find_crowd(
    open_lines: Sequence[Line], wrapping: Sequence[Line], unit: int, measure: Callable[[Line], int]
) -> _Crowd | None:
    """The most common width of open lines, or None if they do not crowd as wrapped lines do."""
    counts = Counter(map(measure, open_lines))
    ragged = 3 * unit
    count = width = 0
    for candidate in sorted((w for w in counts if w >= _LEAST_CHARACTERS * unit), reverse=True):
        here = sum(counts[candidate - i] for i in range(ragged + 1))
        if here > count:
            count, width = here, candidate
    if not count or count < 0.3 * len(open_lines):
        return None
    width = _upper_end(counts, width, count)
    crowd = [line for line in open_lines if width - ragged <= measure(line) <= width]
    if not _are_sentences([line.text[4:] for line in crowd]):
        return None
    wider = [measure(line) for line in wrapping if measure(line) > width + 4 * unit]
    if len(wider) > 0.2 * len(wrapping) and not _are_boxes(wider, ragged):
        return None
    sharp = sum(counts[width - i] for i in range(unit + 1))
    hanging = sum(counts[width - i] for i in range(2 * unit, ragged + 1))
    return _Crowd(
        share=(count + sharp) / len(open_lines),
        unit=unit,
        measure=measure,
        width=width,
        slack=1 if sharp >= 0.8 * count else 2,
        hang=2 if hanging > 0.05 * count else 0,
    )


def _are_boxes(widths: Sequence[int], ragged: int) -> bool:
    """Whether lines wider than the rest crowd at a width of their own, as those of boxes in smaller print do."""
    counts = Counter(widths)
    crowd = max(sum(counts[width - i] for i in range(ragged + 1)) for width in counts)
    return crowd >= _BOXED * len(widths)


def _upper_end(counts: Counter[int], width: int, count: int) -> int:
    """The width that a twentieth of the crowd reaches; single longer lines hang over."""
    reached = counts[width]
    while reached < 0.05 * count:
        width -= 1
        reached += counts[width]
    return width


def _are_sentences(texts: Sequence[str]) -> bool:
    """Whether lines are pieces of sentences and not headings: some have marks inside, of few lines all."""
    if len(texts) < _FEW:
        return all("," in text or "。" in text for text in texts)
    return 3 * sum(1 for text in texts if "," in text or "。" in text or "、" in text) >= len(texts)


def _find_room(lines: Sequence[Line], crowd: _Crowd) -> list[float]:
    widths = [crowd.measure(line) if line.wraps else 0 for line in lines]
    longest = int(1.4 * crowd.width)
    rooms: list[float] = []
    for i, own in enumerate(widths):
        limit = crowd.width
        if own > limit + crowd.unit:
            near = [w for w in widths[max(0, i - 2) : i + 3] if w < longest]
            limit = max(near) if own < longest else 10 * own
        rooms.append((limit - own) / crowd.unit if own else _ENDLESS)
    return rooms


def _next_word(lines: Sequence[Line], index: int, room: float, crowd: _Crowd) -> float:
    """How much of a Latin word or figure that opens the next line would not have been cut."""
    following = _RUN.match(lines[index + 1].text) if index + 1 < len(lines) else None
    word = len(following[0]) - 1 if following and len(following[0]) > 1 else 0
    limit = crowd.width // 2 if room < _ENDLESS else 0
    return min(word, limit) / crowd.unit


def _blank_lines_inside(lines: Sequence[Line], room: Sequence[float], slack: float) -> int:
    """The most blank lines that usually stand between two lines of one paragraph."""
    gaps = Counter(
        after.gap
        for before, after, left in zip(lines, lines[1:], room, strict=False)
        if left <= slack and before.text[-1] not in TERMINAL and not after.page_break
    )
    total = sum(gaps.values())
    seen = 0
    for gap in sorted(gaps):
        seen += gaps[gap]
        if seen >= 0.97 * total:
            return gap
    return 0


def _is_indented(wrapping: Sequence[Line]) -> bool:
    indented = sum(1 for line in wrapping if line.indent > 1)
    return 0 < indented < 0.7 * len(wrapping)
