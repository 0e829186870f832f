"""One width: tables that fold the shapes of a character to one form, character by character."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources

#: What a dropped character becomes until it is cut out.
DROPPED = "\0"

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_COMPATIBILITY = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA), range(0x2F800, 0x2FA1E))
_SPACES = "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = (
    range(0x09),
    range(0x0E, 0x1C),
    range(0x7F, 0x85),
    range(0x86, 0xA0),
    range(0xAD, 0xAE),
    range(0x061C, 0x061D),
    range(0x180B, 0x180F),
    range(0x200B, 0x2010),
    range(0x202A, 0x202F),
    range(0x2060, 0x2070),
    range(0xFE00, 0xFE10),
    range(0xFEFF, 0xFF00),
    range(0xFFF9, 0xFFFC),
    range(0xE0000, 0xE0080),
    range(0xE0100, 0xE01F0),
)


@cache
def characters() -> Mapping[str, Mapping[str, str]]:
    """The tables of characters.toml, by name."""
    text = resources.files("dfjlint.text").joinpath("characters.toml").read_text("utf-8")
    return tomllib.loads(text)


def paired(name: str) -> dict[str, str]:
    """A table of characters.toml that pairs `from` with `to`."""
    table = characters()[name]
    return dict(zip(table["from"].replace("\n", ""), table["to"].replace("\n", ""), strict=True))


def _grouped(name: str) -> dict[str, str]:
    return {shape: form for form, shapes in characters()[name].items() for shape in shapes}


def _compatibility() -> dict[str, str]:
    """Kangxi radicals and compatibility ideographs with the character they stand for."""
    codes = [chr(code) for block in _COMPATIBILITY for code in block]
    pairs = {code: unicodedata.normalize("NFKC", code) for code in codes}
    return {code: form for code, form in pairs.items() if form != code}


@cache
def _shapes() -> dict[str, str]:
    full_width = {chr(code): chr(code - 0xFEE0) for code in _FULL_WIDTH}
    return full_width | _compatibility() | paired("radicals") | _grouped("punctuation")


@cache
def layout_table() -> Mapping[str, str]:
    """Folds shapes, quotation marks to \", white space and the invisible to a space; keeps line ends."""
    blank = dict.fromkeys(_SPACES, " ")
    invisible = {chr(code): " " for block in _INVISIBLE for code in block}
    return _shapes() | blank | invisible | _grouped("quotes")


@cache
def text_table() -> Mapping[str, str]:
    """Like the layout table, but quotation marks and invisible characters are DROPPED, letters small."""
    blank = dict.fromkeys(_SPACES + "\r\n", " ")
    marks = dict.fromkeys([*_grouped("quotes"), '"', "'"], DROPPED)
    invisible = {chr(code): DROPPED for block in _INVISIBLE for code in block if code}
    small = {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    folded = {shape: small.get(form, form) for shape, form in _shapes().items()}
    return folded | small | blank | marks | invisible


def fold(text: str, table: Mapping[str, str]) -> str:
    """Replace every character that `table` knows; the length stays.

    The table must be closed: no value of it is a key. A text has few of the characters of a table, so
    replacing those one after another is several times faster than translating the whole.
    """
    for character in table.keys() & set(text):
        text = text.replace(character, table[character])
    return text
