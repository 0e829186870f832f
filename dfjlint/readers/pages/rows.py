"""Joins glyphs to lines of text by their base lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dfjlint.readers.pages.model import Glyph, is_wide

# All in parts of the font size.
_SAME_LINE = 0.4
_COLUMN_GAP = 1.6
_SAME_PLACE = 0.2
_WIDE_SPACE = 0.35
_MIXED_SPACE = 0.6
_WORD_SPACE = 0.15
_SPREAD = 0.3
_EVEN = 0.5
_FEWEST_SPREAD = 3


class Segment(NamedTuple):
    """Glyphs that stand side by side on one base line.

    Args:
        base: of the line.
        size: of its largest glyph.
    """

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float

    @property
    def text(self) -> str:
        """What it says, with spaces where there are gaps; letter-spaced text is closed up."""
        return text_of(self.glyphs)


def find_rows(glyphs: Sequence[Glyph], em: float) -> list[list[Segment]]:
    """Rows from top to bottom; each with its segments from left to right, cut at gaps wide enough for a gutter."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * max(em, min(glyph.size, rows[-1][0].size)):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [list(_segments(row)) for row in rows]


def join(segments: Sequence[Segment]) -> Segment:
    """One segment out of several on one line."""
    if len(segments) == 1:
        return segments[0]
    return _segment([glyph for segment in segments for glyph in segment.glyphs])


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The text of glyphs from left to right."""
    if _is_spread(glyphs):
        return "".join(glyph.text for glyph in glyphs)
    parts = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        if glyph.left - before.right > _space(before, glyph):
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts)


def _segments(row: Sequence[Glyph]) -> Iterator[Segment]:
    pieces: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if pieces and _is_shadow(pieces, glyph):
            continue
        if pieces and glyph.left - pieces[-1].right > _COLUMN_GAP * max(glyph.size, pieces[-1].size):
            yield _segment(pieces)
            pieces = []
        pieces.append(glyph)
    yield _segment(pieces)


def _is_shadow(pieces: Sequence[Glyph], glyph: Glyph) -> bool:
    """Some programs print bold text by printing it twice, a little apart."""
    return any(
        before.text == glyph.text and abs(before.left - glyph.left) < _SAME_PLACE * glyph.size for before in pieces[-3:]
    )


def _segment(glyphs: Sequence[Glyph]) -> Segment:
    return Segment(
        tuple(glyphs),
        glyphs[0].left,
        max(glyph.right for glyph in glyphs),
        glyphs[0].base,
        max(glyph.size for glyph in glyphs),
    )


def _space(before: Glyph, glyph: Glyph) -> float:
    """How wide a gap between two glyphs must be to stand for a space."""
    size = min(before.size, glyph.size)
    wide = is_wide(before.text[-1]) + is_wide(glyph.text[0])
    return size * (_WORD_SPACE, _MIXED_SPACE, _WIDE_SPACE)[wide]


def _is_spread(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line is letter-spaced: wide characters all about equally far apart."""
    if len(glyphs) < _FEWEST_SPREAD or not all(is_wide(glyph.text[0]) for glyph in glyphs):
        return False
    gaps = [(glyph.left - before.right) / glyph.size for before, glyph in pairwise(glyphs)]
    return min(gaps) > _SPREAD and max(gaps) - min(gaps) < _EVEN
