"""What a reader is: the contract for built-in formats and for plug-ins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dfjlint.model.source import SourceDocument
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.sniff import Kind


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it lies on disk.

    Args:
        path: as given by the user, with forward slashes; for messages.
        suffix: in lower case with its dot, empty if there is none.
        kind: what the content looks like.
        data: all bytes.
        sha256: hex digest of the bytes.
    """

    path: str
    suffix: str
    kind: Kind
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Reader:
    """One format.

    Args:
        format: name in SourceDocument.format.
        suffixes: of files that are looked for in folders.
        takes: whether this reader is the one for a file.
        read: bytes to document; raises ReadError.
    """

    format: str
    suffixes: tuple[str, ...]
    takes: Callable[[RawFile], bool]
    read: Callable[[RawFile, ReadOptions], SourceDocument]
