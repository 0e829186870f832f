"""Tells the files that dfjlint itself writes from plans."""

from __future__ import annotations

from pathlib import Path

from dfjlint.config import Settings
from dfjlint.workspace.places import absolute

_PAGES = (".html", ".htm", ".xhtml")
_MARK = b'<meta name="generator" content="dfjlint '
# The mark stands at the top of a page.
_HEAD = 4096


def is_written(path: Path, settings: Settings, start: Path) -> bool:
    """True for a report that the settings name, an HTML report of any run, and what lies in the cache.

    Args:
        path: absolute, of a file.
        start: absolute folder that the command runs in.
    """
    if settings.cache_dir and path.is_relative_to(settings.cache_dir):
        return True
    targets = (value.partition(":")[2] for value in settings.output)
    if any(target and path == absolute(target, start) for target in targets):
        return True
    return path.suffix.lower() in _PAGES and _has_mark(path)


def _has_mark(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _MARK in stream.read(_HEAD)
    except OSError:
        return False
