"""Finds the plans that a command names: files as given, folders searched for plans."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dfjlint.config import Settings
from dfjlint.errors import UsageError
from dfjlint.readers import SUFFIXES
from dfjlint.workspace.patterns import is_ignored, matches
from dfjlint.workspace.places import SettingsByFolder, absolute
from dfjlint.workspace.written import is_written


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan: its path as reports show it, and where it is."""

    shown: str
    path: Path


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """Plans to check, sorted and each once, and one error for each path that leads to none."""

    plans: tuple[PlanFile, ...]
    errors: tuple[UsageError, ...]


def find_plans(
    arguments: Sequence[str], settings: SettingsByFolder, start: Path, force_exclude: bool = False
) -> PlanFiles:
    """The plans behind files and folders, with forward slashes.

    Args:
        arguments: files are taken as given, folders are searched as the settings say.
        start: absolute folder that relative arguments start from.
        force_exclude: True to leave out files that the settings exclude, or do not include, even where they
            are given by name.
    """
    found: dict[str, Path] = {}
    errors = []
    for argument in arguments:
        given = Path(argument)
        path = absolute(given, start)
        if path.is_dir():
            inside = {(given / below).as_posix(): path / below for below in _in_folder(path, settings, start)}
            if not inside:
                hint = f"looked for {' '.join(SUFFIXES)}, less what settings and .dfjlintignore exclude"
                errors.append(UsageError("no plan in this folder", argument, hint))
            found.update(inside)
        elif not path.exists():
            errors.append(UsageError("no such file or folder", argument, "check the path"))
        elif not (force_exclude and not _wanted(path, settings.at(path.parent))):
            found[given.as_posix()] = path
    return PlanFiles(tuple(PlanFile(*pair) for pair in sorted(found.items())), tuple(errors))


def _in_folder(folder: Path, settings: SettingsByFolder, start: Path) -> list[Path]:
    """Plans below a folder, from it, in name order; the reports of dfjlint are none."""
    found = []
    for path in _walk(folder):
        here = settings.at(path.parent)
        if _wanted(path, here) and not is_written(path, here, start):
            found.append(path.relative_to(folder))
    return sorted(found)


def _walk(folder: Path) -> Iterator[Path]:
    """Files that are not hidden and not lock files of an office program."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith((".", "~$")) and path.is_file():
                yield path


def _wanted(path: Path, settings: Settings) -> bool:
    globs, suffix = settings.include, path.suffix.lower()
    if globs.patterns:
        readable = suffix in SUFFIXES or any(pattern.lower().endswith(suffix) for pattern in globs.patterns if suffix)
        named = readable and matches(globs, path)
    else:
        named = suffix in SUFFIXES
    return named and not _excluded(path, settings)


def _excluded(path: Path, settings: Settings) -> bool:
    return matches(settings.exclude, path) or is_ignored(path, settings.root)
