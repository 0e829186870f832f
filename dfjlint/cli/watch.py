"""dfjlint check --watch: checks again whenever a plan, the settings, waivers or rules are saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from dfjlint.cli.session import Flags, places_of
from dfjlint.errors import DfjlintError, UsageError
from dfjlint.workspace.places import absolute
from dfjlint.workspace.written import is_written

_SAVED = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".docm", ".pdf", ".ofd", ".doc")
_BESIDE = (".toml", ".yaml", ".json", ".dfjlintignore")


def check_on_save(flags: Flags, check: Callable[[], int]) -> None:
    """Check now and after every change, until Ctrl-C.

    Args:
        check: writes the reports of one run.

    Raises:
        UsageError: if watchfiles is not installed.
        KeyboardInterrupt: when the user stops.
    """
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError as error:
        raise UsageError("watchfiles is not installed", "--watch", 'run: pip install "dfjlint[watch]"') from error
    folders = _folders(flags)
    start = Path.cwd()
    places = places_of(flags, start)
    ours = DefaultFilter()
    _once(check)
    for changes in watch(*folders, watch_filter=ours, raise_interrupt=True, debounce=200, step=50):
        paths = {Path(name) for _, name in changes}
        if any(_matters(path) and not is_written(path, places.at(path.parent), start) for path in paths):
            _once(check)


def _once(check: Callable[[], int]) -> None:
    """One run; whatever is wrong is said, and the watch goes on."""
    try:
        code = check()
    except DfjlintError as error:
        typer.echo(f"dfjlint: {error}", err=True)
        code = 2
    typer.echo(f"dfjlint: exit code {code}; watching, Ctrl-C ends", err=True)


def _matters(path: Path) -> bool:
    hidden = path.name.startswith(("~$", ".new-"))
    return not hidden and (path.suffix.lower() in (*_SAVED, *_BESIDE) or path.name in _BESIDE)


def _folders(flags: Flags) -> list[Path]:
    """The folders of the plans and of the settings, each once."""
    start = Path.cwd()
    named = [absolute(name, start) for name in flags.files]
    folders = {path if path.is_dir() else path.parent for path in named}
    config = places_of(flags, start).file_for(next(iter(folders), start))
    if config:
        folders.add(config.parent)
    return sorted(folder for folder in folders if folder.is_dir())
