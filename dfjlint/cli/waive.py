"""dfjlint waive: adds a waiver to the file of waivers, bound to the obligation as it is now."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from dfjlint.cli.check import known_rule
from dfjlint.cli.options import ConfigOption, PackSetting, WaiversSetting
from dfjlint.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("waive")(waive)


def waive(
    rule: Annotated[str, typer.Argument(help="Id of an obligation, for example DFJ-2.2.6.")],
    document: Annotated[str, typer.Argument(help="The plan, or the name of a plan set.")],
    reason: Annotated[str, typer.Option("--reason", help="Why the plan need not answer the obligation.")],
    approved_by: Annotated[str, typer.Option("--approved-by", help="Who agreed.")],
    basis: Annotated[str, typer.Option("--basis", help="The document by which it was agreed.")],
    expires: Annotated[
        datetime.datetime, typer.Option("--expires", formats=["%Y-%m-%d"], help="The last day on which it holds.")
    ],
    pack: PackSetting = None,
    config: ConfigOption = "",
    waivers: WaiversSetting = None,
) -> None:
    """Agree to a gap: add a waiver, with everything that it needs, to dfjlint-waivers.toml."""
    from dfjlint.cli.output import write_whole
    from dfjlint.cli.session import Flags, as_list, fingerprints_of, open_document
    from dfjlint.config import Values
    from dfjlint.workspace.waivers import Waiver, dump_waiver, load_waivers

    if not (reason.strip() and approved_by.strip() and basis.strip()):
        raise UsageError("a waiver needs words", "--reason, --approved-by, --basis", "say why, who and on what basis")
    flags = Flags((), Values(pack=as_list(pack), waivers=waivers), config)
    session, name = open_document(flags, document)
    fingerprints = fingerprints_of(session)
    known_rule(rule, list(fingerprints))
    path = session.settings.waivers
    shown = session.places.shown(path)
    before = path.read_bytes() if path.exists() else b""
    number = len(load_waivers(path, shown).waivers) + 1 if before else 1
    waiver = Waiver(number, rule, name, reason, approved_by, basis, expires.date(), fingerprints[rule])
    gap = b"\n" if before else b""
    write_whole(path, before + gap + dump_waiver(waiver).encode())
    typer.echo(f"{shown}: {rule} {name}")
