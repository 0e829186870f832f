"""Title, issuer and the letter around a plan: notice, addressees, signature, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dfjlint.model.plan import Zone
from dfjlint.outline.vocabulary import any_of, any_pattern, words

_LONGEST_TITLE = 90
_LONGEST_NAME = 30
_LONGEST_LETTER = 400
_BRACKETED = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_HAN = "一二三四五六七八九十"
_DATE = re.compile(rf"\(?(?:\d{{4}}|[〇○零{_HAN}]{{4}})年[\d{_HAN}]{{1,3}}月(?:[\d{_HAN}]{{1,3}}日?)?\)?")
_ANNEX = re.compile(r"附件\d{0,2}:?")
_YEARS = re.compile(r"\(\d{4}年?[-至]\d{4}年?\)")


@dataclass(frozen=True, slots=True)
class Front:
    """The part that each paragraph before the body plays, and where title and issuer stand.

    Args:
        zones: for each paragraph that is not plan text itself; others are absent.
        title: ranges (paragraph, start, end) whose characters make up the title.
        issuer: range (paragraph, start, end) of the issuer, or None.
    """

    zones: dict[int, Zone]
    title: tuple[tuple[int, int, int], ...]
    issuer: tuple[int, int, int] | None


@cache
def _place() -> re.Pattern[str]:
    endings = "|".join(words("issuer", "places"))
    return re.compile(rf"(?:\d{{4}}年?)?(?!关于)([^\d,。、全我各本]{{1,8}}?(?:{endings}))")


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('title', 'kinds')}(?:\d\.\d)?(?:\([^()]*\))*$")


@cache
def _notice_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('title', 'notices')}$|关于(?:印发|发布|公布|转发)")


def read_front(lines: Sequence[str], before: Sequence[int], heading: int) -> Front:
    """Tell apart the paragraphs before the first item.

    Args:
        lines: all normalised paragraphs.
        before: indices of those before the body that are neither chrome nor table cells.
        heading: the paragraph that the format marks as the title, -1 if none.
    """
    zones = {i: Zone.LETTERHEAD for i in before if i != heading and _is_letter(lines[i])}
    main = heading if heading >= 0 else _main_title(lines, before, zones)
    title = _title_paragraphs(lines, before, zones, main)
    zones |= dict.fromkeys(title, Zone.TITLE)
    zones |= {i: Zone.LETTERHEAD for i in before if title and i < title[0]}
    _add_remainders(lines, before, zones)
    ranges = tuple((i, 0, len(lines[i])) for i in title if i == main or not _is_remark(lines[i]))
    if not title:
        ranges = _quoted_title(lines, before, zones)
    return Front(zones, ranges, _find_issuer(lines, before, zones, title))


def _is_letter(text: str) -> bool:
    if is_letterhead(text) or is_date(text) or _ANNEX.fullmatch(text) or is_signer(text):
        return True
    if any(phrase in text for phrase in words("letterhead", "bodies")):
        return True
    if text[-1] == ":":
        return len(text) > 3 and ("各" in text or "政府" in text or "单位" in text or "部门" in text)
    return len(text) <= _LONGEST_TITLE and "。" not in text and _notice_end().search(text) is not None


def _add_remainders(lines: Sequence[str], before: Sequence[int], zones: dict[int, Zone]) -> None:
    """A character or two on a line of their own belong to what stands above."""
    for upper, lower in pairwise(before):
        if upper in zones and lower not in zones and len(lines[lower]) < 4:
            zones[lower] = zones[upper]


def is_front(text: str) -> bool:
    """True for paragraphs that stand before the body of a plan: notice, title, number of the document."""
    return is_title(text) or _is_letter(text)


def is_signer(text: str) -> bool:
    """True for the name of one body or several, as it stands above a date."""
    if len(text) > _LONGEST_NAME or any(mark in text for mark in ",。;:、()《"):
        return False
    return text.endswith(words("letterhead", "signers")) and not is_title(text)


def is_date(text: str) -> bool:
    """True for a paragraph of nothing but a date."""
    return _DATE.fullmatch(text) is not None


def is_letterhead(text: str) -> bool:
    """True for paragraphs that can only stand at the end of an official letter."""
    return any_pattern("letterhead", "patterns").match(text) is not None


def is_title(text: str) -> bool:
    """True for a line that ends as titles of plans do: …行动计划, …实施方案(2025-2027年)."""
    if len(text) > _LONGEST_TITLE or "。" in text or text[-1] in ";:,":
        return False
    return _title_end().search(text) is not None


def _main_title(lines: Sequence[str], before: Sequence[int], zones: dict[int, Zone]) -> int:
    """The last paragraph like a title above the first sentence of the plan, or anywhere, or -1."""
    above = anywhere = -1
    is_above = True
    for i in before:
        if i in zones:
            continue
        if is_title(lines[i]):
            anywhere = i
            above = i if is_above else above
        elif "。" in lines[i]:
            is_above = False
    return above if above >= 0 else anywhere


def _is_remark(text: str) -> bool:
    return _BRACKETED.fullmatch(text) is not None and not _YEARS.fullmatch(text)


def _title_paragraphs(lines: Sequence[str], before: Sequence[int], zones: dict[int, Zone], main: int) -> list[int]:
    """The paragraphs of the title: its lines and the remarks in brackets below."""
    if main not in before:
        return []
    names = [match[1] for i in before if i in zones and (match := _QUOTED.search(lines[i][:_LONGEST_LETTER]))]
    first = last = before.index(main)
    while first and _goes_on(lines, before[first - 1], before[first], zones, names):
        first -= 1
    while last + 1 < len(before) and _BRACKETED.fullmatch(lines[before[last + 1]]):
        below = lines[before[last + 1]]
        if is_letterhead(below) and not is_date(below):
            break
        last += 1
    return list(before[first : last + 1])


def _goes_on(lines: Sequence[str], upper: int, lower: int, zones: dict[int, Zone], names: Sequence[str]) -> bool:
    """Whether a line and the one below are one title cut in two, as the notice quotes it if it does."""
    if upper in zones or upper + 1 != lower:
        return False
    above, below = lines[upper], lines[lower]
    if any(below in name for name in names):
        return any(above + below in name for name in names)
    if above[-1] in "。:;)!?" or len(above) > _LONGEST_NAME or is_title(above):
        return False
    return len(below) < 13 or below.startswith(("关于", "的", "和", "与"))


def _quoted_title(
    lines: Sequence[str], before: Sequence[int], zones: dict[int, Zone]
) -> tuple[tuple[int, int, int], ...]:
    for i in before:
        match = _QUOTED.search(lines[i][:_LONGEST_LETTER]) if zones.get(i) is Zone.LETTERHEAD else None
        if match:
            return ((i, match.start(1), match.end(1)),)
    return ()


def _find_issuer(
    lines: Sequence[str], before: Sequence[int], zones: dict[int, Zone], title: Sequence[int]
) -> tuple[int, int, int] | None:
    """Who issues the plan: before 关于 in a title, the signature, or the place that begins the title."""
    for i in before:
        if i in title or (zones.get(i) is Zone.LETTERHEAD and _notice_end().search(lines[i])):
            end = lines[i].find("关于")
            if 1 < end <= _LONGEST_NAME and lines[i][:end].endswith((*words("letterhead", "signers"), "部门")):
                return i, 0, end
    signers = [i for i in before if zones.get(i) is Zone.LETTERHEAD and is_signer(lines[i])]
    if signers:
        return signers[0], 0, len(lines[signers[0]])
    for i in title:
        place = _place().match(lines[i])
        if place:
            return i, place.start(1), place.end(1)
    return None
