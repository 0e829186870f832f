"""Search for many terms at once: the home of the Aho-Corasick automaton."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: TID251 — this is its home

_SURROGATES = re.compile("[\ud800-\udfff]")


class TermSearch:
    """Finds every occurrence of every term, overlapping ones too.

    Args:
        terms: the terms to look for, known by their index; an empty one is never found.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        self._indexes = [index for index, term in enumerate(terms) if term]
        self._all = len(self._indexes) == len(terms)
        self._automaton = AhoCorasick([_encodable(terms[index]) for index in self._indexes])

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """All occurrences as (index of the term, start, end) in code points, by end, longest first."""
        try:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            found = self._automaton.find_matches_as_indexes(_encodable(text), overlapping=True)
        if self._all:
            return found
        indexes = self._indexes
        return [(indexes[pattern], start, end) for pattern, start, end in found]


class LongestSearch:
    """Finds terms one after another without overlap: the leftmost, and of those the longest.

    Args:
        terms: the terms to look for, none empty.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        self._automaton = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """The occurrences as (index of the term, start, end), in code points and text order."""
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(_encodable(text))
        return found


def _encodable(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which UTF-8 and so the automaton cannot carry."""
    return _SURROGATES.sub("\ufffd", text)
