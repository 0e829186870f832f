"""Keeps a folder of results within bounds: what was not used for longest goes first."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dfjlint.errors import UsageError
from dfjlint.workspace.cache import TAG

MEGABYTE = 1_000_000
# After pruning there is room for a while: a run does not prune at every plan.
_ROOM = 0.9
_ENTRY = re.compile(r"[0-9a-f]{62}\.(z|json)")
_UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of a cache.

    Args:
        size: bytes.
        used: when it was last of use, as the file system says it, nanoseconds.
    """

    path: Path
    size: int
    used: int


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed: how many entries, how many bytes."""

    entries: int
    size: int


def entries_of(folder: Path) -> list[Kept]:
    """The entries of a cache, used longest ago first; files that are not ours are none."""
    found = []
    for path in _files(folder):
        with contextlib.suppress(OSError):
            if _ENTRY.fullmatch(path.name):
                stat = path.stat()
                found.append(Kept(path, stat.st_size, stat.st_mtime_ns))
    return sorted(found, key=lambda entry: (entry.used, entry.path))


def prune(folder: Path, most: int) -> Removed:
    """Remove the entries used longest ago until the rest has room; nothing if the cache is within its bound.

    Args:
        most: bytes that the entries may take.
    """
    entries = entries_of(folder)
    size = sum(entry.size for entry in entries)
    if size <= most:
        return Removed(0, 0)
    gone = freed = 0
    for entry in entries:
        if size - freed <= most * _ROOM:
            break
        if _remove(entry.path):
            gone, freed = gone + 1, freed + entry.size
    return Removed(gone, freed)


def clear(folder: Path, shown: str) -> Removed:
    """Remove every entry and what interrupted runs have left.

    Raises:
        UsageError: if the folder is no cache of ours.
    """
    if not folder.exists():
        return Removed(0, 0)
    check_ours(folder, shown)
    entries = [entry for entry in entries_of(folder) if _remove(entry.path)]
    for path in list(_files(folder)):
        if path.name.startswith(_UNFINISHED):
            _remove(path)
    return Removed(len(entries), sum(entry.size for entry in entries))


def check_ours(folder: Path, shown: str) -> None:
    """Refuse a folder that dfjlint has not made.

    Raises:
        UsageError: naming it.
    """
    try:
        tag = (folder / "CACHEDIR.TAG").read_bytes()
    except OSError:
        tag = b""
    if tag != TAG:
        raise UsageError("this is no cache of dfjlint", shown, "see where it is with: dfjlint cache info")


def _files(folder: Path) -> Iterator[Path]:
    """Files where entries stand: a folder for the kind, one for the beginning of the key."""
    return folder.glob("*/[0-9a-f][0-9a-f]/*")


def _remove(path: Path) -> bool:
    """True if the file is gone; another run may have been first."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
