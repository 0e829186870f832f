"""Reads number, date, horizon and draft status of a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from dfjlint.model.plan import Imprint, Zone
from dfjlint.outline.vocabulary import any_of, any_pattern, words

Range = tuple[int, int, int]
"""A paragraph, and from where to where in it."""

_NUMBER = re.compile(r"[一-龥]{1,14}\[(?:19|20)\d\d\](?:第)?\d{1,5}号")
_DIGITS = "〇一二三四五六七八九"
_HAN_DAY = f"[{_DIGITS}○零十]{{1,3}}"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二][{_DIGITS}○零]{{3}})年(?P<month>\d{{1,2}}|{_HAN_DAY})月(?:(?P<day>\d{{1,2}}|{_HAN_DAY})日)?"
    r"|(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d{1,2})\5(?P<d>\d{1,2})(?!\d)"
)
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:[-~至到]|--)((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_FIVE_YEARS = re.compile("十([一二三四五六七八九])?五(?=.*(?:规划|计划|纲要|方案))")
_FIRST_OF_FIFTEENTH = 2026  # 十五五 is 2026 to 2030
_LONGEST_PLAN = 50  # years
_TELLING = (Zone.TITLE, Zone.LETTERHEAD, Zone.CHROME)


def read_imprint(lines: Sequence[str], zones: Sequence[Zone], title: str, printed: Callable[[Range], str]) -> Imprint:
    """What a plan says of itself besides title and issuer.

    Args:
        lines: normalised paragraphs.
        zones: of each.
        title: normalised.
        printed: from a range of a paragraph to the words as printed.
    """
    number, draft = _number(lines, zones), _draft(lines, zones)
    return Imprint(
        number="".join(printed(number).split()) if number else "",
        date=_date(lines, zones),
        horizon=_horizon(title) or _horizon_of_text(lines, zones),
        draft="".join(printed(draft).split()) if draft else "",
    )


def _number(lines: Sequence[str], zones: Sequence[Zone]) -> Range | None:
    """The number in the letter, else beside its label on a web page."""
    for i, text in enumerate(lines):
        if zones[i] in (Zone.LETTERHEAD, Zone.TITLE) and _NUMBER.fullmatch(text):
            return i, 0, len(text)
    for i, start in _labelled(lines, zones, words("imprint", "number")):
        found = _NUMBER.match(lines[i], start)
        if found:
            return i, found.start(), found.end()
    return None


def _date(lines: Sequence[str], zones: Sequence[Zone]) -> str:
    """The date of the letter or below the title, else beside its label on a web page."""
    for i, text in enumerate(lines):
        found = _DATE.fullmatch(text.strip("()")) if zones[i] in (Zone.LETTERHEAD, Zone.TITLE) else None
        if found and (day := _iso(found)):
            return day
    for label in words("imprint", "date"):
        for i, start in _labelled(lines, zones, (label,)):
            found = _DATE.match(lines[i], start)
            if found and (day := _iso(found)):
                return day
    return ""


def _labelled(lines: Sequence[str], zones: Sequence[Zone], labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where values stand: behind a label, or in the paragraph after one that is nothing but a label."""
    label = _label(tuple(labels))
    for i, text in enumerate(lines):
        if zones[i] not in _TELLING:
            continue
        for found in label.finditer(text):
            if found.end() < len(text):
                yield i, found.end()
            elif i + 1 < len(lines):
                yield i + 1, 0


@cache
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(labels)})[\\]:]*")


def _iso(found: re.Match[str]) -> str:
    """A date as 2025-03-20; empty if there is no such day."""
    names = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    year, month, day = (_value(found[name]) if found[name] else 0 for name in names)
    if not (1 <= month <= 12 and day <= 31):
        return ""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _value(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    digits = digits.replace("○", "〇").replace("零", "〇")
    if "十" not in digits:
        return int("".join(str(_DIGITS.index(digit)) for digit in digits))
    tens, _, ones = digits.partition("十")
    return (_DIGITS.index(tens[-1:]) if tens else 1) * 10 + (_DIGITS.index(ones[:1]) if ones else 0)


def _horizon(title: str) -> tuple[int, int] | None:
    """The years in a title: 2025-2027年, 十四五, 2025年."""
    years = _YEARS.search(title)
    if years:
        return _sound(int(years[1]), int(years[2]))
    five = _FIVE_YEARS.search(title)
    if five:
        first = _FIRST_OF_FIFTEENTH + 5 * ((_DIGITS.index(five[1]) if five[1] else 0) - 5)
        return first, first + 4
    year = _YEAR.search(title)
    return (int(year[1]), int(year[1])) if year else None


def _horizon_of_text(lines: Sequence[str], zones: Sequence[Zone]) -> tuple[int, int] | None:
    """The years that a sentence names as those of the plan: 规划期为2021-2025年."""
    for text, zone in zip(lines, zones, strict=True):
        found = re.search(any_of("imprint", "terms"), text) if zone is not Zone.CHROME else None
        years = _YEARS.search(text, found.end(), found.end() + 20) if found else None
        if years:
            return _sound(int(years[1]), int(years[2]))
    return None


def _sound(first: int, last: int) -> tuple[int, int] | None:
    return (first, last) if first <= last < first + _LONGEST_PLAN else None


def _draft(lines: Sequence[str], zones: Sequence[Zone]) -> Range | None:
    """The word in brackets, or at the end of a title, that calls the text a draft."""
    pattern = any_pattern("imprint", "drafts")
    for i, text in enumerate(lines):
        if zones[i] not in (Zone.TITLE, Zone.LETTERHEAD):
            continue
        for found in pattern.finditer(text):
            before, after = text[: found.start()][-1:], text[found.end() :][:1]
            if (before, after) == ("(", ")") or (zones[i] is Zone.TITLE and not after):
                return i, found.start(), found.end()
    return None
