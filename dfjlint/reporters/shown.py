"""Turns text of a document into characters that are safe and right to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dfjlint.model.report import Evidence
from dfjlint.model.source import Span

_LINE_END = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
# Controls, bidi marks and other invisible characters, private use excepted; lone surrogates cannot be encoded.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_KEPT = frozenset("\t\n\r")
_CJK = 0x2E80


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind.

    Args:
        kind: "" for plain text, "word" for words that a rule matched, "met" and "unmet" for words
            of a provision that the plan answers or does not.
    """

    text: str
    kind: str = ""


def visible(text: str) -> str:
    """A text in which every invisible character is spelled out: ⟦U+202E⟧."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible, text))


def shown_characters(text: str) -> list[str]:
    """What is shown for each character: line ends inside a paragraph vanish between Chinese characters."""
    shown = list(text)
    for found in _LINE_END.finditer(text):
        start, end = found.span()
        shown[start:end] = [""] * (end - start)
        if not (_is_cjk(text[start - 1 : start]) and _is_cjk(text[end : end + 1])):
            shown[start] = " "
    return shown


def pieces_of(evidence: Evidence) -> tuple[Piece, ...]:
    """The quotation of an evidence with its matched words as pieces of their own."""
    offset = evidence.span.start
    return cut(evidence.quote, [(mark.start - offset, mark.end - offset, "word") for mark in evidence.marks])


def cut(text: str, ranges: Iterable[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """A text cut into pieces; the first range that holds a character gives its kind."""
    kinds = [""] * len(text)
    for start, end, kind in ranges:
        for position in range(max(start, 0), min(end, len(text))):
            kinds[position] = kinds[position] or kind
    pieces: list[Piece] = []
    begin = 0
    shown = shown_characters(text)
    for position in range(1, len(text) + 1):
        if position == len(text) or kinds[position] != kinds[begin]:
            pieces.append(Piece("".join(shown[begin:position]), kinds[begin]))
            begin = position
    return tuple(piece for piece in pieces if piece.text)


def one_line(text: str) -> str:
    """A title without its line ends."""
    return "".join(shown_characters(text)).strip()


def within(span: Span, text: str, start: int) -> str:
    """The characters of a span of the source in a text that begins at `start`; empty if they lie outside."""
    if span.start < start or span.end > start + len(text):
        return ""
    return text[span.start - start : span.end - start]


def _is_cjk(character: str) -> bool:
    return bool(character) and (ord(character) >= _CJK or character in "“”‘’…—·")


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in _UNSEEN:
        return character
    return f"⟦U+{ord(character):04X}⟧"
