"""The document as a reader delivers it: its text and the blocks the text stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) in code points of the text as read.

    Raises:
        ValueError: if start is negative or end lies before start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """True if both spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a reader knows about a block from the markup of its format."""

    LINE = "line"  # a physical line: wraps may have cut a paragraph (txt, pdf)
    PARAGRAPH = "paragraph"  # a logical paragraph (docx, html, md)
    HEADING = "heading"  # a heading by markup; `level` says which
    TABLE_CELL = "table-cell"
    NOTE = "note"  # footnote or endnote
    FURNITURE = "furniture"  # page header, page footer, navigation: not content


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in the file, counted from 1; 0 where the format has no such thing."""

    line: int = 0
    page: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A line, paragraph or table cell of the source.

    Args:
        span: its characters in SourceDocument.text, without the line end.
        kind: what the markup says it is.
        level: heading level from 1 (markup headings only), else 0.
        place: line, page, table position.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader noticed that a reader of the report must know; it becomes a finding.

    Args:
        id: of the finding, DFJ011.
        key: of the message in the catalogue.
        values: that the message asks for.
    """

    id: str
    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as read, before any cleaning.

    Args:
        path: as given by the user, with forward slashes.
        format: "txt", "md", "html", "docx", …
        sha256: hex digest of the bytes of the file.
        text: all text that was read; for a text file the decoded file itself (without BOM).
        blocks: in reading order, not overlapping, inside the text.
        encoding: of a text file, as detected; empty for other formats.
        remarks: on parts that could not be read as printed.

    Raises:
        ValueError: if the blocks overlap, are out of order or leave the text.
    """

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    encoding: str = ""
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for block in self.blocks:
            if block.span.start < end:
                raise ValueError(f"blocks overlap at {block.span.start}")
            end = block.span.end
        if end > len(self.text):
            raise ValueError(f"block ends at {end}, text at {len(self.text)}")
