"""Sections of plans without any numbering: short headings, or every paragraph by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dfjlint.outline.items import Item
from dfjlint.outline.zones import is_preamble

_LONGEST_HEADING = 25


def find_unnumbered(lines: Sequence[str], paragraphs: Sequence[int]) -> list[Item]:
    """The items of a plan that has no numbers and no markup.

    Short lines without punctuation, followed by sentences, are headings of one level; where there are none, each
    paragraph but the sentence that leads into the plan is an item.

    Args:
        lines: all normalised paragraphs.
        paragraphs: indices of those that are neither chrome nor letter, title, table or note.
    """
    headings = [i for i, after in pairwise(paragraphs) if _is_heading(lines[i]) and not _is_heading(lines[after])]
    if headings:
        return [Item(i, "plain", "", 1, -1) for i in headings]
    operative = [i for i in paragraphs if not is_preamble(lines[i])] or list(paragraphs)
    return [Item(i, "paragraph", "", 1, -1) for i in operative]


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not any(mark in text for mark in ",。;:!?")
