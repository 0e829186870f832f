"""Settings of a repository of documents: files that hold them, and the values that result."""

from dfjlint.config.find import NAMES, find_config
from dfjlint.config.load import KEYS, Layer, description, example, load_layers, schema, toml_example
from dfjlint.config.model import ConfigFile
from dfjlint.config.settings import COMMAND_LINE, Globs, PlanSet, Settings, resolve

__all__ = [
    "COMMAND_LINE",
    "KEYS",
    "NAMES",
    "ConfigFile",
    "Globs",
    "Layer",
    "PlanSet",
    "Settings",
    "description",
    "example",
    "find_config",
    "load_layers",
    "resolve",
    "schema",
    "toml_example",
]
