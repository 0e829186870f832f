"""Owner notes: the brackets and lines that say who does a measure and by when."""

from __future__ import annotations

import re
from functools import cache

from dfjlint.outline.vocabulary import any_of

_BRACKET = re.compile(r"[()\[\]]")
_LONGEST_PREFIX = 6
_LONGEST_NOTE = 2000
_BOLD = r"\*{0,2}"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[]?{_BOLD}(?:[^()\[\],。;:]{{0,{_LONGEST_PREFIX}}}[及和、])?{any_of('owners', 'labels')}{_BOLD}:"
    )


@cache
def _sentence_label() -> re.Pattern[str]:
    return re.compile(rf"(?<=[。;]){_BOLD}{any_of('owners', 'labels')}{_BOLD}:")


@cache
def _charge() -> re.Pattern[str]:
    """A bracket without a label that charges somebody: names of bodies, then what they are to do."""
    verbs, bodies = any_of("owners", "verbs"), any_of("owners", "bodies")
    return re.compile(rf"[(\[](?=[^。]*{bodies})[^。]*?(?:{verbs}[^。]{{0,4}}[)\]]|牵头[,;、:)\]]|分工负责)")


@cache
def _bodies() -> re.Pattern[str]:
    """A bracket at the end of a paragraph that holds nothing but names of bodies."""
    name = rf"[^()、,。;:]{{1,20}}{any_of('owners', 'bodies')}等?"
    return re.compile(rf"[(\[]{name}(?:[、,]{name})*[)\]]。?$")


def find_owner_notes(text: str) -> list[tuple[int, int]]:
    """The ranges of owner notes in a normalised paragraph, in order.

    (责任单位:…) [牵头单位:…] (省数据局牵头,各单位按职责分工负责), also with a deadline in it, and a paragraph or last
    sentence 责任单位:… or 完成时限:….
    """
    if _label().match(text) and text[0] not in "([":
        return [(0, len(text))]
    notes: list[tuple[int, int]] = []
    position = 0
    for start, end in _brackets(text):
        if start < position or not _is_note(text, start, end):
            continue
        position = end + 1 if text[end : end + 1] in ("。", ";") else end
        notes.append((start, position))
    plain = _sentence_label().search(text, position)
    if plain:
        notes.append((plain.start(), len(text)))
    return notes


def _brackets(text: str) -> list[tuple[int, int]]:
    """All brackets in order of their beginnings; one that never closes goes to the end of the text."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
            ends[match.start()] = len(text)
        elif opened:
            ends[opened.pop()] = match.end()
    return list(ends.items())


def _is_note(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_NOTE:
        return False
    if _label().match(text, start):
        return True
    if start and text[start - 1] not in "。;!?)]:":
        return False
    return _charge().match(text, start, end) is not None or _bodies().match(text, start) is not None
