"""Resolves what paragraph and character styles say about headings, numbers and hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # noqa: TID251

from dfjlint.readers.docx.names import integer, switch, value, w

_HEADING = re.compile(r"(?:heading|标题|標題|见出し) ?([1-9])", re.I)
_CONTENTS = re.compile(r"(?:toc|目录|目錄) ?\d|toc heading|table of figures", re.I)
_TITLE = ("title", "标题", "標題")
_BODY_LEVEL = 9
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class NumberRef:
    """Which list a paragraph belongs to; level -1 where only the list can say."""

    list_id: str
    level: int


class Styles:
    """The styles of a document.

    Args:
        root: of the styles part, None if the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in root.iterchildren(w("style")) if root is not None else ():
            name = style.get(w("styleId"), "")
            self._styles.setdefault(name, style)
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self._default = self._default or name
        self._levels: dict[str, int] = {}
        self._hidden: dict[str, bool] = {}
        self._contents: dict[str, bool] = {}

    def level(self, properties: etree._Element | None) -> int:
        """The heading level of a paragraph from 1, 0 for body text; a title has level 1."""
        direct = _outline_level(properties)
        if direct is not None:
            return direct
        name = self._name(properties)
        if name not in self._levels:
            self._levels[name] = self._style_level(name)
        return self._levels[name]

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        name = self._name(properties)
        if name not in self._contents:
            names = map(_printed_name, self._chain(name))
            self._contents[name] = any(map(_CONTENTS.fullmatch, names))
        return self._contents[name]

    def number(self, properties: etree._Element | None) -> tuple[NumberRef | None, tuple[str, ...]]:
        """The list of a paragraph, None if it has no number, and its style with those it is based on.

        List and level are inherited one by one: a style may change only the level.
        """
        chain = list(self._chain(self._name(properties)))
        list_id, level = "", -1
        for holder in (properties, *(style.find(w("pPr")) for style in chain)):
            found = _number_ref(holder)
            if found is not None:
                list_id = list_id or found.list_id
                level = level if level >= 0 else found.level
        names = tuple(style.get(w("styleId"), "") for style in chain)
        return (NumberRef(list_id, level) if list_id not in ("", "0") else None), names

    def is_hidden(self, run: etree._Element | None, paragraph: etree._Element | None) -> bool:
        """Whether text with these run and paragraph properties is hidden."""
        direct = switch(run, "vanish")
        if direct is not None:
            return direct
        return self._hides(value(run, "rStyle") or "") or self._hides(self._name(paragraph))

    def has_hidden_mark(self, properties: etree._Element | None) -> bool:
        """Whether the end of a paragraph is hidden, so that the next one goes on behind it."""
        mark = properties.find(w("rPr")) if properties is not None else None
        return bool(switch(mark, "vanish") or switch(mark, "specVanish"))

    def list_of(self, name: str) -> str:
        """The list that a numbering style stands for, empty if none."""
        found = (_number_ref(style.find(w("pPr"))) for style in self._chain(name))
        return next((ref.list_id for ref in found if ref is not None and ref.list_id), "")

    def _name(self, properties: etree._Element | None) -> str:
        return value(properties, "pStyle") or self._default

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """A style and those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn") or ""

    def _hides(self, name: str) -> bool:
        if name not in self._hidden:
            said = (switch(style.find(w("rPr")), "vanish") for style in self._chain(name))
            self._hidden[name] = next((hidden for hidden in said if hidden is not None), False)
        return self._hidden[name]

    def _style_level(self, name: str) -> int:
        for style in self._chain(name):
            level = _outline_level(style.find(w("pPr")))
            if level is not None:
                return level
            printed = _printed_name(style)
            heading = _HEADING.fullmatch(printed)
            if heading or printed in _TITLE:
                return int(heading[1]) if heading else 1
        return 0


def _printed_name(style: etree._Element) -> str:
    return (value(style, "name") or "").strip().lower()


def _outline_level(properties: etree._Element | None) -> int | None:
    level = integer(value(properties, "outlineLvl"))
    return None if level is None else (level + 1 if level < _BODY_LEVEL else 0)


def _number_ref(properties: etree._Element | None) -> NumberRef | None:
    element = properties.find(w("numPr")) if properties is not None else None
    if element is None:
        return None
    level = integer(value(element, "ilvl"))
    return NumberRef(value(element, "numId") or "", -1 if level is None else min(level, 8))
