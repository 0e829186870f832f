"""From flags and settings files to the plans of a run and what they are checked with."""

from __future__ import annotations

import dataclasses
import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dfjlint.cli.progress import progress
from dfjlint.config import COMMAND_LINE, Layer, Settings, Values
from dfjlint.engine.locate import find_pack
from dfjlint.errors import PackError, UsageError
from dfjlint.workspace.cache import Cache
from dfjlint.workspace.places import SettingsByFolder, absolute, common_folder, document_id
from dfjlint.workspace.plans import PlanFiles, find_plans
from dfjlint.workspace.units import Unit, units_of

if TYPE_CHECKING:
    # Whatever knows reports, rules or formats is imported where it is used: a run that repeats another needs none.
    from dfjlint.readers import ReadOptions
    from dfjlint.workspace.baseline import Entry
    from dfjlint.workspace.lots import Lot
    from dfjlint.workspace.run import Agreements


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says.

    Args:
        files: plans and folders.
        values: settings given as flags.
        config: path of a settings file, or empty.
    """

    files: tuple[str, ...]
    values: Values
    config: str = ""
    isolated: bool = False
    force_exclude: bool = False
    cache: bool = True
    jobs: int = 1
    time_limit: float | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with.

    Args:
        settings: of the run: those of the folder that holds all plans.
    """

    flags: Flags
    places: SettingsByFolder
    settings: Settings
    plans: PlanFiles
    units: tuple[Unit, ...]


def open_session(flags: Flags) -> Session:
    """The plans that the flags name, with the settings that hold for them.

    Raises:
        UsageError: if there is nothing to check, or settings are wrong.
    """
    start = Path.cwd()
    places = places_of(flags, start)
    files = flags.files or _default_files(places, start)
    folder = common_folder([absolute(name, start) for name in files], start)
    settings = places.at(folder)
    plans = find_plans(files, places, start, flags.force_exclude)
    units = units_of(plans.plans, settings, places)
    return Session(flags, places, settings, plans, units)


def places_of(flags: Flags, start: Path) -> SettingsByFolder:
    """The settings of folders as the flags want them.

    Raises:
        UsageError: if the settings file that is named does not exist.
    """
    config = absolute(flags.config, start) if flags.config else None
    if config and not config.is_file():
        raise UsageError("there is no such settings file", flags.config, "write one with: dfjlint init")
    return SettingsByFolder(Layer(COMMAND_LINE, start, flags.values), start, config, flags.isolated)


@contextmanager
def lots_of(session: Session) -> Iterator[tuple[Lot, ...]]:
    """The units by pack, with what they are checked with; several files have a progress bar on a terminal.

    Raises:
        PackError, UsageError: if there is no such pack, it is broken, or two of them share an id.
    """
    from dfjlint.workspace.judge import Bench
    from dfjlint.workspace.lots import lots
    from dfjlint.workspace.packs import PackSource

    settings, flags = session.settings, session.flags
    units: dict[Path, list[Unit]] = {}
    for unit in session.units:
        for folder in pack_folders(unit.settings):
            units.setdefault(folder, []).append(unit)
    cache = cache_of(session)
    with progress(sum(len(unit.files) for group in units.values() for unit in group)) as tick:
        reading, cores = read_options(settings), os.cpu_count() or 1
        yield lots(
            (Bench(PackSource(folder, cache), cache, flags.jobs, cores, tick, reading, flags.time_limit), group)
            for folder, group in units.items()
        )
    if cache:
        from dfjlint.workspace.upkeep import MEGABYTE, prune

        prune(cache.folder, settings.cache_size * MEGABYTE)


def fingerprints_of(session: Session) -> Mapping[str, str]:
    """Obligation → fingerprint, of every pack that the settings name.

    Raises:
        PackError, UsageError: if there is no such pack or it is broken.
    """
    from dfjlint.workspace.packs import PackSource

    heads = [PackSource(folder, cache_of(session)).head() for folder in pack_folders(session.settings)]
    return {rule: value for head in heads for rule, value in head.fingerprints.items()}


def cache_of(session: Session) -> Cache | None:
    """Where results are kept; None if they are not."""
    return Cache(cache_folder(session.settings)) if session.flags.cache else None


def cache_folder(settings: Settings) -> Path:
    """Where results are kept."""
    return settings.cache_dir or _user_cache()


def read_options(settings: Settings) -> ReadOptions:
    """How plans are read: as the settings say, with the LibreOffice of this computer."""
    from shutil import which

    from dfjlint.readers import ReadOptions

    limits: Any = {name.replace("-", "_"): limit for name, limit in settings.limits.items()}
    soffice = which("soffice") or which("libreoffice") or ""
    return ReadOptions(revisions=settings.revisions, soffice=soffice, **limits)


