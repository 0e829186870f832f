"""Finds the settings file that is closest to a folder."""

from __future__ import annotations

from pathlib import Path

NAMES = (".dfjlint.toml", "dfjlint.toml")
PROJECT = "pyproject.toml"


def find_config(folder: Path) -> Path | None:
    """The settings file in a folder or, failing that, in the nearest folder above it.

    Args:
        folder: absolute.
    """
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).is_file():
                return place / name
        if _has_table(place / PROJECT):
            return place / PROJECT
    return None


def _has_table(path: Path) -> bool:
    """True if a pyproject.toml has [tool.dfjlint]; one that is broken is not ours to complain about."""
    if not path.is_file():
        return False
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    tool = content.get("tool")
    return isinstance(tool, dict) and "dfjlint" in tool
