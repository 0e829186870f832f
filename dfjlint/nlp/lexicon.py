"""The words of acts.toml, looked up by token."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Kind(StrEnum):
    """What a token can be in a predicate."""

    VERB = "verb"
    WEAK = "weak"
    ENCOURAGE = "encourage"
    EXPLORE = "explore"
    CANCEL = "cancel"
    REACH = "reach"
    BINDING = "binding"
    PROHIBIT = "prohibit"
    DENY = "deny"
    DONE = "done"
    ADVERB = "adverb"
    LINK = "link"
    JOIN = "join"
    DE = "de"
    MASKED = "masked"  # inside 《》 or round brackets
    OTHER = "other"


VERBAL = frozenset((Kind.VERB, Kind.WEAK, Kind.ENCOURAGE, Kind.EXPLORE, Kind.CANCEL, Kind.REACH))
_STANCED = frozenset((Kind.CANCEL, Kind.ENCOURAGE, Kind.EXPLORE))
_FIRM = VERBAL - {Kind.WEAK}


@dataclass(frozen=True, slots=True)
class Entry:
    """A token's kind; the verb of 全面实施 begins `shift` characters into it."""

    kind: Kind
    shift: int = 0


class EntryTable(dict[str, Entry]):
    """Entries by token; tokens of two words (全面实施) are worked out at first sight."""

    def __missing__(self, word: str) -> Entry:
        entry = self._compound(word) if len(word) == 4 else Entry(Kind.OTHER)
        self[word] = entry
        return entry

    def _compound(self, word: str) -> Entry:
        head, tail = self.get(word[:2]), self.get(word[2:])
        if head is None or tail is None or tail.kind not in VERBAL:
            return Entry(Kind.OTHER)
        if head.kind is Kind.ADVERB:
            return Entry(Kind.VERB if tail.kind is Kind.WEAK else tail.kind, 2)
        if head.kind not in VERBAL:
            return Entry(Kind.OTHER)
        if head.kind in _STANCED or (tail.kind is Kind.VERB and head.kind in _FIRM):
            return Entry(head.kind)
        return Entry(tail.kind)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sequence of words with a meaning of its own; each step lists its alternatives."""

    label: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything of acts.toml, in the form in which it is looked up.

    Args:
        entries: kind of each token.
        topics: opener of an adverbial -> its class (about, means, place, …), closers included.
        sets: the named sets of words.
        phrases: sequences for the Matcher.
    """

    entries: EntryTable
    topics: dict[str, str]
    sets: dict[str, frozenset[str]]
    phrases: tuple[Phrase, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read at first use."""
    data = tomllib.loads(files("dfjlint.nlp").joinpath("acts.toml").read_text("utf-8"))
    return Lexicon(
        entries=_entries(data["kinds"]),
        topics={word: name for name, listed in data["topics"].items() for word in listed.split()},
        sets={name: frozenset(listed.split()) for name, listed in data["sets"].items()},
        phrases=tuple(
            Phrase(group["label"], tuple(sequence.split()))
            for group in data["phrases"]
            for sequence in group["sequences"]
        ),
    )


# Where a word stands in several lists the later kind here wins.
_PRECEDENCE = (
    *("adverb", "verb", "decide", "weak", "reach", "encourage", "explore", "cancel"),
    *("link", "join", "de", "done", "binding", "prohibit", "deny"),
)


def _entries(listed: dict[str, str]) -> EntryTable:
    table = EntryTable()
    for name in _PRECEDENCE:
        kind = Kind.VERB if name == "decide" else Kind(name)
        table.update((word, Entry(kind)) for word in listed[name].split())
    return table
