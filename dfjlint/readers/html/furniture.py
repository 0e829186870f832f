"""Finds the parts of a page around the document: navigation, link lists, share buttons, footers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from lxml import etree  # noqa: TID251

from dfjlint.readers.html.markup import BLOCKS, HEADINGS, is_dropped

_WORD_CUT = re.compile(r"[\s_-]+")
_SENTENCE = re.compile("[，。；]")
_SPACE = re.compile(r"\s+")
_CONTENT_TAGS = frozenset(["article", "main", "body", "html", *HEADINGS])
# A part with more than this share of the page's text is the page, whatever it is called.
_MOST_OF_PAGE = 0.4
_LINK_SHARE = 0.5
_SHEET_CELLS = 60
_SHEET_LABELS = 3
_LABEL_MARKS = dict.fromkeys(map(ord, " \t\r\n\u3000\xa0:：[]【】"))


@dataclass(slots=True)
class _Totals:
    """Characters seen so far: all, those inside links, commas and full stops outside links."""

    all: int = 0
    linked: int = 0
    sentences: int = 0
    headings: int = 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An element that may be furniture, with the characters below it."""

    element: etree._Element
    characters: int


def data_sheets(root: etree._Element, layouts: set[etree._Element]) -> set[etree._Element]:
    """The tables above a document that say who issued it when under what number.

    Args:
        root: of the page.
        layouts: tables that hold other tables.
    """
    return {table for table in root.iter("table") if table not in layouts and _is_data_sheet(table)}


def _is_data_sheet(table: etree._Element) -> bool:
    found: set[str] = set()
    for count, cell in enumerate(table.iter("td", "th")):
        if count >= _SHEET_CELLS:
            return False
        found.add("".join(map(str, cell.itertext())).translate(_LABEL_MARKS))
    return len(found & _names().labels) >= _SHEET_LABELS


def find_furniture(root: etree._Element) -> set[etree._Element]:
    """The elements whose text is not part of the document; everything below them counts as well."""
    totals = _Totals()
    candidates: list[_Candidate] = []
    open_elements: list[tuple[int, int, int, int]] = []
    links = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        links += _is_link(element) * (1 if event == "start" else -1)
        if event == "end":
            before = open_elements.pop()
            _judge(element, before, totals, candidates)
            _count(element.tail, totals, links)
            continue
        open_elements.append((totals.all, totals.linked, totals.sentences, totals.headings))
        totals.headings += element.tag in HEADINGS
        if is_dropped(element):
            walker.skip_subtree()
        else:
            _count(element.text, totals, links)
    most = totals.all * _MOST_OF_PAGE
    return {candidate.element for candidate in candidates if candidate.characters <= most}


def _count(text: str | None, totals: _Totals, links: int) -> None:
    if not text or text.isspace():
        return
    length = len(_SPACE.sub("", text))
    totals.all += length
    if links:
        totals.linked += length
    else:
        totals.sentences += len(_SENTENCE.findall(text))


def _judge(
    element: etree._Element,
    before: tuple[int, int, int, int],
    totals: _Totals,
    candidates: list[_Candidate],
) -> None:
    characters, linked = totals.all - before[0], totals.linked - before[1]
    if not characters or element.tag in _CONTENT_TAGS:
        return
    has_heading = totals.headings > before[3]
    is_bare = totals.sentences == before[2] and not has_heading
    dense = element.tag in BLOCKS and is_bare and linked > characters * _LINK_SHARE
    if dense or (_is_named(element) and not has_heading) or element.tag in _names().tags:
        candidates.append(_Candidate(element, characters))


def _is_link(element: etree._Element) -> bool:
    return element.tag == "a" and element.get("href") is not None


@dataclass(frozen=True, slots=True)
class _Names:
    """furniture.toml."""

    tags: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    labels: frozenset[str]


@cache
def _names() -> _Names:
    text = resources.files("dfjlint.readers.html").joinpath("furniture.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return _Names(*(frozenset(table[name]) for name in ("tags", "roles", "words", "labels")))


def _is_named(element: etree._Element) -> bool:
    names = _names()
    if element.get("role", "").lower() in names.roles:
        return True
    if element.tag == "header":
        return not any(above.tag in ("article", "main") for above in element.iterancestors())
    written = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return not names.words.isdisjoint(_WORD_CUT.split(written))
