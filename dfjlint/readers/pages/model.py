"""A page as it is printed: glyphs and ruled lines with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple


class Glyph(NamedTuple):
    """A printed character.

    Args:
        text: usually one code point; white space is never a glyph.
        left, right: from the left edge of the page; the advance, not the ink.
        base: of its base line, from the top of the page, downwards.
        size: of the font.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


class Rule(NamedTuple):
    """A horizontal or vertical line, left to right and top to bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_vertical(self) -> bool:
        """True if it is taller than wide."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """One page; lengths in any unit, the same for all.

    Args:
        number: from 1.
        edge: what is printed right of it is not seen.
        has_picture: True if a picture covers a good part of it.
    """

    number: int
    width: float
    height: float
    edge: float
    glyphs: Sequence[Glyph]
    rules: Sequence[Rule]
    has_picture: bool = False

    @property
    def em(self) -> float:
        """The usual size of its glyphs; 1 on an empty page."""
        return median(glyph.size for glyph in self.glyphs) if self.glyphs else 1.0


def is_wide(character: str) -> bool:
    """Whether a character is as wide as high, and so stands without spaces between words."""
    return character >= "\u2e80"
