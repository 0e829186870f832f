"""Writes a zip archive again with some members replaced, the others byte for byte."""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections.abc import Mapping

from dfjlint.reporters.docx_comments.markup import UnsuitableError

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


class WordArchive:
    """The members of a Word document.

    Args:
        data: bytes of the file.

    Raises:
        UnsuitableError: if it is no archive, or holds a member twice.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise UnsuitableError("unsuitable-damaged") from error
        self._entries = {entry.filename.lower(): entry for entry in self._file.infolist()}
        if len(self._entries) < len(self._file.infolist()):
            raise UnsuitableError("unsuitable-twice")

    def read(self, name: str) -> bytes | None:
        """The unpacked bytes of a member, found whatever the case of its name; None if there is none.

        Raises:
            UnsuitableError: if its data are damaged.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        try:
            return self._file.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise UnsuitableError("unsuitable-damaged") from error

    def rewritten(self, members: Mapping[str, bytes]) -> bytes:
        """The archive with new contents for some members; members that it does not have come last.

        Args:
            members: name to unpacked bytes.
        """
        waiting = {name.lower(): (name, content) for name, content in members.items()}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as new:
            entries = sorted(self._entries.values(), key=lambda entry: entry.header_offset)
            ends = [entry.header_offset for entry in entries[1:]] + [self._file.start_dir]
            for entry, end in zip(entries, ends, strict=True):
                replaced = waiting.pop(entry.filename.lower(), None)
                if replaced is None:
                    _copy(self._data[entry.header_offset : end], entry, new)
                else:
                    _write(new, entry.filename, replaced[1], entry.date_time, entry.external_attr)
            for name, content in waiting.values():
                _write(new, name, content, _NO_TIME, 0)
            new.comment = self._file.comment
        return stream.getvalue()


def _copy(record: bytes, entry: zipfile.ZipInfo, new: zipfile.ZipFile) -> None:
    """Append a member as it is packed."""
    assert new.fp is not None
    entry = copy.copy(entry)
    entry.header_offset = new.fp.tell()
    new.fp.write(record)
    new.filelist.append(entry)
    new.NameToInfo[entry.filename] = entry
    new.start_dir = new.fp.tell()


def _write(
    new: zipfile.ZipFile, name: str, content: bytes, time: tuple[int, int, int, int, int, int], attributes: int
) -> None:
    entry = zipfile.ZipInfo(name, time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX  # the same bytes on every system
    entry.external_attr = attributes
    new.writestr(entry, content)
