"""The settings in force: every key with its value and the place that set it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from dfjlint.config.values import KEYS, Layer, Values

DEFAULT_PACK = "fujian-2018"
BASELINE = ".dfjlint-baseline.json"
WAIVERS = "dfjlint-waivers.toml"
DEFAULT = "default"
COMMAND_LINE = "command line"
_DEFAULTS = Values(
    pack=[DEFAULT_PACK],
    include=[],
    exclude=[],
    select=[],
    ignore=[],
    severity={},
    fail_on="partial",
    issuer="",
    lang="zh-Hans",
    revisions="accepted",
    limits={},
    output=["console"],
    baseline=BASELINE,
    waivers=WAIVERS,
    cache_dir="",
    cache_size=1000,
    per_file_ignores={},
    plan_sets=[],
)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns as in .gitignore, and the folder they start from."""

    patterns: tuple[str, ...]
    base: Path


@dataclass(frozen=True, slots=True)
class PlanSet:
    """A plan and its annexes; paths and patterns start from `base`."""

    name: str
    body: str
    annexes: tuple[str, ...]
    base: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force for a run or for one plan.

    Args:
        root: folder of the closest settings file, else the folder the search began in; ids of documents
            start from it.
        packs: ids, or absolute folders where a file names a folder; at least one.
        limits: as written in files, those that somebody set.
        cache_dir: None for the user's cache folder.
        cache_size: megabytes.
        origins: key as written in files → the place that set it.
    """

    root: Path
    packs: tuple[str, ...]
    include: Globs
    exclude: Globs
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, str]
    fail_on: str
    issuer: str
    lang: str
    revisions: Literal["accepted", "original"]
    limits: Mapping[str, int]
    output: tuple[str, ...]
    baseline: Path
    waivers: Path
    cache_dir: Path | None
    cache_size: int
    per_file_ignores: tuple[tuple[Globs, tuple[str, ...]], ...]
    plan_sets: tuple[PlanSet, ...]
    origins: Mapping[str, str]

    def named(self, key: str) -> bool:
        """True if somebody set the key, rather than nobody."""
        return self.origins[key] != DEFAULT


def resolve(layers: Sequence[Layer], root: Path) -> Settings:
    """What holds where several places set the same keys: for each key the first that sets it.

    Args:
        layers: the command line first, then the closest file, then what it extends.
        root: see Settings.
    """
    found = _Lookup((*layers, Layer(DEFAULT, root, _DEFAULTS)))
    packs, packed = found.first(lambda file: file.pack)
    output, written = found.first(lambda file: file.output)
    cache, cached = found.first(lambda file: file.cache_dir)
    ignores, ignoring = found.first(lambda file: file.per_file_ignores)
    original = found.first(lambda file: file.revisions)[0] == "original"
    sets, setting = found.first(lambda file: file.plan_sets)
    return Settings(
        root=root,
        packs=tuple(dict.fromkeys(_pack(pack, packed.base) for pack in packs)),
        include=found.globs(lambda file: file.include),
        exclude=found.globs(lambda file: file.exclude),
        select=tuple(found.first(lambda file: file.select)[0]),
        ignore=tuple(found.first(lambda file: file.ignore)[0]),
        severity=dict(found.first(lambda file: file.severity)[0]),
        fail_on=found.first(lambda file: file.fail_on)[0],
        issuer=found.first(lambda file: file.issuer)[0],
        lang=found.first(lambda file: file.lang)[0],
        revisions="original" if original else "accepted",
        limits={str(name): limit for name, limit in found.first(lambda file: file.limits)[0].items()},
        output=tuple(_output(value, written) for value in output),
        baseline=found.path(lambda file: file.baseline),
        waivers=found.path(lambda file: file.waivers),
        cache_dir=cached.base / cache if cache else None,
        cache_size=found.first(lambda file: file.cache_size)[0],
        per_file_ignores=tuple((Globs((glob,), ignoring.base), tuple(ids)) for glob, ids in ignores.items()),
        plan_sets=tuple(PlanSet(entry.name, entry.body, tuple(entry.annexes), setting.base) for entry in sets),
        origins={key: found.origin(name) for key, name in KEYS.items() if key != "extend"},
    )


class _Lookup:
    """Asks places in turn."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers

    def first(self, get: Callable[[Values], _Value | None]) -> tuple[_Value, Layer]:
        """A value and the first place that has it; the defaults have every one."""
        for layer in self._layers:
            value = get(layer.values)
            if value is not None:
                return value, layer
        raise LookupError("the defaults lack a setting")

    def globs(self, get: Callable[[Values], Sequence[str] | None]) -> Globs:
        patterns, layer = self.first(get)
        return Globs(tuple(patterns), layer.base)

    def path(self, get: Callable[[Values], str | None]) -> Path:
        value, layer = self.first(get)
        return Path(os.path.normpath(layer.base / value))

    def origin(self, name: str) -> str:
        return next(layer.origin for layer in self._layers if getattr(layer.values, name) is not None)


def _pack(pack: str, base: Path) -> str:
    """An id as it is; a folder from the place that names it."""
    return (
        Path(os.path.normpath(base / pack)).as_posix() if "/" in pack or "\\" in pack or pack.startswith(".") else pack
    )


def _output(value: str, layer: Layer) -> str:
    """FMT:PATH with the path from the place that names it; the command line's paths stay as they are."""
    name, colon, path = value.partition(":")
    if not path or layer.origin == COMMAND_LINE:
        return value
    # The slash at the end says that a folder is meant.
    slash = "/" if path.endswith(("/", "\\")) else ""
    return f"{name}{colon}{(layer.base / path).as_posix()}{slash}"
