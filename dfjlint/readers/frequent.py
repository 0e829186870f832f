"""The characters that make up most of any Chinese text; a wrongly decoded text has few of them."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from importlib import resources


@cache
def common_characters() -> frozenset[str]:
    """Simplified and Traditional ones."""
    table = _table()
    return frozenset(table["simplified"] + table["traditional"]) - {"\n"}


def common_share(text: str) -> float:
    """The share of common characters and Chinese marks among all that are not ASCII, 0 to 1."""
    known = common_characters() | set(_table()["punctuation"])
    foreign = {character: n for character, n in Counter(text).items() if character > "\x7f"}
    return sum(n for character, n in foreign.items() if character in known) / max(1, sum(foreign.values()))


@cache
def _table() -> dict[str, str]:
    return tomllib.loads(resources.files("dfjlint.readers").joinpath("frequent.toml").read_text("utf-8"))
