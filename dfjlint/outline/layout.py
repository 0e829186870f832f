"""The physical lines of a source, stripped of white space, with what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dfjlint.model.source import Block, BlockKind, SourceDocument, Span
from dfjlint.text.lines import line_spans
from dfjlint.text.normalise import skeleton


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, or a whole paragraph or table cell where the format has such a thing.

    Args:
        start, end: in code points of the source, without white space around.
        text: the skeleton of these characters.
        wide: columns it takes where punctuation is as wide as a Chinese character.
        narrow: columns it takes where ASCII punctuation is half as wide.
        indent: white space before it inside its line.
        gap: blank lines between it and the line before.
        page_break: True if a page ends between the line before and this one.
        block: that it comes from.
    """

    start: int
    end: int
    text: str
    wide: int
    narrow: int
    indent: int
    gap: int
    page_break: bool
    block: Block

    @property
    def wraps(self) -> bool:
        """True if the format cuts paragraphs into such lines."""
        return self.block.kind is BlockKind.LINE


_PUNCTUATION_MARKS = str.maketrans("", "", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def read_lines(source: SourceDocument) -> list[Line]:
    """The lines of a source that are not blank, in reading order."""
    skeletal = skeleton(source.text)
    lines: list[Line] = []
    done = page = 0
    for block, span in _pieces(source, skeletal):
        raw = skeletal[span.start : span.end]
        text = raw.strip(" ")
        if not text:
            continue
        indent = len(raw) - len(raw.lstrip(" "))
        start = span.start + indent
        between = source.text[done:start]
        letters = text.translate(_PUNCTUATION_MARKS)
        length = len(text)
        lines.append(
            Line(
                start=start,
                end=start + length,
                text=text,
                wide=2 * length - _ascii(letters),
                narrow=2 * length - _ascii(source.text[start : start + length]),
                indent=indent,
                gap=max(0, _line_ends(between) - 1),
                page_break="\f" in between or block.place.page != page,
                block=block,
            )
        )
        done, page = start + length, block.place.page
    return lines


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


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
