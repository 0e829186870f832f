"""The one line splitter: on LF, CR LF and CR, and nowhere else."""

from __future__ import annotations

import re

from dfjlint.model.source import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_spans(text: str) -> list[Span]:
    """The lines of `text` in order, without their line ends.

    A text that ends with a line end has no empty line after it; an empty text has no line. Unlike
    `str.splitlines`, form feeds and U+2028 stay inside a line.

    Returns:
        Spans in code points of `text`.
    """
    spans = []
    start = 0
    for end in _LINE_END.finditer(text):
        spans.append(Span(start, end.start()))
        start = end.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans
