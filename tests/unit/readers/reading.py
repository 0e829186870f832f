"""Short ways to read bytes and to look at what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.errors import ReadError
from dfjlint.model.source import BlockKind, SourceDocument
from dfjlint.readers import ReadOptions, read_document

SENTENCE = "加快推进数字政府建设，完善公共数据共享机制。"


def read(name: str, data: bytes | str, options: ReadOptions | None = None) -> SourceDocument:
    content = data.encode() if isinstance(data, str) else data
    return read_document(Path(name), name, content, options or ReadOptions())


def refused(name: str, data: bytes | str, options: ReadOptions | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(name, data, options)
    assert caught.value.where.startswith(name)
    assert caught.value.hint
    return caught.value


def texts(document: SourceDocument, *kinds: BlockKind) -> list[str]:
    """The text of all blocks, or of those of some kinds."""
    return [
        document.text[block.span.start : block.span.end]
        for block in document.blocks
        if not kinds or block.kind in kinds
    ]


def kinds(document: SourceDocument) -> list[tuple[str, int]]:
    return [(block.kind.value, block.level) for block in document.blocks]


def cells(document: SourceDocument) -> dict[tuple[int, int, int], str]:
    """Text of table cells by table, row and column."""
    return {
        (block.place.table, block.place.row, block.place.column): document.text[block.span.start : block.span.end]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_CELL
    }
