"""Numbers the items of ordered lists, which a page shows but does not write."""

from __future__ import annotations

import re

from lxml import etree  # noqa: TID251

from dfjlint.readers.html.markup import number
from dfjlint.readers.numerals import format_number

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|[a-z]+(?:-[a-z]+)+)", re.I)
_CHINESE = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")
_STYLES = {
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-latin": "lowerLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_MOST = 9999


class ItemNumbers:
    """Counts the items of one list; an unordered one gives no numbers."""

    def __init__(self, element: etree._Element) -> None:
        self._ordered = element.tag == "ol"
        self._next = number(element.get("start"), 1, _MOST)
        self._step = 1
        if self._ordered and element.get("reversed") is not None:
            self._step = -1
            self._next = number(element.get("start"), len(element.findall("li")), _MOST)
        self._type = _TYPES.get(element.get("type", ""), "decimal")
        self._style = _list_style(element)

    def label(self, item: etree._Element) -> str:
        """The number of the next item with its mark, "1." or "一、"; empty if the page shows none."""
        if not self._ordered:
            return ""
        value = number(item.get("value"), self._next, _MOST)
        self._next = value + self._step
        style = _list_style(item) or self._style
        if style == "none":
            return ""
        if style in _CHINESE:
            return format_number(value, "chineseCountingThousand") + "、"
        return format_number(value, _STYLES.get(style, self._type)) + "."


def _list_style(element: etree._Element) -> str:
    found = _STYLE.search(element.get("style", ""))
    return found[1].lower() if found else ""
