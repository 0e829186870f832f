"""The command dfjlint: its subcommands, and the last line of defence against a traceback."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dfjlint import __version__
from dfjlint.cli import baseline, check, config, corpus, explain, files, packs, report, waive
from dfjlint.errors import DfjlintError

app = typer.Typer(
    name="dfjlint",
    help="Check whether a government plan covers each obligation of the decision it answers.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
check.register(app)
explain.register(app)
packs.register(app)
report.register(app)
config.register(app)
files.register(app)
baseline.register(app)
waive.register(app)
corpus.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dfjlint {__version__}")
        raise typer.Exit


@app.callback()
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
        app()
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
