"""One width: the tables that fold every shape of a character to one, character by character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from dfjlint.text.data import load_data
from dfjlint.text.opencc_forms import opencc_forms

#: What a character becomes that is to be left out.
DROPPED = "\0"

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_COMPATIBILITY = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA), range(0x2F800, 0x2FA1E))
_WHITE_SPACE = "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u3164" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = (
    range(0x09),  # NUL and other controls
    range(0x0E, 0x1C),
    range(0x7F, 0x85),
    range(0x86, 0xA0),
    range(0xAD, 0xAE),  # soft hyphen
    range(0x061C, 0x061D),  # bidirectional marks
    range(0x180B, 0x180F),
    range(0x200B, 0x2010),  # zero width
    range(0x202A, 0x202F),
    range(0x2060, 0x2070),
    range(0xFE00, 0xFE10),  # variation selectors
    range(0xFEFF, 0xFF00),  # byte order mark
    range(0xFFF9, 0xFFFC),
    range(0xE0000, 0xE0080),  # tags
    range(0xE0100, 0xE01F0),  # ideographic variation selectors
)
#: Beyond U+FFFF a character class is fast only as ranges.
_ASTRAL = "\U0002f800-\U0002fa1d\U000e0000-\U000e007f\U000e0100-\U000e01ef"
#: From this many different characters on, translating the whole text is faster than replacing each.
_MANY = 60


class Folding:
    """Replaces characters by a table, one for one, at the cost of those that are there.

    Args:
        table: character to character; what it maps to is mapped again until it stays.

    Attributes:
        forms: each character with the one it ends up as.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        forms = dict(table)
        while chained := {key: forms[form] for key, form in forms.items() if forms.get(form, form) != form}:
            forms |= chained
        self.forms = forms
        self._codes = {ord(character): form for character, form in forms.items()}

    def __call__(self, text: str) -> str:
        """The folded text, as long as `text`."""
        present = set(shaped_characters(text))
        if len(present) > _MANY:
            return text.translate(self._codes)
        for character in present:
            text = text.replace(character, self.forms.get(character, character))
        return text


def shaped_characters(text: str) -> list[str]:
    """Every occurrence of a character that some table may fold, in text order."""
    return _foldable().findall(text)


@cache
def layout_folding() -> Folding:
    """Shapes and scripts folded; quotation marks to \", blanks and the invisible to a space; keeps line ends."""
    return Folding(_shapes() | _invisible(" ") | dict.fromkeys(_WHITE_SPACE, " ") | _grouped("quotes"))


@cache
def text_folding() -> Folding:
    """Shapes, scripts and case folded; blanks to a space; quotation marks and the invisible to DROPPED."""
    quotes = dict.fromkeys([*_grouped("quotes"), "'", '"'], DROPPED)
    small = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    blanks = dict.fromkeys(_WHITE_SPACE + "\r\n", " ")
    return Folding(_shapes() | small | _invisible(DROPPED) | blanks | quotes)


@cache
def _foldable() -> re.Pattern[str]:
    """Everything that any table folds; in one pattern, as compiling it takes milliseconds."""
    blank = re.escape(_WHITE_SPACE + "\r\n\"'" + "".join(map(chr, range(ord("A"), ord("Z") + 1))))
    known = [c for c in _shapes() | _invisible(" ") | _grouped("quotes") if "\x7f" < c < "\U00010000"]
    return re.compile(f"[\0-\x08\x0e-\x1b\x7f{blank}{''.join(known)}{_ASTRAL}]")


@cache
def _shapes() -> dict[str, str]:
    """All that has another shape of its own: width, radicals, variants, script, punctuation."""
    full_width = {chr(code): chr(code - 0xFEE0) for code in _FULL_WIDTH}
    scripts = opencc_forms() | _paired("variants") | _paired("radicals")
    return full_width | _compatibility() | scripts | _grouped("punctuation")


def _compatibility() -> dict[str, str]:
    """Kangxi radicals and compatibility ideographs with the character they stand for."""
    codes = [chr(code) for block in _COMPATIBILITY for code in block]
    forms = unicodedata.normalize("NFKC", "\n".join(codes)).split("\n")
    return {code: form for code, form in zip(codes, forms, strict=True) if form != code}


def _invisible(form: str) -> dict[str, str]:
    return {chr(code): form for block in _INVISIBLE for code in block if chr(code) != form}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables: dict[str, dict[str, str]] = load_data("characters.toml")
    return tables


def _paired(name: str) -> dict[str, str]:
    table = _tables()[name]
    return dict(zip(table["from"].replace("\n", ""), table["to"].replace("\n", ""), strict=True))


def _grouped(name: str) -> dict[str, str]:
    return {shape: form for form, shapes in _tables()[name].items() for shape in shapes}
