"""Where documents lie: paths and URLs of whatever fsspec knows."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from dfjlint.corpus.documents import Document
from dfjlint.corpus.extras import needs
from dfjlint.errors import ReadError, UsageError
from dfjlint.readers import SUFFIXES

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_SCHEME = "://"
_ASKING = 16
# What the file systems call a version, a checksum, a size or a time of change.
_STAMPS = ("ETag", "etag", "md5Hash", "crc32c", "md5", "mtime", "LastModified", "last_modified", "updated", "size")


def is_url(name: str) -> bool:
    """True for s3://… and the like, False for a path."""
    return _SCHEME in name


def fetch(document: Document, limit: int) -> bytes | ReadError:
    """The content of a document, or why it cannot be had.

    Args:
        limit: bytes; of a larger document no more is read than shows that it is too large.
    """
    try:
        with _opened(document.place) as stream:
            return stream.read(limit + 1)
    except FileNotFoundError:
        return ReadError("there is no such file", document.name, "check the path in the manifest")
    except UsageError as error:
        return ReadError(error.title, document.name, error.hint)
    except Exception as error:  # each storage has exceptions of its own
        return ReadError(f"the document cannot be fetched ({_said(error)})", document.name, "check path and access")


def stamped(documents: Sequence[Document]) -> list[Document]:
    """The documents with their stamps, asked for side by side."""
    with ThreadPoolExecutor(_ASKING) as threads:
        stamps = threads.map(_stamp, documents)
        return [replace(document, stamp=stamp) for document, stamp in zip(documents, stamps, strict=True)]


def found(pattern: str) -> list[str]:
    """The plans that a folder or a pattern such as plans/**/*.docx holds, sorted.

    Raises:
        UsageError: if the storage cannot be asked.
    """
    try:
        system, path = _system(pattern)
        folder = system.isdir(path)
        paths = system.find(path) if folder else _files(system, path)
        names = [system.unstrip_protocol(entry) if is_url(pattern) else entry for entry in paths]
    except UsageError:
        raise
    except Exception as error:  # each storage has exceptions of its own
        raise UsageError(
            f"the documents cannot be listed ({_said(error)})", pattern, "check path and access"
        ) from error
    return sorted(name for name in names if not folder or _is_plan(name))


def _files(system: AbstractFileSystem, pattern: str) -> list[str]:
    """The files that a pattern names, without folders."""
    entries = system.glob(pattern, detail=True)
    return [name for name, entry in entries.items() if entry.get("type") != "directory"]


def _opened(place: str) -> IO[bytes]:
    if not is_url(place):
        return Path(place).open("rb")
    system, path = _system(place)
    stream: IO[bytes] = system.open(path, "rb")
    return stream


def _is_plan(name: str) -> bool:
    path = PurePosixPath(Path(name).as_posix())
    hidden = any(part.startswith((".", "~$")) and part not in (".", "..") for part in path.parts[-1:])
    return path.suffix.lower() in SUFFIXES and not hidden


def _stamp(document: Document) -> str:
    if not is_url(document.place):
        try:
            status = Path(document.place).stat()
        except OSError:
            return ""
        return f"{status.st_size} {status.st_mtime_ns}"
    if document.place.startswith(("http://", "https://")):
        # A web server would have to be asked once for each document, and few tell.
        return ""
    try:
        system, path = _system(document.place)
        known = system.info(path)
    except Exception:  # it will be said when the document is fetched
        return ""
    return " ".join(f"{name}={known[name]}" for name in _STAMPS if known.get(name) is not None)


def _system(place: str) -> tuple[AbstractFileSystem, str]:
    """The file system of a place, and its path there.

    Raises:
        UsageError: if fsspec is not installed.
    """
    with needs("corpus"):
        import fsspec
    system, path = fsspec.core.url_to_fs(place)
    return system, path


def _said(error: Exception) -> str:
    first = str(error).partition("\n")[0].strip()
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
