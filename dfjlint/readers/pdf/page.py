"""Takes the glyphs of a PDF page with their places, the right way up."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from dfjlint.readers.pages import Glyph, Page, Rule
from dfjlint.readers.pages.model import is_wide
from dfjlint.readers.pdf.characters import Character, read_characters
from dfjlint.readers.pdf.shapes import PageShapes, read_shapes

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LEAST_SIZE = 0.5
_NARROW = 0.9  # of the font size: a wide character is no narrower; its box may be that of its ink
_PICTURE_SHARE = 0.3


def read_page(document: PdfDocument, index: int, most: int) -> Page:
    """A page by its index from 0.

    Args:
        document: open.
        index: of the page.
        most: characters; of a page with more, one more than these are read.

    Raises:
        pypdfium2.PdfiumError: if the page is damaged.
    """
    with closing(document[index]) as page:
        left, bottom, right, top = page.get_bbox()
        shapes = read_shapes(page.raw, (left, bottom, right, top))
        with closing(page.get_textpage()) as text:
            found = list(read_characters(text.raw, shapes.forms, most))
    turns = Counter(character.turn for character in found).most_common(1)
    frame = _Frame((left, bottom, right, top), turns[0][0] if turns else 0)
    return Page(
        number=index + 1,
        width=frame.width,
        height=frame.height,
        edge=frame.edge(shapes),
        glyphs=[glyph for entry in found if (glyph := frame.glyph(entry)) is not None],
        rules=[frame.rule(rule) for rule in shapes.rules],
        has_picture=shapes.pictures > _PICTURE_SHARE * (right - left) * (top - bottom),
    )


_Box = tuple[float, float, float, float]


class _Frame:
    """Turns the places of a PDF, upwards and in any direction of writing, to those of a page that is read.

    Args:
        box: of the page: left, bottom, right, top.
        turn: of its text, in quarter turns to the left.
    """

    def __init__(self, box: _Box, turn: int) -> None:
        self._turn = turn
        self._box = box
        width, height = box[2] - box[0], box[3] - box[1]
        self.width, self.height = (height, width) if turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """From the left and from the top."""
        left, bottom, right, top = self._box
        return (
            (x - left, top - y),
            (y - bottom, x - left),
            (right - x, y - bottom),
            (top - y, right - x),
        )[self._turn]

    def rectangle(self, box: _Box) -> _Box:
        """Left, top, right, bottom."""
        (x, y), (other_x, other_y) = self.point(box[0], box[1]), self.point(box[2], box[3])
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

    def glyph(self, found: Character) -> Glyph | None:
        """A glyph, None if it is written in another direction than the page."""
        if found.turn != self._turn:
            return None
        left, base = self.point(found.x, found.y)
        right = self.rectangle(found.box)[2]
        size = max(found.size, _LEAST_SIZE)
        if is_wide(found.text[0]) and right - left < _NARROW * size:
            right = left + size
        return Glyph(found.text, left, max(left, right), base, size)

    def rule(self, rule: Rule) -> Rule:
        """A ruled line."""
        return Rule(*self.rectangle((rule.left, rule.top, rule.right, rule.bottom)))

    def edge(self, shapes: PageShapes) -> float:
        """Where what is seen of the page ends."""
        if self._turn or shapes.clip is None:
            return self.width
        return min(self.width, shapes.clip - self._box[0])
