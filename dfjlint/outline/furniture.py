"""Page furniture and web chrome, told from the plan by their content."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from dfjlint.model.source import BlockKind
from dfjlint.outline.layout import Line
from dfjlint.outline.numbering import find_marker
from dfjlint.outline.vocabulary import any_of, any_pattern, word_set, words

_STAMP = re.compile(
    r"\d{4}[/-]\d{1,2}[/-]\d{1,2},? \d{1,2}:\d{2}(?!\d)(?!:)"
    r"|.*\d{1,2}/\d{1,2}/\d{2,4},? ?(?:上午|下午|AM|PM)? ?\d{1,2}:\d{2}(?: ?[AP]M)?$"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)*\.(?:cn|com|org|net|gov|hk|tw|mo)(?:[/:][!-~]*)?(?: .*)?$"
)
_PAGE = re.compile(
    r"-+ ?\d{1,4} ?-+|·+ ?\d{1,4} ?·+|第 ?\d{1,4} ?页(?:[ ,/]*共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4}"
    r"|(?i:page) ?\d{1,4}(?: ?(?i:of) ?\d{1,4})?|页码: ?\d{1,4}(?:/\d{1,4})?"
)
_CONTENTS = re.compile(r".{2,60}?(?:[.…·]{4,}|…{2,}) ?-?\d{1,4}-?$")
_BARE = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"\[?([^\[\]:,。;]{1,12}?)(?:\]|:)")
_FOREIGN = re.compile(
    r"[\u0370-\u1fff\u2c00-\u2e7f\ua4d0-\uabff\ue000-\uf8ff\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0001ffff]"
)
_SENTENCE = re.compile("[,。;]")
_SEPARATORS = re.compile(r" *[|>›»] *| {1,}")

_LONGEST = 120
_LONGEST_MARK = 400
_LONGEST_NAME = 24
#: Lines between two sure ones are taken with them if there are at most this many, each this short.
_GAP_LINES = 6
_GAP_WIDTH = 40
#: Characters between two bare numbers from which on they are page numbers and no items.
_PAGE_CHARACTERS = 400


class _Part(Enum):
    """What a line is: text, a mark of a printed page, or a part of a web page."""

    TEXT = 0
    PAGE = 1
    WEB = 2


def find_furniture(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it is a page header or footer, navigation or a notice of the web page.

    Told by: marks that no sentence of a plan bears (addresses, print headers, page numbers, licence
    numbers); lines that come back at page ends; labels and bars of web pages; short lines shut in
    between such lines. Table cells and headings are never furniture.
    """
    characters = set("".join(line.text for line in lines))
    foreign = _FOREIGN.search("".join(characters)) is not None
    parts = [_part(line, foreign) for line in lines]
    _mark_phrases(lines, parts)
    _mark_bare_numbers(lines, parts)
    _mark_repeated(lines, parts)
    _mark_between(lines, parts)
    return [part is not _Part.TEXT for part in parts]


def _part(line: Line, foreign: bool) -> _Part:
    kind = line.block.kind
    if kind is BlockKind.FURNITURE:
        return _Part.PAGE if line.block.place.page else _Part.WEB
    if kind in (BlockKind.TABLE_CELL, BlockKind.HEADING):
        return _Part.TEXT
    text = line.text
    if _is_page_mark(text):
        return _Part.PAGE
    if _is_symbols(text) or (foreign and _is_garbled(text)):
        return _Part.WEB
    if text[-1] == "。" or len(text) > _LONGEST:
        return _Part.TEXT
    return _Part.WEB if _is_labelled(text) or _is_bar(text) else _Part.TEXT


def _is_page_mark(text: str) -> bool:
    if len(text) > _LONGEST_MARK:
        return False
    if "/" in text and ":" in text and _STAMP.match(text):
        return True
    if (text[-1].isdecimal() or text[-1] == "页") and (_PAGE.fullmatch(text) or _is_contents(text)):
        return True
    return text.isascii() and (_PAGE.fullmatch(text) or _ADDRESS.match(text)) is not None


def _is_contents(text: str) -> bool:
    """An entry of a table of contents: dots, then a page number."""
    return text.count(".") + text.count("…") > 2 and _CONTENTS.match(text) is not None


def _is_symbols(text: str) -> bool:
    """A line of rubbish or ornament: more ASCII signs than letters."""
    if not text.isascii() or len(text) < 3 or text[0].isdecimal():
        return False
    return 2 * sum(map(str.isalnum, text)) < len(text)


def _is_garbled(text: str) -> bool:
    if text.isascii():
        return False
    foreign = len(_FOREIGN.findall(text))
    return foreign > 2 and foreign * 8 > len(text)


