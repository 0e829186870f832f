"""Says which file a span of a document stands in, and where in that file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dfjlint.model.report import DocumentReport, Finding, Part
from dfjlint.model.source import Span


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A place in a file.

    Args:
        path: as the user gave it, forward slashes, without a leading ./.
        span: in code points of the file's text as read; None for the file as a whole.
        lines: first and last line, counted from 1; None where the format has no lines.
        columns: column of the first character and of the one after the last, from 1; None without lines.
    """

    path: str
    span: Span | None = None
    lines: tuple[int, int] | None = None
    columns: tuple[int, int] | None = None

    @property
    def first_line(self) -> int:
        """The first line, 0 if there is none."""
        return self.lines[0] if self.lines else 0


def files_of(document: DocumentReport) -> tuple[Part, ...]:
    """The files of a document: those of a plan set, body first, or the one file that it is."""
    alone = Part(clean_path(document.path), document.sha256, 0, document.characters)
    return document.parts or (alone,)


def file_place(document: DocumentReport, span: Span | None) -> FilePlace:
    """Where a span of a document's text stands; without a span its (first) file."""
    files = files_of(document)
    if span is None:
        return FilePlace(clean_path(files[0].path))
    part = next((file for file in reversed(files) if file.offset <= span.start), files[0])
    path, inside = clean_path(part.path), Span(span.start - part.offset, max(span.end, span.start) - part.offset)
    starts = [
        start - part.offset for start in document.line_starts if 0 <= start - part.offset < max(part.characters, 1)
    ]
    # A part of a set that is no text file has no line that begins with it.
    if not starts or starts[0] != 0:
        return FilePlace(path, inside)
    first = bisect_right(starts, inside.start)
    last = bisect_right(starts, max(inside.start, inside.end - 1))
    columns = (inside.start - starts[first - 1] + 1, inside.end - starts[last - 1] + 1)
    return FilePlace(path, inside, (first, last), columns)


def finding_place(document: DocumentReport, finding: Finding) -> FilePlace:
    """Where a finding stands: its span, or the line that its message names, or the file as a whole."""
    line = dict(finding.message.values).get("line", "")
    if finding.span is None and line.isdecimal() and int(line) and not document.parts:
        return FilePlace(clean_path(document.path), None, (int(line), int(line)))
    return file_place(document, finding.span)


def clean_path(path: str) -> str:
    """A path without a leading ./."""
    return path.removeprefix("./")
