"""Marks of Markdown inside a paragraph: bold, code and links are no part of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dfjlint.model.source import Span

# What is dropped is everything outside the groups; 5*8 and a lone * are no emphasis.
_MARKS = re.compile(
    r"\*{2,3}|_{2,3}|~~"
    r"|(?<![\w*\\])\*(?=[^\s*])|(?<=[^\s*\\])\*(?![\w*])"
    r"|`+"
    r"|!?\[(?=[^\[\]\n]+\]\([^()\n]*\))|(?<=[^\[\n])\]\([^()\n]*\)"
)


def without_marks(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The spans of a paragraph without the marks in them.

    Args:
        spans: pieces of the paragraph.
        text: the source that they stand in.

    Returns:
        The same spans if there is no mark, or nothing but marks.
    """
    kept = tuple(piece for span in spans for piece in _pieces(span, text))
    return kept or tuple(spans)


def _pieces(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    for mark in _MARKS.finditer(text, span.start, span.end):
        if start < mark.start():
            yield Span(start, mark.start())
        start = mark.end()
    if start < span.end:
        yield Span(start, span.end)
