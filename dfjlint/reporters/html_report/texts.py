"""Numbers the sentences of a page, so that it can show each one in every language."""

from __future__ import annotations

import json
from dataclasses import dataclass

from dfjlint.messages import LANGUAGES, label, render
from dfjlint.model.report import Message
from dfjlint.reporters.shown import visible


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the page: its number and how it reads in the language of the page."""

    number: int
    shown: str


class Texts:
    """The sentences that a page has asked for so far.

    Args:
        lang: the language that the page shows until its reader chooses another.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._numbers: dict[tuple[str, ...], int] = {}

    def label(self, key: str, **values: object) -> Text:
        """A text of the catalogue with its values.

        Raises:
            KeyError: as `dfjlint.messages.label`.
        """
        return self._text(tuple(label(key, lang, **values) for lang in LANGUAGES))

    def message(self, message: Message) -> Text:
        """A message of the report."""
        return self._text(tuple(render(message, lang) for lang in LANGUAGES))

    def as_json(self) -> str:
        """All sentences as JSON that may stand inside a script element: language → list of texts."""
        table = {lang: [visible(texts[position]) for texts in self._numbers] for position, lang in enumerate(LANGUAGES)}
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")

    def _text(self, texts: tuple[str, ...]) -> Text:
        number = self._numbers.setdefault(texts, len(self._numbers))
        return Text(number, texts[LANGUAGES.index(self._lang)])