def agreements_of(session: Session, as_of: datetime.datetime | None, allow_stale: bool = False) -> Agreements:
    """Baseline and waivers of a run.

    Raises:
        UsageError: if a file that somebody named is missing, or one is malformed.
    """
    return replace(waivers_of(session, as_of), baseline=baseline_of(session), allow_stale=allow_stale)


def waivers_of(session: Session, as_of: datetime.datetime | None) -> Agreements:
    """Waivers of a run, without its baseline.

    Raises:
        UsageError: as above.
    """
    from dfjlint.workspace.run import Agreements
    from dfjlint.workspace.waivers import WaiverFile, load_waivers

    day = (as_of or datetime.datetime.now().astimezone()).date()
    path = session.settings.waivers
    shown = session.places.shown(path)
    if not path.exists() and not session.settings.named("waivers"):
        return Agreements((), WaiverFile(shown), day)
    return Agreements((), load_waivers(path, shown), day)


def baseline_of(session: Session) -> tuple[Entry, ...]:
    """The entries of the baseline; none if nobody named one and there is none.

    Raises:
        UsageError: as above.
    """
    from dfjlint.workspace.baseline import load_baseline

    path = session.settings.baseline
    if not path.exists() and not session.settings.named("baseline"):
        return ()
    return load_baseline(path, session.places.shown(path))


def report_errors(plans: PlanFiles) -> None:
    """One line on stderr for each path that leads to no plan."""
    for error in plans.errors:
        typer.echo(f"dfjlint: {error}", err=True)


def _default_files(places: SettingsByFolder, start: Path) -> tuple[str, ...]:
    """The folder of the settings file that holds here.

    Raises:
        UsageError: if there is none.
    """
    path = places.file_for(start)
    if path is None:
        hint = "for example: dfjlint check plans/plan.docx; or write settings with: dfjlint init"
        raise UsageError("there is nothing to check", "FILES", hint)
    return (os.path.relpath(path.parent, start),)


def pack_folders(settings: Settings) -> tuple[Path, ...]:
    """The folders of the packs, each once."""
    return tuple(dict.fromkeys(_pack_folder(pack, settings) for pack in settings.packs))


def _pack_folder(pack: str, settings: Settings) -> Path:
    try:
        return find_pack(pack)
    except PackError as error:
        if not settings.named("pack"):
            raise
        from dfjlint.config import example

        where = f"{settings.origins['pack']}:pack"
        raise UsageError(f"there is no such rule pack: {pack}", where, example("pack")) from error


def _user_cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("dfjlint", appauthor=False)


def as_list(values: Sequence[str] | None) -> list[str] | None:
    """A repeatable option as a setting: not given is not set."""
    return list(values) if values else None


def as_limits(values: Sequence[str] | None) -> dict[str, int] | None:
    """NAME=NUMBER options as a setting.

    Raises:
        UsageError: if there is no such limit, or its value is no positive number.
    """
    found: dict[str, int] = {}
    for value in values or ():
        limits = names_of_limits()
        name, _, number = value.partition("=")
        if name not in limits:
            raise UsageError(f"there is no limit {name!r}", "--limit", f"use one of: {', '.join(limits)}")
        if not (number.isascii() and number.isdecimal() and len(number) < 16 and int(number)):
            raise UsageError(f"{value!r} sets no limit", "--limit", f"write {name}= and a positive whole number")
        found[name] = int(number)
    return found or None


def names_of_limits() -> tuple[str, ...]:
    """Names of the limits on reading, as settings have them."""
    from dfjlint.readers import ReadOptions

    names = (field.name for field in dataclasses.fields(ReadOptions) if field.name.startswith("max_"))
    return tuple(name.replace("_", "-") for name in names)


def open_document(flags: Flags, document: str) -> tuple[Session, str]:
    """A session around one document, and the document's id.

    Args:
        document: path of a plan, or name of a plan set.

    Raises:
        UsageError: if there is neither.
    """
    start = Path.cwd()
    places = places_of(flags, start)
    path = absolute(document, start)
    settings = places.at(path.parent if path.is_file() else start)
    nothing = PlanFiles((), ())
    if any(entry.name == document for entry in settings.plan_sets):
        return Session(flags, places, settings, nothing, ()), document
    if not path.is_file():
        raise UsageError("there is no such plan or plan set", document, "check the path")
    return Session(flags, places, settings, nothing, ()), document_id(path, settings.root)
