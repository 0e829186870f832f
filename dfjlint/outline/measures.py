"""Which items are the measures of a plan: its smallest numbered items that carry text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dfjlint.model.plan import Zone
from dfjlint.outline.items import Item

_LONGEST_PHRASE = 60
_LISTING = frozenset(";,、")


@dataclass(frozen=True, slots=True)
class Content:
    """What an item holds apart from its heading and the items below it.

    Args:
        zone: of its text.
        text: characters of its own text, owner notes left out.
        end: the last character of that text, empty if there is none.
        has_title: True if it has a heading.
        has_owners: True if it has owner notes.
    """

    zone: Zone
    text: int
    end: str
    has_title: bool
    has_owners: bool


def choose_measures(items: Sequence[Item], contents: Sequence[Content]) -> list[int]:
    """For each item the item that is its measure, -1 if it is part of none.

    Items without items below are measures if they carry text and stand in no section of requirements,
    targets or background. Where they are only short phrases listed under a lead-in (…下列工作:), or boxes
    (专栏1) that go with its text, the item above is the measure and they belong to it.
    """
    children: list[list[int]] = [[] for _ in items]
    for i, item in enumerate(items):
        if item.parent >= 0:
            children[item.parent].append(i)
    measures = [-1] * len(items)
    for i, below in enumerate(children):
        if contents[i].zone is not Zone.MEASURE:
            continue
        if below:
            boxes = contents[i].text > 0 and all(items[index].style == "box" for index in below)
            rows = any(items[index].style == "row" for index in below)
            if boxes or (not rows and _is_list(contents[i], below, children, contents)):
                for index in (i, *below):
                    measures[index] = i
        elif measures[i] < 0 and contents[i].text:
            measures[i] = i
    return measures


def _is_list(
    lead: Content, below: Sequence[int], children: Sequence[Sequence[int]], contents: Sequence[Content]
) -> bool:
    """Whether items are mere phrases of the sentence that the item above begins."""
    listed = len(below) > 1 and all(contents[i].end in _LISTING for i in below[:-1])
    if not lead.text or not (lead.end == ":" or listed):
        return False
    return all(
        not children[i]
        and contents[i].zone is Zone.MEASURE
        and not contents[i].has_title
        and 0 < contents[i].text <= _LONGEST_PHRASE
        and (not contents[i].has_owners or i == below[-1])
        for i in below
    )
