"""The words by which a drafter finds a place in a plan: 二、(三)第2段, 表1第2行第3列."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dfjlint.model.plan import Zone
from dfjlint.model.source import Place
from dfjlint.outline.items import Item

_LONGEST_NAME = 16
_OUTSIDE = {Zone.TITLE: "标题", Zone.LETTERHEAD: "印发通知", Zone.CHROME: "页面信息", Zone.BACKGROUND: "注释"}
_END = "文末"


def label_items(items: Sequence[Item], titles: Sequence[str], places: Sequence[Place]) -> list[str]:
    """The numbers that lead to each item: 三、（九）; names in quotation marks where there is no number.

    Args:
        items: in document order.
        titles: their headings, normalised.
        places: of the blocks they begin in; says table and row of table rows.
    """
    labels: list[str] = []
    seen: dict[tuple[int, str], int] = {}
    for item, title, place in zip(items, titles, places, strict=True):
        count = seen[item.parent, item.style] = seen.get((item.parent, item.style), 0) + 1
        above = labels[item.parent] if item.parent >= 0 else ""
        if item.style == "row":
            labels.append(f"表{place.table}第{place.row}行")
        else:
            labels.append(_join(above, _name(item, title, count), item.style))
    return labels


def _join(above: str, name: str, style: str) -> str:
    if style.startswith("decimal"):
        return name
    return f"{above} {name}" if above[-1:].isdecimal() and name[0].isdecimal() else above + name


def _name(item: Item, title: str, count: int) -> str:
    if item.style == "bare":
        return f"第{item.number}项"
    if item.number:
        return item.number.replace("(", "（").replace(")", "）")
    if item.style == "bullet":
        return f"第{count}项"
    if item.style == "paragraph" or not title:
        return f"第{count}段"
    short = title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1] + "…"
    return f"“{short}”"


def locate_cell(place: Place) -> str:
    """The place of a table cell."""
    return f"表{place.table}第{place.row}行第{place.column}列"


def number_paragraphs(label: str, bodies: Sequence[bool]) -> list[str]:
    """Locators of the paragraphs of one item.

    Args:
        label: of the item.
        bodies: for each paragraph whether it has text of its own, not only a heading or owners.
    """
    total = sum(bodies)
    if total < 2:
        return [label] * len(bodies)
    locators = []
    count = 0
    for has_text in bodies:
        count += has_text
        locators.append(f"{label}第{count}段" if has_text else label)
    return locators


def number_outside(zones: Sequence[Zone], after: Sequence[bool]) -> list[str]:
    """Locators of the paragraphs that stand in no item.

    Args:
        zones: of these paragraphs, in document order.
        after: for each whether the body of the plan comes before it.
    """
    names = [
        _END if is_after and zone is Zone.LETTERHEAD else _OUTSIDE.get(zone, "前言")
        for zone, is_after in zip(zones, after, strict=True)
    ]
    total = Counter(names)
    count: Counter[str] = Counter()
    locators = []
    for name in names:
        count[name] += 1
        alone = name == _OUTSIDE[Zone.TITLE] and total[name] == 1
        locators.append(name if alone else f"{name}第{count[name]}段")
    return locators
