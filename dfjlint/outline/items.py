"""The tree of numbered and marked-up headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dfjlint.model.source import BlockKind
from dfjlint.outline.paragraphs import Draft
from dfjlint.outline.vocabulary import any_of

_ANNEX = re.compile(r"附件 ?\d{0,2} ?:?$|附[录表] ?\d{0,2} ?:?$")


@dataclass(frozen=True, slots=True)
class Item:
    """A place where a section begins.

    Args:
        paragraph: index of the paragraph that holds its number and heading.
        style: what it looks like; items of one style are of one level.
        number: as normalised text shows it, empty for unnumbered headings.
        level: 1 for chapters.
        parent: index of the item above, -1 at the top.
    """

    paragraph: int
    style: str
    number: str
    level: int
    parent: int


@dataclass(frozen=True, slots=True)
class _Opening:
    paragraph: int
    style: str
    number: str
    value: int
    markup: int


def build_items(drafts: Sequence[Draft], rows: Sequence[int], headings: Sequence[int], title: int) -> list[Item]:
    """The items of a plan in document order.

    A style that appears for the first time is below the item before it, unless other places show that it
    stands above (numbers of the lower style start anew after the higher one). Skipped levels leave no hole.

    Args:
        drafts: the paragraphs.
        rows: cells that begin a row of a task table.
        headings: cells of such tables that name the rows below.
        title: the heading that is the title of the plan and no section, -1 if none is.
    """
    openings = _openings(drafts, frozenset(rows), frozenset(headings), title)
    above = _precedence(openings)
    items: list[Item] = []
    stack: list[tuple[_Opening, int]] = []
    for opening in openings:
        stack = stack[: _depth(opening, [entry[0] for entry in stack], above)]
        parent = stack[-1][1] if stack else -1
        items.append(Item(opening.paragraph, opening.style, opening.number, len(stack) + 1, parent))
        stack.append((opening, len(items) - 1))
    return items


def _openings(drafts: Sequence[Draft], rows: frozenset[int], headings: frozenset[int], title: int) -> list[_Opening]:
    found: list[_Opening] = []
    for i, draft in enumerate(drafts):
        if draft.chrome or i == title:
            continue
        if i in rows:
            found.append(_Opening(i, "row", "", 0, 0))
        elif i in headings or draft.kind not in (BlockKind.TABLE_CELL, BlockKind.NOTE):
            opening = _opening(i, draft)
            if opening:
                found.append(opening)
    return found


def _opening(index: int, draft: Draft) -> _Opening | None:
    marker, markup = draft.marker, draft.level if draft.kind is BlockKind.HEADING else 0
    if marker:
        return _Opening(index, marker.style, marker.number, marker.value, markup)
    if _ANNEX.match(draft.text) and index:
        return _Opening(index, "annex", draft.text.replace(" ", "").rstrip(":"), 0, markup)
    if markup:
        return _Opening(index, f"heading{markup}", "", 0, markup)
    if draft.bullet:
        return _Opening(index, "bullet", "", 0, 0)
    if len(draft.text) < 13 and _plain_heading().fullmatch(draft.text):
        return _Opening(index, "plain", "", 0, 0)
    return None


def _plain_heading() -> re.Pattern[str]:
    return re.compile(any_of("sections", "plain"))


def _precedence(openings: Sequence[_Opening]) -> Counter[tuple[str, str]]:
    """How often a style starts from 1 right below another: votes for (above, below)."""
    votes: Counter[tuple[str, str]] = Counter()
    for before, after in pairwise(openings):
        if before.style != after.style and after.value == 1:
            votes[before.style, after.style] += 1
    return votes


def _depth(opening: _Opening, stack: Sequence[_Opening], above: Counter[tuple[str, str]]) -> int:
    """How many entries of the stack stay above a new item."""
    style = opening.style
    if style == "annex":
        return 0
    styles = [entry.style for entry in stack]
    if style in styles:
        return styles.index(style)
    depth = len(stack)
    if style == "plain":
        return styles.index("annex") + 1 if "annex" in styles else 0
    if opening.markup:
        while depth and not 0 < stack[depth - 1].markup < opening.markup and styles[depth - 1] != "annex":
            depth -= 1
        return depth
    while depth and above[style, styles[depth - 1]] > above[styles[depth - 1], style]:
        depth -= 1
    return depth
