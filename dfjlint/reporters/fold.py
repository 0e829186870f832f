"""Folds Traditional characters to Simplified ones, so that either script finds the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def script_pairs() -> Mapping[str, str]:
    """Traditional character → Simplified character, for those whose form does not depend on the word."""
    text = (files(__package__) / "script_pairs.txt").read_text(encoding="utf-8").strip()
    return dict(zip(text[::2], text[1::2], strict=True))


def fold(text: str) -> str:
    """A text of the same length in Simplified characters."""
    return text.translate(_table())


def pairs_in(characters: set[str]) -> str:
    """The pairs whose Traditional character is among some characters, one after the other."""
    pairs = script_pairs()
    return "".join(character + pairs[character] for character in sorted(characters & pairs.keys()))


@cache
def _table() -> Mapping[int, str]:
    return {ord(character): form for character, form in script_pairs().items()}
