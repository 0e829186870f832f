"""Puts a document together, block by block, for formats whose text is extracted."""

from __future__ import annotations

from dfjlint.messages import read_error
from dfjlint.model.source import Block, BlockKind, Place, Remark, SourceDocument, Span
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile

_NOWHERE = Place()


class TextBuilder:
    """Collects blocks; each ends with a line feed in the text.

    Args:
        raw: the file that is being read.
        options: with the limit on characters.
    """

    def __init__(self, raw: RawFile, options: ReadOptions) -> None:
        self._raw = raw
        self._limit = options.max_characters
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(
        self, text: str, kind: BlockKind, level: int = 0, place: Place = _NOWHERE, *, indent: int = 0
    ) -> Span | None:
        """Append a block, stripped of white space; nothing happens if nothing is left.

        Args:
            text: of the block.
            kind, level, place: of the block.
            indent: wide spaces that the block begins with.

        Returns:
            The span of the block, None if nothing was left.

        Raises:
            ReadError: if the text grows beyond the limit.
        """
        text = text.strip()
        if not text:
            return None
        text = "\u3000" * indent + text
        span = Span(self._length, self._length + len(text))
        self._blocks.append(Block(span, kind, level, place))
        self._parts.append(text)
        self._length = span.end + 1
        check_length(self._length, self._raw.path, self._limit)
        return span

    def blank_line(self) -> None:
        """Leave a line free before the next block."""
        self._parts.append("")
        self._length += 1

    def document(self, format: str, encoding: str = "", remarks: tuple[Remark, ...] = ()) -> SourceDocument:
        """The finished document."""
        text = "".join(f"{part}\n" for part in self._parts)
        raw = self._raw
        return SourceDocument(raw.path, format, raw.sha256, text, tuple(self._blocks), encoding, remarks)


def check_length(length: int, where: str, limit: int) -> None:
    """Refuse a text that is longer than any plan.

    Raises:
        ReadError: if `length` exceeds `limit`, both in code points.
    """
    if length > limit:
        raise read_error("too-many-characters", where, "parts", limit=limit)
