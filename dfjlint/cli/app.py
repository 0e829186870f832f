"""The command dfjlint: its subcommands, and the last line of defence against a traceback."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated

import typer

from dfjlint import __version__
from dfjlint.errors import DfjlintError

COMMANDS: Mapping[str, str] = {
    "check": "check",
    "explain": "explain",
    "rules": "explain",
    "test": "packs",
    "evaluate": "packs",
    "pack": "packs",
    "report": "report",
    "config": "config",
    "init": "config",
    "files": "files",
    "baseline": "baseline",
    "waive": "waive",
    "cache": "cache",
    "corpus": "corpus",
}
"""Each command with the module of dfjlint.cli that holds it."""


def application(arguments: Sequence[str] = ()) -> typer.Typer:
    """The application; with every command, unless the arguments begin with the name of one."""
    app = typer.Typer(
        name="dfjlint",
        help="Check whether a government plan covers each obligation of the decision it answers.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    wanted = COMMANDS.get(arguments[0]) if arguments else None
    for module in [wanted] if wanted else dict.fromkeys(COMMANDS.values()):
        import_module(f"dfjlint.cli.{module}").register(app)
    return app


def __getattr__(name: str) -> object:
    """The application with every command as `app`, for those who call it from Python."""
    if name != "app":
        raise AttributeError(name)
    return application()


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dfjlint {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Check whether a government plan covers each obligation of the decision it answers."""


def main() -> None:
    """Run the command; errors of dfjlint are one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        application(sys.argv[1:])()
    except DfjlintError as error:
        typer.echo(f"dfjlint: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # a defect of dfjlint is one line too, and never a verdict
        typer.echo(f"dfjlint: internal error: {type(error).__name__}: {error} — please report it", err=True)
        sys.exit(2)
