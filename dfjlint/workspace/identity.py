"""What besides plan and pack decides a verdict: this program, its word lists and the libraries under it."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from dfjlint import __version__
from dfjlint.workspace.cache import key_of
from dfjlint.workspace.stamps import stamps_below

_PACKAGE = Path(__file__).resolve().parent.parent
_SOURCES = (".py", ".toml", ".txt")
_INSTALLED = (".dist-info", ".egg-info")


@cache
def tool_identity() -> str:
    """A hash that changes whenever the same plan and pack might give another report.

    It names every installed package with its version, for readers may come from any of them. In a checkout,
    where the code changes under one version number, it tells the code by size and time of each file.
    """
    sources = [] if (_PACKAGE / "_data").is_dir() else stamps_below(_PACKAGE, _SOURCES)
    return key_of(__version__, sys.version, *_packages(), *sources)


def _packages() -> list[str]:
    """Names, versions and times of the packages that Python finds; importlib.metadata would take 50 ms."""
    found = []
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                found += [f"{e.name} {e.stat().st_mtime_ns}" for e in entries if e.name.endswith(_INSTALLED)]
        except OSError:
            continue
    return sorted(found)
