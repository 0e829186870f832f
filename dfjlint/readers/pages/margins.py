"""Finds page numbers and running headers and footers by their place on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dfjlint.readers.pages.rows import Segment

_NUMBER = re.compile(
    r"[-—–―－─·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?(?:\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–―－─·•~\s]*"
)
_DIGITS = re.compile(r"\d+")
_LINES = 2  # lines at each end of a page that can be furniture
_MARGIN = 0.15  # of the height of a page, at each end
_REPEATS = 3
_FEWEST_CHARACTERS = 2


def is_page_number(text: str) -> bool:
    """Whether a line says nothing but the number of its page: 2, — 2 —, 第2页 共9页."""
    return _NUMBER.fullmatch(text) is not None


def find_furniture(pages: Sequence[tuple[float, Sequence[Segment]]]) -> list[frozenset[int]]:
    """For each page the positions of its lines that are furniture.

    Args:
        pages: the height of each page, and its lines in reading order.
    """
    ends = [_ends(height, lines) for height, lines in pages]
    shapes = Counter(
        shape
        for (height, lines), found in zip(pages, ends, strict=True)
        for shape in {_shape(lines[i], height) for i in found}
    )
    return [
        frozenset(i for i in found if _is_furniture(lines[i], height, shapes))
        for (height, lines), found in zip(pages, ends, strict=True)
    ]


def _is_furniture(line: Segment, height: float, shapes: Counter[tuple[str, int]]) -> bool:
    return is_page_number(line.text) or _comes_back(line, shapes[_shape(line, height)])


def _ends(height: float, lines: Sequence[Segment]) -> list[int]:
    """The first and last lines of a page, as far as they stand in its margins."""
    order = sorted(range(len(lines)), key=lambda i: lines[i].base)
    top = [i for i in order[:_LINES] if lines[i].base < _MARGIN * height]
    bottom = [i for i in order[-_LINES:] if lines[i].base > (1 - _MARGIN) * height]
    return list(dict.fromkeys(top + bottom))


def _shape(line: Segment, height: float) -> tuple[str, int]:
    """A line without its digits, with its place in steps of a fiftieth of the page."""
    return _DIGITS.sub("0", line.text), round(50 * line.base / height)


def _comes_back(line: Segment, times: int) -> bool:
    return times >= _REPEATS and len(line.text) >= _FEWEST_CHARACTERS and line.text[-1] not in "。；"
