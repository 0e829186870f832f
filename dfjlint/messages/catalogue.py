"""Looks up messages of the catalogue and fills in their values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dfjlint.model.report import Message

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


#: The files of the catalogue; no key stands in two of them.
SHEETS = ("catalogue.toml", "comments.toml", "imprint.toml", "portfolio.toml", "reading.toml")


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All messages: key → language → text."""
    return {key: texts for sheet in SHEETS for key, texts in sheet_of(sheet).items()}


def sheet_of(name: str) -> Mapping[str, Mapping[str, str]]:
    """The messages of one file of the catalogue."""
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))


def render(message: Message, lang: str) -> str:
    """A message as a sentence.

    Values that begin with @ may be keys of the catalogue themselves, whose texts may ask for the other values.

    Raises:
        KeyError: if the catalogue does not have the key, the language or a value the text asks for.
    """
    texts = catalogue()
    words = _Words(message.values)
    keys = {name: value[1:] for name, value in message.values if value[:1] == "@" and value[1:] in texts}
    words.update((name, texts[key][lang]) for name, key in keys.items())
    filled = {name: words[name].format_map(words) for name in keys}
    return texts[message.key][lang].format_map({**words, **filled})


class _Words(dict[str, str]):
    """Values of a message; one that is not there stands for itself, since the words of a plan may look like a key."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def label(key: str, lang: str, **values: object) -> str:
    """The text of a key with its values.

    Raises:
        KeyError: as in render.
    """
    return catalogue()[key][lang].format_map(values)
