"""Normalised text: one script, one width, one wording, with the way back to the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import cache

from dfjlint.model.source import Span
from dfjlint.model.text import NormalisedText
from dfjlint.text.script import settle_contexts
from dfjlint.text.widths import DROPPED, layout_folding, text_folding
from dfjlint.text.wording import wording_edits

_ENUMERATORS = (
    {chr(0x3220 + i): f"({numeral})" for i, numeral in enumerate("一二三四五六七八九十")}
    | {chr(0x2474 + i): f"({i + 1})" for i in range(20)}
    | {chr(0x2488 + i): f"{i + 1}." for i in range(20)}
)
_RUNS = re.compile(f"[{DROPPED} ]+|[⑴-⒛㈠-㈩]")
#: Letters and digits of scripts that write spaces lie below this.
_GENERAL_PUNCTUATION = "\u2000"


def skeleton(text: str) -> str:
    """The text for layout decisions, character i of it for character i of `text`.

    Widths, radicals and punctuation have one form, Traditional characters their Simplified one,
    quotation marks are \" and white space other than line ends is a space. Letters keep their case.
    """
    return layout_folding()(text)


def normalise(text: str, paragraphs: Sequence[Sequence[Span]]) -> NormalisedText:
    """Normalise paragraphs, each given by the pieces of source text that make it up.

    Args:
        text: the source.
        paragraphs: for each paragraph the spans of its pieces (the lines that a wrap has cut it into),
            in order and not overlapping. They are joined without anything between.

    Returns:
        One line for each paragraph, also for an empty one.
    """
    joined = _join(text_folding()(text), paragraphs)
    cut = _splice(joined, [(run.start(), run.end(), _replacement(run)) for run in _RUNS.finditer(joined.text)])
    settled = NormalisedText(settle_contexts(cut.text), cut.starts, cut.ends)
    return _splice(settled, wording_edits(settled.text))


def normalise_term(term: str) -> str:
    """A term of a rule, cleaned by the same steps as a plan; in Simplified or Traditional characters."""
    return normalise(term, [[Span(0, len(term))]]).text


def _join(text: str, paragraphs: Sequence[Sequence[Span]]) -> NormalisedText:
    """The pieces one after another, with a line feed between paragraphs."""
    identity = _identity(len(text).bit_length())
    parts: list[str] = []
    starts, ends = array("i"), array("i")
    here = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            parts.append("\n")
            starts.append(here)
            ends.append(here)
        for piece in paragraph:
            start, here = piece.start, piece.end
            parts.append(text[start:here])
            starts += identity[start:here]
            ends += identity[start + 1 : here + 1]
    return NormalisedText("".join(parts), starts, ends)


@cache
def _identity(bits: int) -> array[int]:
    """0, 1, 2, … up to 2 ** bits, to be sliced from."""
    return array("i", range((1 << bits) + 1))


def _replacement(run: re.Match[str]) -> str:
    """What stands for a run of spaces and dropped characters, or for an enumerator."""
    found = run[0]
    if found in _ENUMERATORS:
        return _ENUMERATORS[found]
    if " " not in found:
        return ""
    text, start, end = run.string, run.start(), run.end()
    if not (_in_word(text[start - 1 : start]) and _in_word(text[end : end + 1])):
        return ""
    spaced_out = not _in_word(text[start - 2 : start - 1]) and not _in_word(text[end + 1 : end + 2])
    return "" if spaced_out else " "


def _in_word(character: str) -> bool:
    """True for a letter or digit of a script that writes spaces between words."""
    return character < _GENERAL_PUNCTUATION and character.isalnum()


def _splice(old: NormalisedText, edits: Sequence[tuple[int, int, str]]) -> NormalisedText:
    """Put new text for [start, end) of the old; each new character stands for all of what it replaces."""
    if not edits:
        return old
    parts: list[str] = []
    starts, ends = array("i"), array("i")
    done = 0
    for start, end, new in edits:
        parts += (old.text[done:start], new)
        starts += old.starts[done:start]
        ends += old.ends[done:start]
        if new:
            starts.extend([old.starts[start]] * len(new))
            ends.extend([old.ends[end - 1]] * len(new))
        done = end
    parts.append(old.text[done:])
    return NormalisedText("".join(parts), starts + old.starts[done:], ends + old.ends[done:])
