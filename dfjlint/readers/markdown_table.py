"""Finds the cells in a row of a pipe table."""

from __future__ import annotations

import re
from itertools import pairwise

from dfjlint.model.source import Span

_DASHES = re.compile(":?-+:?")
_PIPE = re.compile(r"\\.|(\|)", re.S)


def cell_spans(line: str) -> list[Span]:
    """The cells of a row, without white space around; empty if the line has no pipe.

    Pipes behind a backslash do not count, those at both ends of the row enclose it.

    Returns:
        Spans in code points of `line`; an empty cell has an empty span.
    """
    pipes = [match.start() for match in _PIPE.finditer(line) if match[1]]
    if not pipes:
        return []
    bounds = [-1, *pipes, len(line)]
    cells = [_stripped(line, start + 1, end) for start, end in pairwise(bounds)]
    first = 1 if not line[: pipes[0]].strip() else 0
    last = len(cells) - 1 if not line[pipes[-1] + 1 :].strip() else len(cells)
    return cells[first:last]


def is_delimiter_row(line: str, columns: int) -> bool:
    """Whether a line is the row of dashes that stands below the header of a table with so many columns."""
    cells = [line[span.start : span.end] for span in cell_spans(line)]
    return len(cells) == columns > 0 and all(map(_DASHES.fullmatch, cells))


def _stripped(line: str, start: int, end: int) -> Span:
    text = line[start:end]
    begin = start + len(text) - len(text.lstrip())
    return Span(begin, begin + len(text.strip()))
