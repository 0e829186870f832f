"""Opens zip archives within limits."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.readers.options import ReadOptions

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The files of a zip archive that passed the limits.

    Names are compared without regard to case, as Office does; names that lead out of the archive
    are left out. Use `open_archive` to get one.
    """

    def __init__(self, file: zipfile.ZipFile, where: str) -> None:
        self._file = file
        self._where = where
        self._entries = {info.filename.lower(): info for info in file.infolist() if _inside(info.filename)}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes | None:
        """The unpacked bytes of a file, None if the archive has no such file.

        Raises:
            ReadError: if its data are damaged.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        try:
            with self._file.open(entry) as stream:
                # No more than the size that was checked, even if the data go on.
                return stream.read(entry.file_size)
        except _DAMAGE as error:
            raise _damaged(self._where) from error


def open_archive(data: bytes, where: str, options: ReadOptions) -> Archive:
    """Open an archive after looking at its table of contents, before unpacking anything.

    Raises:
        ReadError: if it is damaged, encrypted, or would unpack to more than the limits.
    """
    # Every entry of the table of contents starts with this mark, so this counts them before parsing.
    if data.count(_ENTRY) > options.max_entries:
        raise _too_large("entries", where, limit=options.max_entries)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise _damaged(where) from error
    entries = file.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise read_error("password", where, "password")
    _check_sizes(entries, where, options)
    return Archive(file, where)


def _check_sizes(entries: list[zipfile.ZipInfo], where: str, options: ReadOptions) -> None:
    for entry in entries:
        size = entry.file_size
        if size > options.max_part_bytes:
            raise _too_large("part", where, size=size)
        if size > options.ratio_floor and size > options.max_ratio * max(1, entry.compress_size):
            raise _too_large("ratio", where, limit=options.max_ratio)
    total = sum(entry.file_size for entry in entries)
    if total > options.max_total_bytes:
        raise _too_large("total", where, size=total)


def _inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return not (name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0])


def _damaged(where: str) -> ReadError:
    return read_error("damaged", where, "save-word")


def _too_large(key: str, where: str, **values: int) -> ReadError:
    return read_error(f"archive-{key}", where, "no-pictures", **values)
