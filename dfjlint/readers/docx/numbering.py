"""Counts automatic numbers the way Word does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree  # noqa: TID251

from dfjlint.readers.docx.names import integer, switch, value, w
from dfjlint.readers.docx.styles import Styles
from dfjlint.readers.numerals import format_number

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """How the numbers of one level are counted and written.

    Args:
        start: first number.
        style: ST_NumberFormat.
        text: "（%1）"; %n is the number of level n.
        gap: what stands between number and text: "tab", "space" or "nothing".
        restart: starts again after a number of a level above this one, counted from 1; 0 never,
            -1 after any level above.
        legal: True if all numbers are written in decimal.
        paragraph_style: the style whose paragraphs have this level.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int = -1
    legal: bool = False
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the definition it uses, its own levels, and levels that it starts anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a document with their counters.

    Args:
        root: of the numbering part, None if the document has none.
        styles: of the document; lists can be defined by a style.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._definitions: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles = styles
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                self._define(element)
            elif element.tag == w("num"):
                self._lists[element.get(w("numId"), "")] = _read_list(element)

    def label(self, properties: etree._Element | None) -> str:
        """The number that Word shows before a paragraph, with the gap after it; empty if none.

        Counts on: call it once for each paragraph, in order.
        """
        ref, names = self._styles.number(properties)
        if ref is None:
            return ""
        found = self._resolve(ref.list_id)
        if found is None:
            return ""
        levels = self._definitions.get(found.definition, {}) | dict(found.levels)
        index = ref.level if ref.level >= 0 else _level_of_style(levels, names)
        counters = self._count(ref.list_id, found, levels, index)
        return _write(levels, counters, index)

    def _define(self, element: etree._Element) -> None:
        name = element.get(w("abstractNumId"), "")
        levels = (_read_level(level) for level in element.iterchildren(w("lvl")))
        self._definitions[name] = dict(levels)
        self._links[name] = value(element, "numStyleLink") or ""

    def _resolve(self, list_id: str) -> _List | None:
        """The list, with its definition looked up through a numbering style if it names one."""
        found = self._lists.get(list_id)
        link = self._links.get(found.definition, "") if found else ""
        target = self._lists.get(self._styles.list_of(link)) if link else None
        return replace(found, definition=target.definition) if found and target else found

    def _count(self, list_id: str, found: _List, levels: Mapping[int, Level], index: int) -> list[int | None]:
        counters = self._counters.setdefault(found.definition, [None] * _LEVELS)
        now = counters[index]
        fresh = found.starts.get(index)
        if fresh is not None and (list_id, index) not in self._started:
            counters[index] = fresh
        else:
            counters[index] = levels.get(index, Level()).start if now is None else now + 1
        self._started.add((list_id, index))
        for below in range(index + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart < 0 or index < restart:
                counters[below] = None
        return counters


def _level_of_style(levels: Mapping[int, Level], names: Sequence[str]) -> int:
    linked = {level.paragraph_style: index for index, level in levels.items() if level.paragraph_style}
    return next((linked[name] for name in names if name in linked), 0)


def _write(levels: Mapping[int, Level], counters: list[int | None], index: int) -> str:
    level = levels.get(index)
    if level is None or level.style == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        upper = levels.get(place, Level())
        if upper.style == "none":
            return ""
        count = counters[place]
        style = "decimal" if level.legal else upper.style
        return format_number(upper.start if count is None else count, style)

    text = _PRIVATE.sub("", _PLACE.sub(number, level.text)).strip()
    return text + _gap(text, level.gap) if text else ""


def _gap(text: str, gap: str) -> str:
    """A space where number and text would run together; 一、 and （一） need none."""
    if text[-1] == ".":
        return " "
    return " " if gap != "nothing" and text[-1].isalnum() else ""


def _read_list(element: etree._Element) -> _List:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        index = min(integer(override.get(w("ilvl"))) or 0, _LEVELS - 1)
        start = integer(value(override, "startOverride"))
        own = override.find(w("lvl"))
        if own is not None:
            levels[index] = _read_level(own)[1]
        if start is not None:
            starts[index] = start
    return _List(value(element, "abstractNumId") or "", levels, starts)


def _read_level(element: etree._Element) -> tuple[int, Level]:
    start = integer(value(element, "start"))
    restart = integer(value(element, "lvlRestart"))
    # A custom format stands in an AlternateContent, with a plain one beside it.
    formats = [child.get(w("val"), "") for child in element.iter(w("numFmt"))]
    return min(integer(element.get(w("ilvl"))) or 0, _LEVELS - 1), Level(
        start=1 if start is None else start,
        style=next((style for style in formats if style != "custom"), "decimalZero" if formats else "decimal"),
        text=value(element, "lvlText") or "",
        gap=value(element, "suff") or "tab",
        restart=-1 if restart is None else restart,
        legal=bool(switch(element, "isLgl")),
        paragraph_style=value(element, "pStyle") or "",
    )
