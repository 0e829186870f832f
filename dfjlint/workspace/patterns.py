"""Matches paths against patterns as in .gitignore."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dfjlint.config import Globs
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".dfjlintignore"


def matches(globs: Globs, path: Path) -> bool:
    """True if the patterns name a file below their folder.

    Args:
        globs: none at all name nothing.
        path: absolute.

    Raises:
        UsageError: if a pattern cannot be read.
    """
    if not globs.patterns or not path.is_relative_to(globs.base):
        return False
    return _spec(globs.patterns, globs.base.name).match_file(path.relative_to(globs.base).as_posix())


def is_ignored(path: Path, root: Path) -> bool:
    """True if a .dfjlintignore in a folder from `root` down to the file's names it; the deepest has the last word.

    Raises:
        UsageError: if such a file cannot be read.
    """
    for folder in path.parents:
        spec = _ignore_spec(folder / IGNORE_FILE, _stamp(folder / IGNORE_FILE))
        verdict = spec.check_file(path.relative_to(folder).as_posix()).include if spec else None
        if verdict is not None:
            return verdict
        if folder == root:
            break
    return False


@lru_cache(maxsize=256)
def _spec(patterns: Sequence[str], where: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise UsageError(f"a pattern cannot be read: {error}", where, "write it as in .gitignore") from error


def _stamp(path: Path) -> int:
    """When a file was last written, in nanoseconds; -1 if there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return -1


@lru_cache(maxsize=256)
def _ignore_spec(path: Path, stamp: int) -> GitIgnoreSpec | None:
    if stamp < 0 or not path.is_file():
        return None
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("the file cannot be read", path.as_posix(), "save it as UTF-8") from error
    return _spec(tuple(line.rstrip("\r") for line in lines), path.as_posix())
