"""Normalised text with the map back to the source, character by character."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum

from dfjlint.model.source import Span


class Script(StrEnum):
    """The script a document is written in."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """One script, one width; norm character i comes from source [starts[i], ends[i]).

    Characters that stand for several source characters (互联网 for 網際網路) all map to the whole
    group; an inserted character (the line end between paragraphs) maps to an empty span.

    Args:
        text: paragraphs joined by a single line feed; no other line ends.
        starts: source offset of the first code point behind each norm character.
        ends: source offset after the last code point behind each norm character.

    Raises:
        ValueError: if the arrays do not have one entry for each character.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("offset map and text differ in length")

    def to_source(self, norm_start: int, norm_end: int) -> Span:
        """The source span behind norm [norm_start, norm_end), which must not be empty."""
        return Span(self.starts[norm_start], max(self.ends[norm_start], self.ends[norm_end - 1]))
