"""Normalised text: one script, one width, no quotation marks, with the way back to the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from dfjlint.model.source import Span
from dfjlint.model.text import NormalisedText
from dfjlint.text.script import traditional_table
from dfjlint.text.widths import fold, layout_table, text_table

_ENUMERATORS = {chr(0x3220 + i): f"({c})" for i, c in enumerate("一二三四五六七八九十")} | {
    chr(0x2474 + i): f"({i + 1})" for i in range(20)
}
_EDITED = re.compile("[\0 ]+|[" + "".join(_ENUMERATORS) + "]")


def skeleton(text: str) -> str:
    """The text for layout decisions, character i of it for character i of `text`.

    Widths, radicals and punctuation have one form, Traditional characters their Simplified one,
    quotation marks are \" and white space other than line ends is a space. Letters keep their case.
    """
    return fold(fold(text, layout_table()), traditional_table())


def normalise(text: str, paragraphs: Sequence[Sequence[Span]]) -> NormalisedText:
    """Normalise paragraphs, each given by the pieces of source text that make it up.

    Args:
        text: the source.
        paragraphs: for each paragraph the spans of its pieces (the lines that a wrap has cut it into),
            in order and not overlapping. They are joined without anything between.

    Returns:
        One line for each paragraph, also for an empty one.
    """
    joined, starts, ends = _join(fold(text, text_table()), paragraphs)
    joined = fold(joined, traditional_table())
    edits = [(m.start(), m.end(), _edit(joined, m)) for m in _EDITED.finditer(joined)]
    return _splice(joined, starts, ends, edits)


def normalise_term(term: str) -> str:
    """A term of a rule, cleaned by the same steps as a plan; in Simplified or Traditional characters."""
    return normalise(term, [[Span(0, len(term))]]).text


def _join(text: str, paragraphs: Sequence[Sequence[Span]]) -> tuple[str, array[int], array[int]]:
    identity = array("q", range(len(text) + 1))
    parts: list[str] = []
    starts: array[int] = array("q")
    ends: array[int] = array("q")
    for paragraph in paragraphs:
        if parts:
            parts.append("\n")
            here = ends[-1] if ends else 0
            starts.append(here)
            ends.append(here)
        else:
            parts.append("")
        for piece in paragraph:
            parts.append(text[piece.start : piece.end])
            starts += identity[piece.start : piece.end]
            ends += identity[piece.start + 1 : piece.end + 1]
    return "".join(parts), starts, ends


def _edit(text: str, match: re.Match[str]) -> str:
    found = match[0]
    if found in _ENUMERATORS:
        return _ENUMERATORS[found]
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return " " if " " in found and _in_word(before) and _in_word(after) else ""


def _in_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _splice(
    text: str, starts: array[int], ends: array[int], edits: Sequence[tuple[int, int, str]]
) -> NormalisedText:
    parts: list[str] = []
    new_starts: array[int] = array("q")
    new_ends: array[int] = array("q")
    done = 0
    for start, end, new in edits:
        parts += (text[done:start], new)
        new_starts += starts[done:start]
        new_ends += ends[done:start]
        new_starts.extend([starts[start]] * len(new))
        new_ends.extend([ends[end - 1]] * len(new))
        done = end
    parts.append(text[done:])
    new_starts += starts[done:]
    new_ends += ends[done:]
    return NormalisedText("".join(parts), new_starts, new_ends)
