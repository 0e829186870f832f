"""Reads plain text: the decoded file, one block for each physical line."""

from __future__ import annotations

from dfjlint.model.source import Block, BlockKind, Place, SourceDocument
from dfjlint.readers.builder import check_length
from dfjlint.readers.encoding import decode
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile
from dfjlint.text.lines import line_spans


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """A text file, untouched but for its byte order mark; blank lines have no block.

    Raises:
        ReadError: if the encoding is not known or the text is too long.
    """
    text, encoding = decode(raw.data, raw.path)
    check_length(len(text), raw.path, options.max_characters)
    blocks = tuple(
        Block(span, BlockKind.LINE, place=Place(line=number))
        for number, span in enumerate(line_spans(text), start=1)
        if text[span.start : span.end].strip()
    )
    return SourceDocument(raw.path, "txt", raw.sha256, text, blocks, encoding)
