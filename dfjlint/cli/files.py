"""dfjlint files: the plans that a check would look at."""

from __future__ import annotations

import typer

from dfjlint.cli.options import ConfigOption, FilesArgument, ForceExcludeOption, IsolatedOption


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("files")(files)


def files(
    files: FilesArgument = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    force_exclude: ForceExcludeOption = False,
) -> None:
    """List the plans that a check would look at, one a line; a plan set is one line, its body first."""
    from dfjlint.cli.session import Flags, open_session, report_errors
    from dfjlint.config import Values

    session = open_session(Flags(tuple(files or ()), Values(), config, isolated, force_exclude))
    report_errors(session.plans)
    for unit in session.units:
        typer.echo("\t".join(file.shown for file in unit.files))
    raise typer.Exit(2 if session.plans.errors else 0)
