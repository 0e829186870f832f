"""Figures that a plan sets itself."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# How far before a figure its comparator may begin: 不低于全国总额的4%.
_LEAD_WIDTH = 20


class Figure(NamedTuple):
    """A quantity in norm offsets.

    Args:
        comparator: "≥", "≤", "=" or "+" (grows by).
        value: of the number alone: 2 for 2亿条.
        unit: 亿条, %, 个; 千亿元 where the number is a word.
    """

    comparator: str
    value: float
    unit: str
    start: int
    end: int


class _Patterns(NamedTuple):
    """A figure, and what may stand before it; the figure begins with a digit, so the search is fast."""

    figure: re.Pattern[str]
    worded: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = tomllib.loads(files("dfjlint.nlp").joinpath("quantities.toml").read_text("utf-8"))
    listed = {name: _alternatives(words) for name, words in data["words"].items()}
    # Begins with the digit, not with the look behind it: so the search skips other characters at once.
    number = r"(?P<number>\d(?<![\d.第前a-z—–~-]\d)(?:\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?)"
    unit = (
        rf"(?P<unit>%|‰|(?P<timed>{listed['times']})"
        rf"|(?:{listed['scales']})?[多余]?(?:{listed['units']})(?!{listed['not_behind']}))"
    )
    rest = rf"(?P<tail> *(?:{listed['tail']}))?(?P<growth> *的?(?:速度)?增长)?"
    return _Patterns(
        figure=re.compile(rf"{number} *(?:[—–~-] *\d+(?:\.\d+)? *)?{unit}{rest}"),
        worded=re.compile(rf"(?P<unit>[千百十万](?<![\d.(][千百十万])(?:{listed['word_scales']})元)(?!级){rest}"),
        lead=re.compile(rf"(?:{listed['lead']})\s*[了到至]?\s*[约近]?\s*(?:[一-鿿]{{0,8}}的)?$"),
    )


def _alternatives(words: str) -> str:
    return "|".join(sorted((re.escape(word) for word in words.split()), key=len, reverse=True))


def find_quantities(text: str, start: int, end: int) -> list[Figure]:
    """Figures in text[start:end], in order.

    Years, ordinals, versions (3.0), names with numbers (4k, 12345) and rankings (前10名) are none; a span of
    time counts only where it is a limit (不超过3个工作日, 1小时内). Of a range (3—5个) the lower end
    counts.
    """
    patterns = _patterns()
    found = []
    for pattern in (patterns.figure, patterns.worded):
        for match in pattern.finditer(text, start, end):
            lead = patterns.lead.search(text, max(start, match.start() - _LEAD_WIDTH), match.start())
            timed = pattern is patterns.figure and match["timed"]
            if lead or match["tail"] or not timed:
                found.append(_figure(match, lead))
    return sorted(found, key=lambda figure: figure.start)


def _figure(match: re.Match[str], lead: re.Match[str] | None) -> Figure:
    number = match.groupdict().get("number")
    return Figure(
        _comparator(match, lead[0] if lead else ""),
        float(number.replace(",", "")) if number else 1.0,
        re.sub("[多余](?=.)", "", match["unit"]),
        lead.start() if lead else match.start(),
        match.end("tail") if match["tail"] else match.end("unit"),
    )


def _comparator(match: re.Match[str], before: str) -> str:
    kinds = _comparators()
    lead = next((kind for word, kind in kinds if before.startswith(word)), "")
    if match["growth"] or lead == "+":
        return "+"
    tail = (match["tail"] or "").strip()
    behind = next((kind for word, kind in kinds if word == tail), "")
    if behind in ("≥", "≤"):
        return behind
    more = "≥" if re.search("[多余].", match["unit"]) else ""
    return lead or behind or more or "="


@cache
def _comparators() -> tuple[tuple[str, str], ...]:
    """Words with the comparator they stand for, longest first: 不超过 before 超过."""
    data = tomllib.loads(files("dfjlint.nlp").joinpath("quantities.toml").read_text("utf-8"))
    pairs = [(word, kind) for kind, words in data["comparators"].items() for word in words.split()]
    return tuple(sorted(pairs, key=lambda pair: len(pair[0]), reverse=True))