def _is_labelled(text: str) -> bool:
    plain = text.replace(" ", "").lower() if len(text) < 40 or " " in text else text
    if len(plain) <= _LONGEST_NAME:
        if plain.strip(":[]|·>") in word_set("chrome", "lines"):
            return True
        if plain.endswith(words("chrome", "endings")) and not _SENTENCE.search(plain):
            return True
    if plain[0] in "《图一政" and any_pattern("chrome", "patterns").match(plain):
        return True
    label = _LABEL.match(plain)
    return label is not None and label[1] in word_set("chrome", "labels")


def _is_bar(text: str) -> bool:
    """A breadcrumb or navigation bar: short words, one of them typical, between bars or spaces."""
    if " " not in text and "|" not in text and ">" not in text:
        return False
    if _SENTENCE.search(text) or find_marker(text):
        return False
    parts = [part for part in _SEPARATORS.split(text) if part]
    if len(parts) < 2 or max(map(len, parts)) > 24:
        return False
    typical = sum(1 for part in parts if _navigation().search(part))
    if "|" in text or ">" in text:
        return typical > 0 or len(parts) > 3
    return typical > 1 or (typical == 1 and (len(parts) > 4 or (len(parts) < 4 and max(map(len, parts)) < 9)))


def _navigation() -> re.Pattern[str]:
    return re.compile(any_of("chrome", "navigation"))


def _mark_phrases(lines: Sequence[Line], parts: list[_Part]) -> None:
    """Marks the lines that hold a phrase no plan has; one search over everything for each phrase."""
    text = "\n".join(line.text for line in lines)
    starts = []
    position = 0
    for line in lines:
        starts.append(position)
        position += len(line.text) + 1
    for phrase in words("chrome", "phrases"):
        found = text.find(phrase)
        while found >= 0:
            index = bisect_right(starts, found) - 1
            if lines[index].block.kind in (BlockKind.LINE, BlockKind.PARAGRAPH):
                parts[index] = _Part.WEB
            found = text.find(phrase, found + len(phrase))


def _mark_bare_numbers(lines: Sequence[Line], parts: list[_Part]) -> None:
    """Marks lines of nothing but a number if they count pages; those that number items stay."""
    bare = [i for i, line in enumerate(lines) if line.wraps and len(line.text) < 4 and _BARE.fullmatch(line.text)]
    if not bare:
        return
    gaps = [lines[b].start - lines[a].end for a, b in pairwise(bare)]
    rising = [int(lines[i].text) for i in bare]
    items = rising[0] == 1 and rising == list(range(1, len(rising) + 1)) and len(rising) > 1
    if items and sorted(gaps)[len(gaps) // 2] < _PAGE_CHARACTERS and not any(_cuts_sentence(lines, i) for i in bare):
        return
    for i in bare:
        parts[i] = _Part.PAGE


def _cuts_sentence(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].text[-1] in ",、"


def _mark_repeated(lines: Sequence[Line], parts: list[_Part]) -> None:
    """Marks lines that come back, numbers apart, next to page ends."""
    near = sorted(set(_near_page_ends(lines, parts)))
    if len(near) < 3:
        return
    shapes = {i: _DIGITS.sub("0", lines[i].text.replace(" ", "")) for i in near}
    often = Counter(shapes.values())
    for i, shape in shapes.items():
        if often[shape] > 2 and shape[-1] not in "。;)" and not find_marker(lines[i].text):
            parts[i] = _Part.PAGE


def _near_page_ends(lines: Sequence[Line], parts: Sequence[_Part]) -> list[int]:
    near: list[int] = []
    for i, line in enumerate(lines):
        if line.page_break or parts[i] is not _Part.TEXT:
            near += (
                j for j in range(max(0, i - 2), min(len(lines), i + 3)) if parts[j] is _Part.TEXT and lines[j].wraps
            )
    return near


def _mark_between(lines: Sequence[Line], parts: list[_Part]) -> None:
    """Marks short lines without a sentence that are shut in between marked lines or the ends of the text.

    One of the two must be part of a web page; between two page ends may stand a short page of text.
    """
    bounds = [-1, *(i for i, part in enumerate(parts) if part is not _Part.TEXT), len(lines)]
    for before, after in pairwise(bounds):
        inside = range(before + 1, after)
        sides = [parts[i] for i in (before, after) if 0 <= i < len(lines)]
        if not 0 < len(inside) <= _GAP_LINES or _Part.WEB not in sides:
            continue
        if all(_is_loose(lines[i]) for i in inside):
            for i in inside:
                parts[i] = _Part.WEB


def _is_loose(line: Line) -> bool:
    """A line that could be furniture if its neighbours are."""
    if line.wide > _GAP_WIDTH or line.block.kind not in (BlockKind.LINE, BlockKind.PARAGRAPH):
        return False
    text = line.text
    if text[-1] in "。;:,、)号日" or find_marker(text):
        return False
    return not (text[0] == "附" or any(kind in text for kind in words("title", "kinds")))
