"""dfjlint cache: where results are kept, how much they take, and less of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.options import CacheDirSetting, ConfigOption

if TYPE_CHECKING:
    from dfjlint.config import Settings
    from dfjlint.workspace.upkeep import Removed


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    cache = typer.Typer(help="Look after the results that are kept between runs.", no_args_is_help=True)
    cache.command("info")(info)
    cache.command("prune")(prune)
    cache.command("clear")(clear)
    app.add_typer(cache, name="cache")


def info(config: ConfigOption = "", cache_dir: CacheDirSetting = None) -> None:
    """Show where the cache is, how many results it keeps, how much they take and may take."""
    from dfjlint.workspace.upkeep import entries_of

    settings, folder = _place(config, cache_dir)
    entries = entries_of(folder)
    typer.echo(folder.as_posix())
    typer.echo(
        f"{len(entries)} results, {_megabytes(sum(entry.size for entry in entries))} of {settings.cache_size} MB"
    )


def prune(
    max_size: Annotated[
        int | None,
        typer.Option("--max-size", min=0, metavar="MB", help="How much may stay.  [default: cache-size, 1000]"),
    ] = None,
    config: ConfigOption = "",
    cache_dir: CacheDirSetting = None,
) -> None:
    """Remove the results that were not used for longest until the rest is within its bound."""
    from dfjlint.workspace import upkeep

    settings, folder = _place(config, cache_dir)
    if folder.exists():
        upkeep.check_ours(folder, folder.as_posix())
    most = settings.cache_size if max_size is None else max_size
    _say(upkeep.prune(folder, most * upkeep.MEGABYTE))


def clear(config: ConfigOption = "", cache_dir: CacheDirSetting = None) -> None:
    """Remove every result; the next run works them out again."""
    from dfjlint.workspace import upkeep

    _, folder = _place(config, cache_dir)
    _say(upkeep.clear(folder, folder.as_posix()))


def _place(config: str, cache_dir: str | None) -> tuple[Settings, Path]:
    """The settings that hold here, and the folder of the cache."""
    from dfjlint.cli.session import Flags, cache_folder, places_of
    from dfjlint.config import Values

    start = Path.cwd()
    settings = places_of(Flags((), Values(cache_dir=cache_dir), config), start).at(start)
    return settings, cache_folder(settings)


def _say(removed: Removed) -> None:
    typer.echo(f"{removed.entries} results removed, {_megabytes(removed.size)}")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
