"""The words by which the parts of a plan are told apart, read once from vocabulary.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

Words = Sequence[str]


@cache
def _tables() -> Mapping[str, Mapping[str, Words | Mapping[str, Words]]]:
    text = resources.files("dfjlint.outline").joinpath("vocabulary.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(table: str, name: str) -> tuple[str, ...]:
    """The list `name` of a table of vocabulary.toml, longest words first."""
    found = _tables()[table][name]
    if isinstance(found, Mapping):
        raise KeyError(f"{table}.{name} is a table")
    return tuple(sorted(found, key=len, reverse=True))


@cache
def word_set(table: str, name: str) -> frozenset[str]:
    """The list `name` of a table, for look-ups."""
    return frozenset(words(table, name))


@cache
def any_of(table: str, name: str) -> str:
    """The list `name` of a table as a pattern that matches any of its words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in words(table, name)) + ")"


@cache
def any_pattern(table: str, name: str) -> re.Pattern[str]:
    """The list `name` of a table, whose entries are patterns, as one pattern."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in words(table, name)))


@cache
def heading_zones() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each zone that a heading can announce its name and the pattern of such headings.

    A heading of several heads (总体要求和主要目标) is of the zone of its first.
    """
    chains = {name: _chain(table) for name, table in _tables()["sections"].items() if isinstance(table, Mapping)}
    anything = "|".join(chains.values())
    return tuple((name, re.compile(f"(?:{chain})(?:[和与及、,]?(?:{anything}))*")) for name, chain in chains.items())


def _chain(table: Mapping[str, Words]) -> str:
    modifiers, heads = ("|".join(sorted(table[key], key=len, reverse=True)) for key in ("modifiers", "heads"))
    return f"(?:{modifiers})*(?:{heads})" if modifiers else f"(?:{heads})"
