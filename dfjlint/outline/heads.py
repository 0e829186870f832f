"""Where the heading of an item ends and its text begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 40
_LONGEST_PLAIN = 30
_LONGEST_LABEL = 15
#: Up to this usual length of first sentences a style is one of run-in headings, commas in them or not.
_USUAL_RUN_IN = 26
_INNER = re.compile("[,;:]")
_END = re.compile("[。!?]")
_COLON = re.compile(rf"[^,。;:]{{2,{_LONGEST_LABEL}}}:")


@dataclass(frozen=True, slots=True)
class Head:
    """The heading in the paragraph of an item, in offsets of that paragraph.

    Args:
        title_start, title_end: the heading without its number and closing mark; equal if there is none.
        body: where the item's own text begins; its length if all of the paragraph is heading.
    """

    title_start: int
    title_end: int
    body: int


@dataclass(frozen=True, slots=True)
class Opener:
    """The paragraph of an item as far as its heading is concerned.

    Args:
        text: normalised.
        number: length of the number in it.
        notes: where its owner notes begin; its length if it has none.
        style: of the number.
        leads: True if other text or items of the same section come below.
        markup: True if the format marks it as a heading.
    """

    text: str
    number: int
    notes: int
    style: str
    leads: bool
    markup: bool


def split_heads(openers: Sequence[Opener]) -> list[Head]:
    """Find the heading of each item; how long first sentences usually are decides for a whole style.

    一、总体要求 is a heading all through; (三)加强统筹。继续… has a run-in heading; in 1.推进甲,建设乙,完善丙。… and
    in an item of one short phrase the text begins right behind the number.
    """
    usual = _usual_first_sentences(openers)
    bare = _bare_styles(openers)
    return [_split(opener, usual, bare) for opener in openers]


def _first_sentence(opener: Opener) -> int:
    """The offset of the full stop of the first sentence; where the notes begin if there is none."""
    match = _END.search(opener.text, opener.number, opener.notes)
    return match.start() if match else opener.notes


def _usual_first_sentences(openers: Sequence[Opener]) -> Mapping[str, float]:
    lengths: dict[str, list[int]] = {}
    for opener in openers:
        end = _first_sentence(opener)
        if end + 1 < opener.notes:
            lengths.setdefault(opener.style, []).append(end - opener.number)
    return {style: median(values) for style, values in lengths.items()}


def _bare_styles(openers: Sequence[Opener]) -> frozenset[str]:
    """Styles most items of which are one sentence with text below."""
    votes: Counter[str] = Counter()
    for opener in openers:
        is_single = _first_sentence(opener) + 1 >= opener.notes
        votes[opener.style] += 1 if is_single and opener.leads else -1
    return frozenset(style for style, vote in votes.items() if vote > 0)


def _split(opener: Opener, usual: Mapping[str, float], bare: frozenset[str]) -> Head:
    text, start = opener.text, opener.number
    end = _first_sentence(opener)
    if opener.style in ("bullet", "row"):
        return Head(start, start, start)
    if end + 1 < opener.notes:
        return _split_run_in(opener, end, usual)
    label = _COLON.match(text, start, opener.notes)
    if label and label.end() < end:
        return Head(start, label.end() - 1, label.end())
    is_sentence = end < opener.notes and _INNER.search(text, start, end) and opener.style not in bare
    if opener.markup or (opener.leads and not is_sentence and end - start <= _LONGEST_HEADING):
        return Head(start, _without_mark(text, start, end), opener.notes)
    return Head(start, start, start)


def _split_run_in(opener: Opener, end: int, usual: Mapping[str, float]) -> Head:
    text, start = opener.text, opener.number
    label = _COLON.match(text, start, end)
    if label:
        return Head(start, label.end() - 1, label.end())
    length = end - start
    has_inner = _INNER.search(text, start, end) is not None
    if length <= _LONGEST_PLAIN and not has_inner:
        return Head(start, end, end + 1)
    if length <= _LONGEST_RUN_IN and usual[opener.style] <= _USUAL_RUN_IN:
        return Head(start, end, end + 1)
    return Head(start, start, start)


def _without_mark(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "。:;,":
        end -= 1
    return end
