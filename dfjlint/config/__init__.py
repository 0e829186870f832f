"""Settings of a repository of documents: files that hold them, and the values that result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dfjlint.config.find import NAMES, find_config
from dfjlint.config.settings import COMMAND_LINE, DEFAULT_PACK, Globs, PlanSet, Settings, resolve
from dfjlint.config.values import KEYS, Layer, Values

if TYPE_CHECKING:
    from dfjlint.config.load import description, example, load_layers, schema, toml_example, values_of
    from dfjlint.config.model import ConfigFile

__all__ = [
    "COMMAND_LINE",
    "DEFAULT_PACK",
    "KEYS",
    "NAMES",
    "ConfigFile",
    "Globs",
    "Layer",
    "PlanSet",
    "Settings",
    "Values",
    "description",
    "example",
    "find_config",
    "load_layers",
    "resolve",
    "schema",
    "toml_example",
    "values_of",
]


def __getattr__(name: str) -> object:
    """Whatever reads files comes with pydantic, which takes a tenth of a second: only when it is asked for."""
    if name not in __all__:
        raise AttributeError(name)
    from dfjlint.config import load

    return getattr(load, name)
