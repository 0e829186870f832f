"""Dates by which a plan wants something done."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

_FIVE_YEAR_PLANS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_QUARTERS = {"一": 3, "1": 3, "二": 6, "2": 6, "三": 9, "3": 9, "四": 12, "4": 12}
_TEN_DAYS = {"上旬": 10, "中旬": 20}

# Patterns begin with a digit or a rare character, so that a search runs through the text at full speed; what
# stands before is looked at afterwards.
_YEAR = re.compile(
    r"""
    20(?<!\d20)\d\d\s*(?:(?:年)?\s*[—–~-]+\s*(?P<last>20\d\d)\s*)?年(?!度|代)
    (?:\s*(?:1[0-2]|0?[1-9])\s*(?P<month>月)(?:份)?(?:\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*日|(?P<third>[上中下]旬))?
      |\s*第?[一二三四1-4](?P<quarter>季度)|\s*(?P<half>[上下]半年))?
    (?P<close>\s*(?:年)?[底末](?:之?前)?|\s*(?:之前|以前|前|内))?
    """,
    re.VERBOSE,
)
_MONTH = re.compile(r"(\d{1,2})\s*月")
_LEAD = re.compile(r"(?:到|至|在|于|确保|力争|争取)\s*$")
_STOP = re.compile(r"[,;。)\s]")
_FIVE_YEARS = re.compile(r"(?P<plan>十[二三四五六]五)(?:规划)?(?:期|时期)?(?:末|期末|期间|期内)")
_THIS_YEAR = re.compile(
    r"""
    [今本当年1-9一二三四]
    (?: (?<=[今本当])年(?:年?底前?|末前?|内)?
      | (?<=年)(?<![\d\x20今本当]年)(?:底前?|末前?|内)(?![容涵外部])
      | (?<=[1-9])(?<![\d年][1-9])[0-2]?(?P<month>月)(?:(?P<day>3[01]|[12]\d|[1-9])日)?(?:[底末]前?|之前|以?前)
      | (?<=[一二三四])(?P<quarter>季度)(?:[底末]前?|前)?(?=[,;。内完]))
    """,
    re.VERBOSE,
)
# 2018年以来, 较2020年, 2016年印发: what was, not what is due.
_PAST = re.compile(r"以来|印发|发布|出台|施行|年版|成立|(?:的)?(?:基础|水平)上|起(?!草)")
_COMPARED = re.compile(r"(?:自|从|比|较|对比|截至|截止|上年|去年)\s*$")


class DueDate(NamedTuple):
    """A deadline in norm offsets."""

    year: int
    month: int
    day: int
    start: int
    end: int


def find_deadlines(text: str, start: int, end: int, plan_year: int = 0) -> list[DueDate]:
    """Deadlines in text[start:end], in order.

    Month and day are those of the end of the period: 12 and 31 for a year, 6 and 30 for 上半年 or
    6月底. Of a range (2024—2026年) the last year counts.

    Args:
        plan_year: the first year that the plan is made for; it gives 年底前 and 6月底前 their year, and
            years before it are no deadlines. 0 if unknown.
    """
    found = [*_of_years(text, start, end, plan_year), *_of_five_years(text, start, end, plan_year)]
    if plan_year:
        taken = [(due.start, due.end) for due in found]
        found += [
            due
            for due in _of_this_year(text, start, end, plan_year)
            if not any(due.start < last and first < due.end for first, last in taken)
        ]
    return sorted(found, key=lambda due: due.start)


def _of_years(text: str, start: int, end: int, plan_year: int) -> Iterator[DueDate]:
    for match in _YEAR.finditer(text, start, end):
        first = match.start()
        year = int(match["last"] or text[first : first + 4])
        before = text[max(start, first - 4) : first]
        if year < plan_year or _COMPARED.search(before) or (match["last"] and before.rstrip().endswith("(")):
            continue
        lead = _LEAD.search(before)
        if not (lead or match["close"] or match["last"] or _STOP.match(text, match.end())):
            continue
        if not match["close"] and _PAST.match(text, match.end(), end):
            continue
        yield _due(match, year, (first - len(lead[0]) if lead else first, match.end()))


def _of_five_years(text: str, start: int, end: int, plan_year: int) -> Iterator[DueDate]:
    for match in _FIVE_YEARS.finditer(text, start, end):
        year = _FIVE_YEAR_PLANS[match["plan"]]
        if year >= plan_year:
            yield DueDate(year, 12, 31, match.start(), match.end())


def _of_this_year(text: str, start: int, end: int, year: int) -> Iterator[DueDate]:
    for match in _THIS_YEAR.finditer(text, start, end):
        yield _due(match, year, match.span())


def _due(match: re.Match[str], year: int, span: tuple[int, int]) -> DueDate:
    named = match.groupdict()  # the patterns share names, none has all
    month, day = 12, 0
    if named["month"]:
        month = int(_MONTH.search(match[0])[1])  # type: ignore[index]
        day = int(named["day"] or 0) or _TEN_DAYS.get(named.get("third") or "", 0)
    elif named["quarter"]:
        month = _QUARTERS[match[0][match.start("quarter") - match.start() - 1]]
    elif named.get("half") == "上半年":
        month = 6
    last = monthrange(year, month)[1]
    return DueDate(year, month, min(day, last) or last, *span)
