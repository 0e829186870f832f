"""Finds the plans that a command names: files as given, folders searched for plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dfjlint.errors import UsageError
from dfjlint.readers import SUFFIXES


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """Plans to check, sorted and each once, and one error for each path that leads to none."""

    paths: tuple[str, ...]
    errors: tuple[UsageError, ...]


def find_plans(arguments: Sequence[str]) -> PlanFiles:
    """The plans behind files and folders, with forward slashes."""
    found: dict[str, None] = {}
    errors = []
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            inside = _in_folder(path)
            if not inside:
                kinds = " ".join(SUFFIXES)
                errors.append(UsageError("no plan in this folder", argument, f"looked for {kinds}"))
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path.as_posix()] = None
        else:
            errors.append(UsageError("no such file or folder", argument, "check the path"))
    return PlanFiles(tuple(sorted(found)), tuple(errors))


def _in_folder(folder: Path) -> list[str]:
    """Files with a plan's suffix below a folder, hidden ones and Office lock files left out."""
    names = []
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if not hidden and path.suffix.lower() in SUFFIXES and path.is_file():
            names.append(path.as_posix())
    return sorted(names)
