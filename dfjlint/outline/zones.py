"""The part that a stretch of text plays, told from headings and cue words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dfjlint.model.plan import Zone
from dfjlint.outline.vocabulary import any_pattern, heading_zones

_TARGET_SENTENCE = re.compile(r"(?:力争)?(?:到|展望)20\d\d年")
_LATER_TARGET_SENTENCE = re.compile(rf"(?<=[。;]){_TARGET_SENTENCE.pattern}")
_LONGEST_TITLE = 16


def zone_of_title(title: str) -> Zone | None:
    """The zone that a normalised heading announces, None if it says nothing about it.

    总体要求 and the like are PREAMBLE, 主要目标 TARGETS, 发展现状 BACKGROUND, 附则 LETTERHEAD.
    """
    if not title or len(title) > _LONGEST_TITLE:
        return None
    for name, pattern in heading_zones():
        if pattern.fullmatch(title):
            return Zone(name)
    return None


@cache
def _target_label() -> re.Pattern[str]:
    pattern = dict(heading_zones())["targets"].pattern
    return re.compile(rf"(?:{pattern}):")


def starts_with_targets(text: str) -> bool:
    """True for a paragraph 行动目标:… inside a section of measures."""
    return _target_label().match(text[: _LONGEST_TITLE + 1]) is not None


def cut_targets(text: str, start: int, end: int) -> int:
    """Where in text[start:end] of a preamble the targets begin (到2027年,…); `end` if nowhere."""
    match = _TARGET_SENTENCE.match(text, start, end) or _LATER_TARGET_SENTENCE.search(text, start, end)
    return match.start() if match else end


def is_preamble(text: str) -> bool:
    """True for the sentence that leads into a plan without numbers."""
    return any_pattern("preamble", "cues").search(text) is not None


def cut(start: int, end: int, zone: Zone, notes: Sequence[tuple[int, int]]) -> list[tuple[int, int, Zone]]:
    """The pieces of [start, end): owner notes, and what is between them in `zone`."""
    pieces: list[tuple[int, int, Zone]] = []
    for note_start, note_end in notes:
        if start < note_start:
            pieces.append((start, note_start, zone))
        pieces.append((max(start, note_start), note_end, Zone.OWNERS))
        start = note_end
    if start < end:
        pieces.append((start, end, zone))
    return pieces
