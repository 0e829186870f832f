"""The markers that number the items of a plan: 一、 (三) 1. ① 第二章 and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}
_HAN = "[一二三四五六七八九十百零〇]{1,5}"

_MARKER = re.compile(
    rf"""(?:
    第(?P<ordinal>{_HAN}|\d{{1,3}})(?P<unit>部分|[编篇章节条])(?=[ 、:.]|[^级级款项约])[、.:]?
  | (?P<han>{_HAN})[ ]?[、.](?!{_HAN}(?:[、级类线期]|产业))
  | [(][ ]?(?P<han_paren>{_HAN})[ ]?[)][、.]?
  | (?P<han_sign>[㈠-㈩])、?
  | (?P<num>\d{{1,3}})[ ]?(?:[.、](?!\d)|[.](?=20\d\d年))
  | [(][ ]?(?P<num_paren>\d{{1,3}})[ ]?[)][、.]?
  | (?P<half>\d{{1,2}})[)](?!\d)
  | (?P<ring>[①-⑳])[、.]?
  | (?P<num_paren_sign>[⑴-⒇])
  | (?P<num_sign>[⒈-⒛])
  | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,5}})[、.]?(?=[ \u3400-\u9fff(《"])(?![版万亿个倍代米年月日元的以级至到时%])
  | [(](?P<letter>[A-Za-z])[)]
  | 专栏[ ]?(?P<box>{_HAN}|\d{{1,2}})(?=[ :、《\u3400-\u9fff]|$):?
    )[ ]*""",
    re.VERBOSE,
)
#: Every character that a marker can begin with.
_FIRST = frozenset("第一二三四五六七八九十百零〇(0123456789专") | {
    chr(code) for first, last in ("①⒛", "㈠㈩") for code in range(ord(first), ord(last) + 1)
}
_SIGNS = {"han_sign": ("㈠", "han_paren"), "num_paren_sign": ("⑴", "num_paren"), "num_sign": ("⒈", "num")}
_SPELT = {chr(0x3220 + i): f"({c})" for i, c in enumerate("一二三四五六七八九十")} | {
    chr(0x2474 + i): f"({i + 1})" for i in range(20)
}
_UNITS = {"部分": "part", "编": "part", "篇": "part", "章": "chapter", "节": "section", "条": "article"}


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the start of a paragraph.

    Args:
        style: what the number looks like; items of one level of a plan share it.
        value: its place in the sequence; the last part of 1.1.2.
        number: as normalised text shows it: 一、 (三) 1. 第二章.
        end: where the text after it begins, in the text that was read.
    """

    style: str
    value: int
    number: str
    end: int


def find_marker(text: str) -> Marker | None:
    """The marker that a text (skeleton or normalised) begins with, or None.

    一是, dates (2025.3), amounts (1.5亿) and enumerations inside a sentence (一、二、三产业) are none.
    """
    if text[:1] not in _FIRST:
        return None
    match = _MARKER.match(text)
    if match is None:
        return None
    style = match.lastgroup or ""
    printed = match[style]
    number = match[0].replace(" ", "")
    if style.endswith("_sign") or style == "letter":
        number = number.translate(_TRANSLATION).lower()
    return _marker(style, printed, number, match)


_TRANSLATION = str.maketrans(_SPELT)


def _marker(style: str, printed: str, number: str, match: re.Match[str]) -> Marker:
    if style == "unit":
        return Marker(_UNITS[printed], _value(match["ordinal"]), number.rstrip("、.:"), match.end())
    if style in _SIGNS:
        first, plain = _SIGNS[style]
        return Marker(plain, ord(printed) - ord(first) + 1, number, match.end())
    if style == "ring":
        return Marker(style, ord(printed) - ord("①") + 1, number, match.end())
    if style == "letter":
        return Marker(style, ord(printed.lower()) - ord("a") + 1, number, match.end())
    if style == "decimal":
        parts = printed.split(".")
        return Marker(f"decimal{len(parts)}", int(parts[-1]), number, match.end())
    return Marker(style, _value(printed), number, match.end())


def _value(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    total = current = 0
    for character in printed:
        if character == "十":
            total, current = total + (current or 1) * 10, 0
        elif character == "百":
            total, current = total + (current or 1) * 100, 0
        else:
            current = _DIGITS[character]
    return total + current
