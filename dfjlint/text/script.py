"""One script: which one a text is written in, and the characters whose form depends on the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dfjlint.model.text import Script
from dfjlint.text.data import load_data
from dfjlint.text.opencc_forms import opencc_forms
from dfjlint.text.widths import shaped_characters

#: A text is in one script if the other one has less than this share of the characters that tell.
_MINORITY = 0.1


@dataclass(frozen=True, slots=True)
class _Context:
    """A character with the words that decide its form; the longest word at a place counts."""

    character: str
    form: str
    everywhere: bool
    changed: Sequence[str]
    kept: Sequence[str]


def script_of(text: str) -> Script:
    """The script of a source text, by the characters that only one of the scripts has.

    Returns:
        HANS for a text without any such character, MIXED where both have a tenth or more of them.
    """
    hant = sum(map(opencc_forms().__contains__, shaped_characters(text)))
    if not hant:
        return Script.HANS
    hans = len(_only_simplified().findall(text))
    if min(hant, hans) >= _MINORITY * (hant + hans):
        return Script.MIXED
    return Script.HANT if hant > hans else Script.HANS


def settle_contexts(text: str) -> str:
    """Give each character whose form depends on the word (著 覆 画 …) the form it has there.

    Args:
        text: folded to Simplified characters, without blanks inside words.

    Returns:
        A text of the same length.
    """
    for character, context in _contexts().items():
        if character in text:
            text = _settle(text, context)
    return text


def _settle(text: str, context: _Context) -> str:
    def settled(found: re.Match[str]) -> str:
        return context.form if found.lastindex else context.character

    return _pattern(context.character).sub(settled, text)


@cache
def _only_simplified() -> re.Pattern[str]:
    """The forms that Big5, the character set of Traditional texts, does not have."""
    forms = opencc_forms()
    shared = set("".join(forms.values()).encode("big5", "ignore").decode("big5"))
    return re.compile(f"[{''.join(sorted(set(forms.values()) - shared - forms.keys()))}]")


@cache
def _contexts() -> Mapping[str, _Context]:
    tables = load_data("contexts.toml")["context"]
    return {table["character"]: _Context(**table) for table in tables}


@cache
def _pattern(character: str) -> re.Pattern[str]:
    """The character in any of its words, longest word first, with a group where it changes."""
    context = _contexts()[character]
    places = [(*place, "()") for word in context.changed for place in _places(word, character)]
    places += [(*place, "") for word in context.kept for place in _places(word, character)]
    places.sort(key=lambda place: (-len(place[0]) - len(place[1]), -len(place[0])))
    branches = [f"(?<={before}{character})(?={after}){mark}" for before, after, mark in places]
    return re.compile(f"{character}(?:{'|'.join([*branches, '()'] if context.everywhere else branches)})")


def _places(word: str, character: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each occurrence of the character in the word."""
    for place in re.finditer(character, word):
        yield word[: place.start()], word[place.end() :]
