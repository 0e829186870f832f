"""Counts the sorts of characters in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from dfjlint.readers.frequent import common_characters

_CHINESE_MARKS = "，。、；：“”‘’（）《》"
_HAN = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HAN) + "]")
"""A Chinese character in use today, or a radical that stands for one."""

_KANA = ((0x3041, 0x30FF), (0xFF66, 0xFF9F))
_ACCENTED = ((0x00AA, 0x024F),)
# Alphabets that stand in Chinese documents: Latin, Greek, basic Cyrillic, Bopomofo, Hangul.
_EXPECTED = ((0x0000, 0x024F), (0x0370, 0x03FF), (0x0410, 0x044F), (0x3100, 0x31BF), (0xAC00, 0xD7AF))
_FULL_WIDTH = ((0xFF10, 0xFF5A),)


@dataclass(frozen=True, slots=True)
class Profile:
    """How many characters of each sort a text has.

    Args:
        visible: all but white space and format characters.
        han: Chinese characters in use today, radicals that stand for them included.
        common: of those, the commonest.
        kana: Japanese syllables.
        other: letters of all other scripts.
        accented: of those, Latin letters beyond ASCII.
        foreign: of those, letters of scripts that no Chinese document uses.
        unmapped: private use, unassigned, and Chinese characters of the rare planes.
        garbage: control characters and replacement characters.
        scripts: number of foreign scripts.
        chinese_marks: Chinese punctuation.
    """

    visible: int
    han: int
    common: int
    kana: int
    other: int
    accented: int
    foreign: int
    unmapped: int
    garbage: int
    scripts: int
    chinese_marks: int

    @property
    def marks(self) -> int:
        """Digits, punctuation and symbols."""
        return self.visible - self.han - self.kana - self.other - self.unmapped - self.garbage


def profile(text: str) -> Profile:
    """Count the sorts of characters in `text`."""
    sorts: Counter[str] = Counter()
    scripts: set[str] = set()
    counts = Counter(text)
    for character, n in counts.items():
        sort = _sort(character)
        sorts[sort] += n
        if sort == "foreign":
            scripts.add(unicodedata.name(character, "?").split(" ", 1)[0])
    other = sorts["other"] + sorts["accented"] + sorts["foreign"]
    return Profile(
        visible=sum(sorts.values()) - sorts["blank"],
        han=sorts["han"],
        common=sum(counts[character] for character in counts.keys() & common_characters()),
        kana=sorts["kana"],
        other=other,
        accented=sorts["accented"],
        foreign=sorts["foreign"],
        unmapped=sorts["unmapped"],
        garbage=sorts["garbage"],
        scripts=len(scripts),
        chinese_marks=sum(counts[character] for character in _CHINESE_MARKS),
    )


@lru_cache(maxsize=8192)
def _sort(character: str) -> str:
    if character.isspace():
        return "blank"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or character == "\ufffd":
        return "garbage"
    if category == "Cf":
        return "blank"
    if category in ("Co", "Cn"):
        return "unmapped"
    code = ord(character)
    if _within(code, _HAN):
        return "han"
    if category[0] not in "LM":
        return "mark"
    return _letter_sort(code)


def _letter_sort(code: int) -> str:
    if _within(code, _KANA):
        return "kana"
    if _within(code, _ACCENTED):
        return "accented"
    if _within(code, _EXPECTED) or _within(code, _FULL_WIDTH):
        return "other"
    return "unmapped" if 0x3400 <= code <= 0x4DBF or code >= 0x20000 else "foreign"


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)
