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

_LONGEST_HEADING = 60
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
    """A paragraph that begins an item; `bare` if it holds a heading and no text."""

    paragraph: int
    style: str
    number: str
    value: int
    markup: int
    bare: bool = False


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
    stack: list[_Opening] = []
    indices: list[int] = []
    inner: dict[str, int] = {}
    for index, opening in enumerate(openings):
        depth = _depth(opening, stack, above, inner)
        stack, indices = stack[:depth], indices[:depth]
        if any(entry.style == opening.style for entry in stack):
            inner[opening.style] = opening.value
        parent = indices[-1] if indices else -1
        items.append(Item(opening.paragraph, opening.style, opening.number, depth + 1, parent))
        stack.append(opening)
        indices.append(index)
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
            if opening is None and i in headings:
                opening = _Opening(i, "group", "", 0, 0, bare=True)
            # The first annex of a covering notice is the plan itself.
            if opening and (found or opening.style != "annex"):
                found.append(opening)
    return found


def _opening(index: int, draft: Draft) -> _Opening | None:
    marker, markup = draft.marker, draft.level if draft.kind is BlockKind.HEADING else 0
    if marker:
        bare = len(draft.text) < _LONGEST_HEADING and "。" not in draft.text[:-1]
        return _Opening(index, marker.style, marker.number, marker.value, markup, bare)
    if _ANNEX.match(draft.text):
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
    """How often a style starts from 1, or stands as text, right below another: votes for (above, below)."""
    votes: Counter[tuple[str, str]] = Counter()
    for before, after in pairwise(openings):
        if before.style == after.style or "annex" in (before.style, after.style):
            continue
        leads = before.bare and not after.bare and before.paragraph + 1 == after.paragraph
        if after.value == 1 or (leads and before.number and after.number):
            votes[before.style, after.style] += 1
    return votes


def _depth(opening: _Opening, stack: Sequence[_Opening], above: Counter[tuple[str, str]], inner: dict[str, int]) -> int:
    """How many entries of the stack stay above a new item."""
    style = opening.style
    if style == "annex":
        return 0
    styles = [entry.style for entry in stack]
    if style in styles:
        return _depth_of_known(opening, stack, above, inner)
    depth = len(stack)
    if style == "plain":
        return styles.index("annex") + 1 if "annex" in styles else 0
    if opening.markup:
        while depth and not 0 < stack[depth - 1].markup < opening.markup and styles[depth - 1] != "annex":
            depth -= 1
        return depth
    if opening.value == 1 and stack and stack[-1].bare and stack[-1].paragraph + 1 == opening.paragraph:
        return depth
    while depth and styles[depth - 1] != "annex" and above[style, styles[depth - 1]] > above[styles[depth - 1], style]:
        depth -= 1
    return depth


def _depth_of_known(
    opening: _Opening, stack: Sequence[_Opening], above: Counter[tuple[str, str]], inner: dict[str, int]
) -> int:
    """The depth of an item of a style that is on the stack: beside it, or a second level of the same style.

    Some plans number both chapters and the items below (一) with 1. 2. 3.; the values tell which is meant.
    """
    style, value, top = opening.style, opening.value, stack[-1]
    depths = [depth for depth, entry in enumerate(stack) if entry.style == style]
    is_next_below = value in (1, inner.get(style, 0) + 1)
    is_next_below = is_next_below and (top.style != style or not opening.bare)
    if is_next_below and top.bare and top.paragraph + 1 == opening.paragraph:
        return len(stack)
    for depth in reversed(depths):
        if stack[depth].value + 1 == value:
            return depth
    if is_next_below and top.style != style and above[top.style, style] > above[style, top.style]:
        return len(stack)
    return depths[-1]
