"""Writes a zip archive again with some members replaced, the others byte for byte."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def read_member(data: bytes, name: str) -> bytes | None:
    """The unpacked bytes of a member, found whatever the case of its name; None if there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = next((entry for entry in archive.infolist() if entry.filename.lower() == name.lower()), None)
        return archive.read(found) if found else None


def rewritten(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The archive with new contents for some members; members that it does not have come last.

    Args:
        data: of the archive.
        members: name to unpacked bytes.
    """
    waiting = {name.lower(): (name, content) for name, content in members.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        entries = sorted(old.infolist(), key=lambda entry: entry.header_offset)
        ends = [entry.header_offset for entry in entries[1:]] + [old.start_dir]
        for entry, end in zip(entries, ends, strict=True):
            replaced = waiting.pop(entry.filename.lower(), None)
            if replaced is None:
                _copy(data[entry.header_offset : end], entry, new)
            else:
                _write(new, entry.filename, replaced[1], entry.date_time, entry.external_attr)
        for name, content in waiting.values():
            _write(new, name, content, _NO_TIME, 0)
        new.comment = old.comment
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
    entry.external_attr = attributes
    new.writestr(entry, content)
