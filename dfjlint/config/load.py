"""Reads settings files with those they extend; errors name file, key and an example."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dfjlint.config.find import PROJECT
from dfjlint.config.model import ConfigFile
from dfjlint.config.values import KEYS, Layer, PlanSetValues, Values
from dfjlint.errors import UsageError

Json: TypeAlias = Mapping[str, "Json"] | list["Json"] | str | int | float | bool | None


def load_layers(path: Path, shown: str) -> tuple[Layer, ...]:
    """A settings file and the files it extends, closest first.

    Args:
        path: absolute.
        shown: the file as messages name it.

    Raises:
        UsageError: if a file is missing, is not TOML, has an unknown key or a wrong value, or extends itself.
    """
    layers: list[Layer] = []
    seen: list[Path] = []
    while True:
        if path.resolve() in seen:
            raise UsageError("the settings extend themselves", f"{shown}:extend", "break the circle")
        seen.append(path.resolve())
        values = _read(path, shown)
        layers.append(Layer(shown, path.parent, values))
        if values.extend is None:
            return tuple(layers)
        above = Path(os.path.normpath(path.parent / values.extend))
        if not above.is_file():
            raise UsageError(f"there is no file {values.extend!r} to extend", f"{shown}:extend", example("extend"))
        path, shown = above, Path(os.path.normpath(Path(shown).parent / values.extend)).as_posix()


def schema() -> Json:
    """The JSON schema of a settings file; the same is published as docs/config.schema.json."""
    model = ConfigFile.model_json_schema(by_alias=True)
    properties = {key: _property(key, dict(model["properties"][key])) for key in KEYS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of dfjlint",
        "description": model["description"],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": model["$defs"],
    }


def _property(key: str, found: dict[str, Json]) -> Json:
    """A setting in the schema: with an example, and without the null that stands for absence."""
    choices = found.pop("anyOf", None)
    kinds = [kind for kind in choices if kind != {"type": "null"}] if isinstance(choices, list) else []
    kind = kinds[0] if len(kinds) == 1 and isinstance(kinds[0], Mapping) else {"anyOf": kinds} if kinds else {}
    shown: dict[str, Json] = {"description": description(key), "examples": [tomllib.loads(toml_example(key))[key]]}
    return {**shown, **kind}


def example(key: str) -> str:
    """How a setting is written, as a hint."""
    return f"for example: {toml_example(key)}"


def toml_example(key: str) -> str:
    """A line of TOML that sets a key."""
    extra = ConfigFile.model_fields[KEYS[key]].json_schema_extra
    return str(extra["toml"]) if isinstance(extra, dict) else ""


def description(key: str) -> str:
    """What a setting is for."""
    return ConfigFile.model_fields[KEYS[key]].description or ""


def _read(path: Path, shown: str) -> Values:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the settings cannot be read: {error.strerror}", shown, "check the path") from error
    except UnicodeDecodeError as error:
        raise UsageError("the settings are not UTF-8", shown, "save the file as UTF-8") from error
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"the settings are not TOML: {error}", shown, example("pack")) from error
    if path.name == PROJECT:
        content = content.get("tool", {}).get("dfjlint", {})
    try:
        file = ConfigFile.model_validate(content, by_alias=True, by_name=False)
    except ValidationError as error:
        raise _wrong(error.errors()[0], shown) from error
    return values_of(file)


def values_of(file: ConfigFile) -> Values:
    """The settings of a file that has been checked."""
    content = {name: getattr(file, name) for name in KEYS.values()}
    if isinstance(file.pack, str):
        content["pack"] = [file.pack]
    if file.plan_sets is not None:
        content["plan_sets"] = [PlanSetValues(entry.name, entry.body, entry.annexes) for entry in file.plan_sets]
    return Values(**content)


def _wrong(error: ErrorDetails, shown: str) -> UsageError:
    """The first fault of a file, with the key it is in."""
    place = [str(part) for part in error["loc"] if part != "[key]"]
    where = f"{shown}:{'.'.join(place) or '(whole file)'}"
    key = place[0] if place else "pack"
    if key == "pack":
        # The rest says which of its two forms was tried.
        where = f"{shown}:pack"
    if key == "pack" and error["type"] != "extra_forbidden":
        return UsageError("wrong value: this is neither a pack nor a list of packs", where, example("pack"))
    if error["type"] != "extra_forbidden":
        return UsageError(f"wrong value: {error['msg']}", where, example(key if key in KEYS else "pack"))
    if len(place) > 1:
        return UsageError(f"there is no setting {place[-1]!r} here", where, example(key))
    near = difflib.get_close_matches(key.replace("_", "-"), KEYS, n=1)
    hint = example(near[0]) if near else f"settings are: {', '.join(KEYS)}; {example('pack')}"
    return UsageError(f"there is no setting {key!r}", where, hint)
