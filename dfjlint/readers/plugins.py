"""Finds readers that other packages offer under the entry point group `dfjlint.readers`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dfjlint.errors import DfjlintError
from dfjlint.messages import read_error
from dfjlint.model.source import SourceDocument
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile, Reader

GROUP = "dfjlint.readers"


def plugin_readers(where: str) -> Iterator[Reader]:
    """Readers of other packages, sorted by name; nothing is loaded before it is asked for.

    Args:
        where: path of the file in question, for messages.

    Raises:
        ReadError: if an entry point cannot be loaded or is no Reader.
    """
    from importlib import metadata  # 50 ms

    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: point.name):
        try:
            found = point.load()
        except Exception as error:  # the code of a stranger: anything may happen
            raise read_error("plugin-not-loaded", where, "plugin", name=repr(point.name)) from error
        if not isinstance(found, Reader):
            raise read_error("plugin-no-reader", where, "plugin", name=repr(point.name))
        yield _guarded(found)


def _guarded(reader: Reader) -> Reader:
    """The reader with every exception of its own turned into ReadError."""

    def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
        try:
            return reader.read(raw, options)
        except DfjlintError:
            raise
        except Exception as error:  # a crash of a reader is a finding, not the end of the run
            raise read_error("plugin-failed", raw.path, "plugin", name=reader.format) from error

    def takes(raw: RawFile) -> bool:
        try:
            return reader.takes(raw)
        except Exception as error:
            raise read_error("plugin-failed", raw.path, "plugin", name=reader.format) from error

    return replace(reader, takes=takes, read=read)
