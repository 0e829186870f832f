"""Changes to the text of a plan after which its verdicts must be the same (metamorphic relations)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from dfjlint.model.plan import Measure, Outline
from dfjlint.model.source import SourceDocument
from dfjlint.outline import build_outline
from dfjlint.readers import ReadOptions, read_document
from dfjlint.text.opencc_forms import convert

# A chapter that no obligation of any digital decision is about.
UNRELATED = """
做好林业生产工作

开展春季植树造林，抚育中幼林，修建林区道路。加强森林防火巡护，清理可燃物。组织油茶修剪和采摘，发展林下养蜂。
"""
_FULL = {ord(half): chr(ord(half) + 0xFEE0) for half in "0123456789,;:!?()%"}
_QUOTATION = "“”‘’「」『』\"'"
_NO_MARK = re.compile(f"[^{_QUOTATION}]|^.{{40,}}$", re.DOTALL)
_MARKS_BEFORE = re.compile(f"[{_QUOTATION}]*$")
_MARKS_AFTER = re.compile(f"[{_QUOTATION}]*")
# Dropped characters in a row that are not a cut: blanks of letter-spaced text, zero-width marks.
_SHORT = 4
_WORD = re.compile(r"[0-9A-Za-z.%-]+|.")
_NUMERALS = "零一二三四五六七八九十"


def plain_text(text: str, path: str = "plan.txt") -> str:
    """The paragraphs of a plan, one a line, without wraps and page furniture."""
    outline = outline_of(text, path)
    return "\n".join(
        _printed(text, outline, paragraph.norm_start, paragraph.norm_end) for paragraph in outline.paragraphs
    )


def _printed(text: str, outline: Outline, norm_start: int, norm_end: int) -> str:
    """The source characters behind a paragraph; between its pieces only quotation marks are kept."""
    if norm_start == norm_end:
        return ""
    starts, ends = outline.text.starts, outline.text.ends
    last = starts[norm_start]
    parts = [_MARKS_BEFORE.search(text[:last][-2:])[0]]  # type: ignore[index]
    for position in range(norm_start, norm_end):
        start, end = starts[position], ends[position]
        if start >= last:
            gap = text[last:start]
            parts += [gap if "\n" not in gap and len(gap) <= _SHORT else _NO_MARK.sub("", gap), text[start:end]]
            last = end
    return "".join([*parts, _MARKS_AFTER.match(text[last : last + 2])[0]])  # type: ignore[index]


def document_of(text: str, path: str = "plan.txt") -> SourceDocument:
    """A text as if it had been read from a file."""
    return read_document(Path(path), path, text.encode(), ReadOptions())


def outline_of(text: str, path: str = "plan.txt") -> Outline:
    """The outline of a text as if it had been read from a file."""
    return build_outline(document_of(text, path))


def scripts(text: str) -> dict[str, str]:
    """The text in every script OpenCC writes, by configuration."""
    return {config: convert(text, config) for config in ("s2t", "t2s", "s2tw", "s2twp", "s2hk")}


def full_width(text: str) -> str:
    """Digits and punctuation in full width."""
    return text.translate(_FULL)


def corner_quotes(text: str) -> str:
    """Quotation marks as in Taiwan and Hong Kong."""
    return text.translate(str.maketrans("“”‘’", "「」『』"))


def straight_quotes(text: str) -> str:
    """Quotation marks as on a typewriter."""
    return text.translate(str.maketrans("“”‘’「」『』", "\"\"''\"\"''"))


def renumbered(text: str) -> str:
    """Chapters 一、 as 1. and items （一） as （1）, where the plan numbers like that."""
    if re.search(r"^\s*\d+[.．、]", text, re.MULTILINE):
        return text
    text = re.sub(r"^(\s*)([一二三四五六七八九十]+)、", lambda m: f"{m[1]}{_arabic(m[2])}．", text, flags=re.MULTILINE)
    return re.sub(
        r"^(\s*)[(（]([一二三四五六七八九十]+)[)）]", lambda m: f"{m[1]}（{_arabic(m[2])}）", text, flags=re.MULTILINE
    )


def reordered(text: str) -> str:
    """The first two neighbouring measures of every chapter change places; their numbers stay."""
    outline = outline_of(text)
    for first, second in reversed(_pairs(outline.measures, outline)):
        a, b = _body(first, outline), _body(second, outline)
        text = text[: a[0]] + text[b[0] : b[1]] + text[a[1] : b[0]] + text[a[0] : a[1]] + text[b[1] :]
    return text


def rewrapped(text: str, columns: int) -> str:
    """Every paragraph broken at so many characters, but not inside a Latin word or a figure.

    Source: W3C, Requirements for Chinese Text Layout, 3.1.
    """
    return "\n".join("\n".join(_wrapped(line, columns)) for line in text.split("\n"))


def _wrapped(line: str, columns: int) -> list[str]:
    lines = [""]
    for word in _WORD.findall(line):
        for start in range(0, len(word), columns):
            piece = word[start : start + columns]
            if len(lines[-1]) + len(piece) > columns:
                lines.append("")
            lines[-1] += piece
    return lines


def with_unrelated_chapter(text: str) -> str:
    """A chapter on forestry at the end."""
    heading, body = (part for part in UNRELATED.strip().split("\n") if part)
    chapters = len(re.findall(r"^\s*[一二三四五六七八九十]+、", text, re.MULTILINE))
    return f"{text.rstrip()}\n{_chinese(chapters + 1)}、{heading}\n{body}\n"


def with_measure_twice(text: str) -> str:
    """The plan's first measure stands twice."""
    outline = outline_of(text)
    measure = outline.measures[0]
    span = outline.text.to_source(measure.norm_start, measure.norm_end)
    return f"{text[: span.end]}\n{text[span.start :]}"


# Relations on the plain text of a plan, by name.
SAME: Mapping[str, Callable[[str], str]] = {
    "full width": full_width,
    "corner quotation marks": corner_quotes,
    "straight quotation marks": straight_quotes,
    "renumbered": renumbered,
    "reordered measures": reordered,
    "re-wrapped at 32": lambda text: rewrapped(text, 32),
    "re-wrapped at 45": lambda text: rewrapped(text, 45),
    "unrelated chapter": with_unrelated_chapter,
    "measure twice": with_measure_twice,
}


def _pairs(measures: Sequence[Measure], outline: Outline) -> list[tuple[Measure, Measure]]:
    pairs, taken = [], set()
    for first, second in pairwise(measures):
        parent = outline.sections[first.section].parent
        if parent == outline.sections[second.section].parent and parent not in taken:
            taken.add(parent)
            pairs.append((first, second))
    return pairs


def _body(measure: Measure, outline: Outline) -> tuple[int, int]:
    """Source range of a measure after its number."""
    number = outline.sections[measure.section].number
    span = outline.text.to_source(measure.norm_start + len(number), measure.norm_end)
    return span.start, span.end


def _arabic(numeral: str) -> int:
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return _NUMERALS.index(numeral)
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_NUMERALS[tens]}十")
    return head + (_NUMERALS[ones] if ones or not tens else "")
