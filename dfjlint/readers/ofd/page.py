"""Takes the glyphs and ruled lines of an OFD page with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from lxml import etree  # noqa: TID251

from dfjlint.readers.ofd.names import children, local, number, numbers
from dfjlint.readers.pages import Glyph, Page, Rule
from dfjlint.readers.pages.model import is_wide

_THIN = 1.0  # millimetres
_SHORTEST = 2.0
_STRAIGHT = 0.2
_DEEPEST = 50
_PICTURE_SHARE = 0.3
_MOST_TOKENS = 2_000
_REPEATS = 10_000


class _Matrix:
    """From the coordinates of an object to those of the page, millimetres."""

    def __init__(self, element: etree._Element, outer: _Matrix | None = None) -> None:
        boundary = numbers(element.get("Boundary"))
        self.left, self.top = (boundary[0], boundary[1]) if len(boundary) == 4 else (0.0, 0.0)
        self.width, self.height = (boundary[2], boundary[3]) if len(boundary) == 4 else (0.0, 0.0)
        matrix = numbers(element.get("CTM"))
        self._matrix = matrix if len(matrix) == 6 else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        self._outer = outer

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        x, y = a * x + c * y + e + self.left, b * x + d * y + f + self.top
        return self._outer.point(x, y) if self._outer else (x, y)

    @property
    def is_upright(self) -> bool:
        """True if text in it runs from left to right."""
        a, b, *_ = self._matrix
        return a > 0 and abs(b) < _STRAIGHT * a

    @property
    def scale(self) -> tuple[float, float]:
        """By how much it stretches across and down."""
        a, b, c, d, *_ = self._matrix
        return hypot(a, b), hypot(c, d)


class PageReader:
    """Collects what layers and templates put on one page."""

    def __init__(self) -> None:
        self._glyphs: list[Glyph] = []
        self._rules: list[Rule] = []
        self._pictures = 0.0

    def read(self, page: etree._Element) -> None:
        """Take up a page or the template of one."""
        for content in children(page, "Content"):
            for layer in children(content, "Layer"):
                self._block(layer, None, 0)

    def page(self, number: int, box: Sequence[float]) -> Page:
        """The page, from the left and top of its box: left, top, width, height."""
        left, top, width, height = box
        return Page(
            number=number,
            width=width,
            height=height,
            edge=width,
            glyphs=[g._replace(left=g.left - left, right=g.right - left, base=g.base - top) for g in self._glyphs],
            rules=[Rule(r.left - left, r.top - top, r.right - left, r.bottom - top) for r in self._rules],
            has_picture=self._pictures > _PICTURE_SHARE * width * height,
        )

    def _block(self, block: etree._Element, outer: _Matrix | None, depth: int) -> None:
        for child in block:
            name = local(child)
            if child.get("Visible", "true").lower() == "false":
                continue
            if name == "TextObject":
                self._glyphs += _text(child, _Matrix(child, outer))
            elif name == "PathObject":
                self._rules += _rules(child, _Matrix(child, outer))
            elif name == "ImageObject":
                matrix = _Matrix(child, outer)
                self._pictures += abs(matrix.width * matrix.height)
            elif name == "PageBlock" and depth < _DEEPEST:
                self._block(child, outer, depth + 1)


def _text(element: etree._Element, matrix: _Matrix) -> Iterator[Glyph]:
    """The glyphs of a text object; text that does not run from left to right is a watermark."""
    if not matrix.is_upright:
        return
    across, down = matrix.scale
    size = number(element.get("Size"), 3.0)
    stretch = number(element.get("HScale"), 1.0) or 1.0
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        steps = _steps(code.get("DeltaX"))
        drops = _steps(code.get("DeltaY"))
        at, level = x, y
        for character in (code.text or "").strip("\r\n"):
            if character.strip():
                left, base = matrix.point(at, level)
                own = size * stretch * across * (1.0 if is_wide(character) else 0.5)
                yield Glyph(character, left, left + max(own, 0.1), base, max(size * down, 0.1))
            at += next(steps, size * stretch * (1.0 if is_wide(character) else 0.5))
            level += next(drops, 0.0)


def _steps(text: str | None) -> Iterator[float]:
    """Distances between characters; `g 5 3.2` is five times 3.2."""
    parts = iter((text or "").split())
    for part in parts:
        if part == "g":
            times, step = number(next(parts, None)), number(next(parts, None))
            yield from (step for _ in range(min(int(max(times, 0)), _REPEATS)))
        else:
            yield number(part)


def _rules(element: etree._Element, matrix: _Matrix) -> Iterator[Rule]:
    """The straight lines of a path, be they drawn or filled as thin boxes."""
    data = next((child.text or "" for child in children(element, "AbbreviatedData")), "")
    tokens = data.split(maxsplit=_MOST_TOKENS)
    if len(tokens) > _MOST_TOKENS:
        return
    lines = list(_lines(tokens))
    points = [matrix.point(*point) for line in lines for point in line]
    if not points:
        return
    box = _box(points)
    if min(box.right - box.left, box.bottom - box.top) <= _THIN:
        lines = []
        yield from _rule(box)
    if element.get("Stroke", "true").lower() != "false":
        for start, end in lines:
            line = _box([matrix.point(*start), matrix.point(*end)])
            if min(line.right - line.left, line.bottom - line.top) < _STRAIGHT:
                yield from _rule(line)


_Point = tuple[float, float]


def _lines(tokens: Sequence[str]) -> Iterator[tuple[_Point, _Point]]:
    """The straight lines among the steps of a path."""
    start = here = (0.0, 0.0)
    counts = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
    i = 0
    while i < len(tokens):
        step = tokens[i]
        count = counts.get(step, 0)
        values = [number(token) for token in tokens[i + 1 : i + 1 + count]]
        i += 1 + count
        if step == "C":
            yield here, start
            here = start
        elif count and len(values) == count:
            there = (values[-2], values[-1])
            if step == "L":
                yield here, there
            here = there
            start = there if step in "MS" else start


def _box(points: Sequence[_Point]) -> Rule:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rule(min(xs), min(ys), max(xs), max(ys))


def _rule(box: Rule) -> Iterator[Rule]:
    if max(box.right - box.left, box.bottom - box.top) >= _SHORTEST:
        yield box
