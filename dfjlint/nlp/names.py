"""Proper names of bodies, parks and events, in which a word of a rule is no measure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dfjlint.nlp.places import place_names

# A name is looked for from its end backwards, at most so far.
_REACH = 16
_SEPARATOR = re.compile(r"[,;:。!?、《》\n\s]")
# 厦门软件园(三期), 数字中国研究院(福建).
_SUFFIX = re.compile(r"\((?:[一二三四五六七八九十]期|[一-鿿]{2,4})\)")


@dataclass(frozen=True, slots=True)
class _Family:
    """One sort of names: pattern of the ends, openers, and whether places open it."""

    ends: re.Pattern[str]
    openers: tuple[str, ...]
    founded: bool  # the name does not count where it is being founded


@dataclass(frozen=True, slots=True)
class _Patterns:
    families: tuple[_Family, ...]
    breaks: re.Pattern[str]
    founding: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = tomllib.loads(files("dfjlint.nlp").joinpath("names.toml").read_text("utf-8"))
    openers = data["openers"]
    return _Patterns(
        families=(
            _Family(_ends(data["bodies"]["ends"]), tuple(openers["bodies"].split()), True),
            _Family(_ends(data["parks"]["ends"]), tuple(openers["brands"].split()), True),
            _Family(_ends(data["events"]["ends"]), tuple(data["events"]["openers"].split()), False),
        ),
        breaks=re.compile("|".join(data["breaks"]["words"].split())),
        founding=re.compile(rf"(?:{'|'.join(data['founding']['words'].split())})(?:一批|若干|福建)?$"),
    )


def _ends(words: str) -> re.Pattern[str]:
    longest_first = sorted(words.split(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})(?!生)")  # 大学生 is no 大学


def name_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Norm ranges of proper names, in order, without overlaps.

    A name begins with a place (泉州芯谷), a brand (数字福建(长乐)产业园) or, for events, 数字中国, 世界,
    全国 and the like; 人工智能产业园区 is no name. A body or park that is being founded (组建…委员会, 建设…产业园)
    is none either: founding it is the measure.
    """
    found = sorted(span for family in _patterns().families for span in _names_of(text, family))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def _names_of(text: str, family: _Family) -> Iterator[tuple[int, int]]:
    founding = _patterns().founding
    for match in family.ends.finditer(text):
        start = _start_of_name(text, match.start(), family)
        if start is None:
            continue
        if family.founded and founding.search(text, max(0, start - 8), start):
            continue
        suffix = _SUFFIX.match(text, match.end())
        yield start, suffix.end() if suffix else match.end()


def _start_of_name(text: str, end: int, family: _Family) -> int | None:
    """Where the name begins whose last word begins at `end`: its leftmost opener without a break behind."""
    window = max(0, end - _REACH)
    separators = [match.end() for match in _SEPARATOR.finditer(text, window, end)]
    first = separators[-1] if separators else window
    breaks = [match.end() for match in _patterns().breaks.finditer(text, first, end)]
    first = max([first, *(stop for stop in breaks if not _inside_brand(text, stop, family))])
    for start in range(first, end):
        balanced = text.count("(", start, end) == text.count(")", start, end)
        if balanced and _opens(text, start, end, family):
            return start - 2 if text.endswith("数字", first, start) else start  # 数字 + place is a brand
    return None


def _opens(text: str, start: int, end: int, family: _Family) -> bool:
    if text.startswith(family.openers, start, end) and not text.startswith("国家级", start):
        return True
    return any(text[start : start + length] in place_names() for length in (2, 3, 4) if start + length <= end)


def _inside_brand(text: str, stop: int, family: _Family) -> bool:
    """数字中国建设峰会: 建设 right behind a brand belongs to the name."""
    return any(text.startswith(brand + "建设", stop - len(brand) - 2) for brand in family.openers)
