"""dfjlint baseline: writes down the gaps that are there, brings them up to date, drops those that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.options import (
    AsOfOption,
    BaselineSetting,
    CacheDirSetting,
    CacheOption,
    ConfigOption,
    FilesArgument,
    IsolatedOption,
    IssuerSetting,
    JobsOption,
    PackSetting,
    WaiversSetting,
)
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from dfjlint.cli.session import Flags, Session
    from dfjlint.workspace.baseline import Entry
    from dfjlint.workspace.baselining import Update


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    baseline = typer.Typer(help="Look after the baseline: gaps that are known and do not fail.", no_args_is_help=True)
    baseline.command("create")(create)
    baseline.command("update")(update)
    baseline.command("prune")(prune)
    app.add_typer(baseline, name="baseline")


def create(
    files: FilesArgument = None,
    baseline: BaselineSetting = None,
    pack: PackSetting = None,
    issuer: IssuerSetting = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    waivers: WaiversSetting = None,
    as_of: AsOfOption = None,
    cache: CacheOption = True,
    cache_dir: CacheDirSetting = None,
    jobs: JobsOption = 0,
) -> None:
    """Write a baseline of every gap that is there now and not waived."""
    session = _session(_flags(files, baseline, pack, issuer, config, isolated, waivers, cache, cache_dir, jobs))
    path = session.settings.baseline
    if path.exists():
        shown = session.places.shown(path)
        raise UsageError("there is a baseline already", shown, "bring it up to date with: dfjlint baseline update")
    now = _gaps(session, as_of)
    _write(session, tuple(entry for gaps in now.values() for entry in gaps.values() if entry))


def update(
    files: FilesArgument = None,
    accept_new: Annotated[bool, typer.Option("--accept-new", help="Take in gaps that are new or have grown.")] = False,
    baseline: BaselineSetting = None,
    pack: PackSetting = None,
    issuer: IssuerSetting = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    waivers: WaiversSetting = None,
    as_of: AsOfOption = None,
    cache: CacheOption = True,
    cache_dir: CacheDirSetting = None,
    jobs: JobsOption = 0,
) -> None:
    """Bring the baseline up to date; exit code 1 if there are gaps that are new or have grown and not accepted."""
    from dfjlint.workspace.baselining import updated

    session = _session(_flags(files, baseline, pack, issuer, config, isolated, waivers, cache, cache_dir, jobs))
    before = _before(session)
    now = _gaps(session, as_of)
    _finish(session, updated(before, now, _gone(before, session), accept_new))


def prune(
    files: FilesArgument = None,
    baseline: BaselineSetting = None,
    pack: PackSetting = None,
    issuer: IssuerSetting = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    waivers: WaiversSetting = None,
    as_of: AsOfOption = None,
    cache: CacheOption = True,
    cache_dir: CacheDirSetting = None,
    jobs: JobsOption = 0,
) -> None:
    """Drop the entries that are gaps no more, and those of documents that are no more."""
    from dfjlint.workspace.baselining import pruned

    session = _session(_flags(files, baseline, pack, issuer, config, isolated, waivers, cache, cache_dir, jobs))
    before = _before(session)
    now = _gaps(session, as_of)
    _finish(session, pruned(before, now, _gone(before, session)))


def _flags(
    files: list[str] | None,
    baseline: str | None,
    pack: list[str] | None,
    issuer: str | None,
    config: str,
    isolated: bool,
    waivers: str | None,
    cache: bool,
    cache_dir: str | None,
    jobs: int,
) -> Flags:
    from dfjlint.cli.session import Flags, as_list
    from dfjlint.config import Values

    values = Values(pack=as_list(pack), issuer=issuer or None, baseline=baseline, waivers=waivers, cache_dir=cache_dir)
    return Flags(tuple(files or ()), values, config, isolated, False, cache, jobs)


def _session(flags: Flags) -> Session:
    from dfjlint.cli.session import open_session, report_errors

    session = open_session(flags)
    report_errors(session.plans)
    if session.plans.errors:
        raise typer.Exit(2)
    return session


def _before(session: Session) -> tuple[Entry, ...]:
    from dfjlint.workspace.baseline import load_baseline

    path = session.settings.baseline
    shown = session.places.shown(path)
    if not path.exists():
        raise UsageError("there is no baseline", shown, "write one with: dfjlint baseline create")
    return load_baseline(path, shown)


def _gaps(session: Session, as_of: datetime.datetime | None) -> Mapping[str, Mapping[str, Entry | None]]:
    """Document id → obligation → gap, None where there is none, for each plan and all that it was checked for.

    Raises:
        UsageError: if a plan cannot be read; a baseline without it would look complete.
    """
    from dfjlint.cli.session import lots_of, waivers_of
    from dfjlint.workspace.baselining import judged
    from dfjlint.workspace.run import waived_reports

    waivers = waivers_of(session, as_of)
    gaps: dict[str, dict[str, Entry | None]] = {}
    with lots_of(session) as lots:
        for unit, report in waived_reports(lots, waivers):
            if not report.readable:
                raise UsageError("there is no verdict on this plan", report.path, "see why with: dfjlint check")
            gaps.setdefault(unit.id, {}).update(judged(unit.id, report))
    return gaps


def _gone(before: tuple[Entry, ...], session: Session) -> set[str]:
    from dfjlint.workspace.places import is_there

    return {entry.document for entry in before if not is_there(entry.document, session.settings)}


def _finish(session: Session, result: Update) -> None:
    for entry in result.dropped:
        typer.echo(f"- {entry.document} {entry.obligation} {entry.status.value}")
    _write(session, result.entries)
    for entry in result.refused:
        line = f"{entry.document} {entry.obligation} {entry.status.value}: new or grown; --accept-new takes it in"
        typer.echo(line, err=True)
    raise typer.Exit(1 if result.refused else 0)


def _write(session: Session, entries: tuple[Entry, ...]) -> None:
    from dfjlint.cli.output import write_whole
    from dfjlint.workspace.baseline import dump_baseline

    path = session.settings.baseline
    write_whole(path, dump_baseline(entries))
    typer.echo(f"{session.places.shown(path)}: {len(entries)} gaps")
