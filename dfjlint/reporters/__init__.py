"""Reporters: pure functions from a Report and a language to bytes, one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from dfjlint.model.report import Report

Reporter = Callable[[Report, str], bytes]

# name → module:function, imported when first asked for.
_REPORTERS: Mapping[str, str] = {
    "console": "dfjlint.reporters.console:render_console",
    "html": "dfjlint.reporters.html:render_html",
    "json": "dfjlint.reporters.json:render_json",
}
FORMATS = tuple(_REPORTERS)


def reporter(name: str) -> Reporter:
    """The reporter of a name in FORMATS.

    Raises:
        KeyError: if there is none.
    """
    module, _, function = _REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found
