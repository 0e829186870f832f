"""dfjlint config and dfjlint init: the settings in force, and a file to begin with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.options import ConfigOption, IsolatedOption
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    from dfjlint.config import Settings


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("config")(config)
    app.command("init")(init)


def config(
    path: Annotated[str, typer.Argument(help="A plan or a folder whose settings are asked for.")] = ".",
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    schema: Annotated[bool, typer.Option("--schema", help="Show the JSON schema of a settings file.")] = False,
) -> None:
    """Show the settings in force for a plan or a folder, and the place that set each."""
    from dfjlint.cli.session import Flags, places_of
    from dfjlint.config import Values
    from dfjlint.config import schema as json_schema
    from dfjlint.workspace.places import absolute

    if schema:
        typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    start = Path.cwd()
    places = places_of(Flags((), Values(), config, isolated), start)
    place = absolute(path, start)
    if not place.exists():
        raise UsageError("no such file or folder", path, "check the path")
    folder = place if place.is_dir() else place.parent
    found = places.file_for(folder)
    typer.echo(f"# {places.shown(found) if found else 'no settings file'}")
    for line in _lines(places.at(folder)):
        typer.echo(line)


def init() -> None:
    """Write a dfjlint.toml into this folder, with every setting explained."""
    from dfjlint.cli.output import write_whole
    from dfjlint.config import NAMES

    for name in NAMES:
        if Path(name).exists():
            raise UsageError("there are settings here already", name, "see what they say with: dfjlint config")
    write_whole(Path("dfjlint.toml"), template().encode())
    typer.echo("dfjlint.toml")


def template() -> str:
    """A settings file that says what holds without it."""
    from dfjlint.config import KEYS, description, toml_example

    lines = ["# Settings of dfjlint; docs/config.md explains them. See what holds where with: dfjlint config", ""]
    for key in KEYS:
        mark = "" if key == "pack" else "# "
        lines += [f"# {description(key)}", f"{mark}{toml_example(key)}", ""]
    return "\n".join(lines)


def _lines(settings: Settings) -> list[str]:
    values: dict[str, object] = {
        "pack": settings.packs[0] if len(settings.packs) == 1 else list(settings.packs),
        "include": list(settings.include.patterns),
        "exclude": list(settings.exclude.patterns),
        "select": list(settings.select),
        "ignore": list(settings.ignore),
        "severity": dict(settings.severity),
        "fail-on": settings.fail_on,
        "issuer": settings.issuer,
        "lang": settings.lang,
        "revisions": settings.revisions,
        "limits": dict(settings.limits),
        "output": list(settings.output),
        "baseline": settings.baseline.as_posix(),
        "waivers": settings.waivers.as_posix(),
        "cache-dir": settings.cache_dir.as_posix() if settings.cache_dir else "",
        "cache-size": settings.cache_size,
        "per-file-ignores": {globs.patterns[0]: list(rules) for globs, rules in settings.per_file_ignores},
        "plan-sets": [
            {"name": entry.name, "body": entry.body, "annexes": list(entry.annexes)} for entry in settings.plan_sets
        ],
    }
    return [f"{key} = {_toml(value)}  # {settings.origins[key]}" for key, value in values.items()]


def _toml(value: object) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
