"""The physical lines of a source, stripped of white space, with what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dfjlint.model.source import Block, BlockKind, SourceDocument, Span
from dfjlint.text.lines import line_spans
from dfjlint.text.normalise import skeleton


class Line(NamedTuple):
    """A line of the source, or a whole paragraph or table cell where the format has such a thing.

    Args:
        start, end: in code points of the source, without white space around.
        text: the skeleton of these characters.
        long: characters it takes, with its indent.
        wide: columns it takes, with its indent, where punctuation is as wide as a Chinese character.
        narrow: columns it takes where ASCII punctuation is half as wide.
        indent, trail: characters of white space before and after it inside its line.
        gap: blank lines between it and the line before.
        page_break: True if a page ends between the line before and this one.
        wraps: True if the format cuts paragraphs into such lines.
        block: that it comes from.
    """

    start: int
    end: int
    text: str
    long: int
    wide: int
    narrow: int
    indent: int
    trail: int
    gap: int
    page_break: bool
    wraps: bool
    block: Block


_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def read_lines(source: SourceDocument) -> list[Line]:
    """The lines of a source that are not blank, in reading order."""
    skeletal = skeleton(source.text)
    widened = _widen(source.text)
    lines: list[Line] = []
    done = page = 0
    for block, span in _pieces(source, skeletal):
        raw = skeletal[span.start : span.end]
        text = raw.strip(" ")
        if not text:
            continue
        indent = len(raw) - len(raw.lstrip(" "))
        start = span.start + indent
        end = start + len(text)
        between = source.text[done:start]
        double = 2 * (end - span.start)
        lines.append(
            Line(
                start,
                end,
                text,
                long=end - span.start,
                wide=double - _ascii(widened[span.start : end]),
                narrow=double - _ascii(source.text[span.start : end]),
                indent=indent,
                trail=span.end - end,
                gap=_line_ends(between) - 1 if len(between) > 1 else 0,
                page_break="\f" in between or block.place.page != page,
                wraps=block.kind is BlockKind.LINE,
                block=block,
            )
        )
        done, page = end, block.place.page
    return lines


def _widen(text: str) -> str:
    """The text with a wide character for each ASCII mark."""
    for mark in _MARKS & set(text):
        text = text.replace(mark, "，")
    return text


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _line_ends(text: str) -> int:
    """How many line ends a text has, at least one: blocks stand apart even where they touch."""
    return max(1, text.count("\n") + text.count("\r") - text.count("\r\n"))


def _pieces(source: SourceDocument, skeletal: str) -> Iterator[tuple[Block, Span]]:
    """Blocks, cut at the line ends inside them except in table cells, which are one paragraph each."""
    for block in source.blocks:
        start, end = block.span.start, block.span.end
        inner = skeletal[start:end]
        if block.kind is BlockKind.TABLE_CELL or not ("\n" in inner or "\r" in inner):
            yield block, block.span
            continue
        for span in line_spans(inner):
            yield block, Span(start + span.start, start + span.end)
