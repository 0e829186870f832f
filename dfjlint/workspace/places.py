"""The settings that hold for a folder: the closest file, under what the command line says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from dfjlint.config import Layer, Settings, find_config, resolve


class SettingsByFolder:
    """Finds and keeps the settings of folders.

    Args:
        command_line: settings given as flags; they hold everywhere.
        start: absolute folder that the command runs in; its settings hold where a plan's folders have none.
        config: absolute path of a settings file that holds everywhere; None to look for the closest.
        isolated: True to look for no file at all.
    """

    def __init__(self, command_line: Layer, start: Path, config: Path | None = None, isolated: bool = False) -> None:
        self._command_line = command_line
        self._start = start
        self._config = config
        self._isolated = isolated
        self._by_file: dict[Path | None, Settings] = {}

    def file_for(self, folder: Path) -> Path | None:
        """The settings file that holds in a folder."""
        if self._isolated or self._config:
            return self._config
        return find_config(folder) or find_config(self._start)

    def at(self, folder: Path) -> Settings:
        """The settings in force for files of an absolute folder.

        Raises:
            UsageError: if a settings file is wrong.
        """
        path = self.file_for(folder)
        if path not in self._by_file:
            layers = _layers(path, self.shown(path)) if path else ()
            root = path.parent if path else self._start
            self._by_file[path] = resolve((self._command_line, *layers), root)
        return self._by_file[path]

    def shown(self, path: Path) -> str:
        """A path as people know it: from the folder they are in where it lies below."""
        return path.relative_to(self._start).as_posix() if path.is_relative_to(self._start) else path.as_posix()


def _layers(path: Path, shown: str) -> tuple[Layer, ...]:
    from dfjlint.config import load_layers

    return load_layers(path, shown)


def common_folder(paths: Sequence[Path], start: Path) -> Path:
    """The deepest folder that holds all paths; `start` where there is none."""
    folders = [str(path if path.is_dir() else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return start


def absolute(path: str | Path, start: Path) -> Path:
    """A path as given, made absolute without following links."""
    return Path(os.path.normpath(start / path))


def document_id(path: Path, root: Path) -> str:
    """The name of a document in baseline and waivers: its path from the root, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def is_there(document: str, settings: Settings) -> bool:
    """True if a document id is a file below the root, or a plan set."""
    return (settings.root / document).is_file() or any(entry.name == document for entry in settings.plan_sets)
