"""Refuses texts on which no verdict is possible, because what was read is not the plan's text."""

from __future__ import annotations

import re
from collections import Counter

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.readers.profile import HAN, Profile, profile
from dfjlint.text.lines import line_spans

_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+-]+", re.ASCII)
# What browsers print at the top of a page: a time and the title of the page, in either order.
_PRINT_STAMP = re.compile(
    r"\s*\d{4}/\d{1,2}/\d{1,2}\s+\d{1,2}:\d{2}\b.*"
    r"|.*\s\d{1,2}/\d{1,2}/\d{2,4}\s+(?:上午|下午)?\d{1,2}:\d{2}\s*"
)
_DIGITS = re.compile(r"\d+")

_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|第[一二三四五六七八九十]+[章條条節节])"
)
_MARKED = re.compile("[，。；、,;]")
_ENDED = re.compile("[。；！？]")

_SENTENCE_ENDS = ("。", "；", "！", "？")

_MOST_GARBAGE = 0.05
_MOST_FOREIGN = 0.3
_FEWEST_SCRIPTS = 4
_LEAST_COMMON = 0.3
_LEAST_CHINESE = 0.1
_MOST_KANA = 0.25
_FEW = 20  # characters: below this a share says nothing
_REPEATS = 3
_LONGEST_HEADERS = 300
_LEAST_LINES = 30
_MOST_NUMBERS = 2
_LEAST_MARKED = 0.3  # lines with a mark inside; prose has them on more than half of its lines
_LEAST_ENDED = 0.2


def check_legible(text: str, where: str = "") -> None:
    """Make sure that a text can be judged as a Chinese plan.

    Args:
        text: what was read, without page furniture that the reader knows of.
        where: path for the message.

    Raises:
        ReadError: with its own title for each reason: no text, not text, garbled by fonts or by a
            wrong encoding, nothing but page headers, lost characters, not Chinese, links and headlines.
    """
    whole = profile(text)
    if not whole.visible:
        raise read_error("no-text", where, "scan")
    if whole.garbage > whole.visible * _MOST_GARBAGE:
        raise read_error("not-text", where, "save-docx")
    if _is_garbled(whole):
        raise read_error("garbled", where, "font")
    content, header_han = _without_headers(text)
    rest = whole if content is text else profile(content)
    if rest.han < _FEW and rest.han <= header_han and not _is_other_language(rest):
        if rest.marks >= _FEW or not header_han:
            raise _lost(where)
        raise read_error("only-headers", where, "font")
    if rest.chinese_marks > max(_FEW, rest.han + rest.other):
        raise _lost(where)
    if _is_other_language(rest):
        raise read_error("not-chinese", where, "chinese")
    if _is_front_page(content):
        raise read_error("front-page", where, "plan-page")


def _is_front_page(text: str) -> bool:
    """Whether a text is many short lines without a number, a sentence or a mark: links, not prose."""
    lines = [text[span.start : span.end] for span in line_spans(text) if span.start < span.end]
    if len(lines) < _LEAST_LINES or sum(1 for line in lines if _NUMBERED.match(line)) > _MOST_NUMBERS:
        return False
    marked = sum(1 for line in lines if _MARKED.search(line))
    ended = sum(1 for line in lines if _ENDED.search(line))
    return marked < _LEAST_MARKED * len(lines) and ended < _LEAST_ENDED * len(lines)


def _is_garbled(whole: Profile) -> bool:
    """A font without a character map, or the wrong encoding, gives rare characters of many scripts."""
    letters = whole.han + whole.kana + whole.other + whole.unmapped
    most = max(_FEW, letters * _MOST_FOREIGN)
    if whole.unmapped > most or whole.accented > most:
        return True
    if whole.foreign + whole.unmapped > most and whole.scripts >= _FEWEST_SCRIPTS:
        return True
    return whole.han > 2 * _FEW and whole.common < whole.han * _LEAST_COMMON


def _is_other_language(found: Profile) -> bool:
    chinese = found.han / max(1, found.han + found.other)
    japanese = found.kana / max(1, found.han + found.kana)
    return found.other + found.kana > found.marks and (chinese < _LEAST_CHINESE or japanese > _MOST_KANA)


def _without_headers(text: str) -> tuple[str, int]:
    """The text without web addresses, print stamps and repeated lines; the Chinese characters dropped.

    A repeated line counts once. Where much is repeated, it is no header but a text that stands in the
    file several times, and stays.
    """
    lines = [text[span.start : span.end] for span in line_spans(text)]
    keys = [_DIGITS.sub("0", line).strip() for line in lines]
    counts = Counter(keys)
    headers = {key: line for key, line in zip(keys, lines, strict=True) if _is_header(line, counts[key])}
    header_han = len(HAN.findall("".join(headers.values())))
    if header_han > _LONGEST_HEADERS:
        headers, header_han = {}, 0
    if not headers and not _ADDRESS.search(text):
        return text, 0
    kept = (line for key, line in zip(keys, lines, strict=True) if key not in headers)
    return _ADDRESS.sub("", "\n".join(kept)), header_han


def _is_header(line: str, repeats: int) -> bool:
    if _PRINT_STAMP.fullmatch(line):
        return True
    return (
        repeats >= _REPEATS
        and not line.rstrip().endswith(_SENTENCE_ENDS)
        and (HAN.search(line) or _ADDRESS.search(line)) is not None
    )


def _lost(where: str) -> ReadError:
    return read_error("lost-characters", where, "font")
