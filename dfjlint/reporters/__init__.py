"""Reporters: pure functions from a Report and a language to bytes, one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from dfjlint.model.report import Report

Reporter: TypeAlias = "Callable[[Report, str], bytes]"

# name → module:function, imported when first asked for.
_REPORTERS: Mapping[str, str] = {
    "console": "dfjlint.reporters.console:render_console",
    "github": "dfjlint.reporters.github:render_github",
    "gitlab": "dfjlint.reporters.gitlab:render_gitlab",
    "html": "dfjlint.reporters.html:render_html",
    "json": "dfjlint.reporters.json:render_json",
    "junit": "dfjlint.reporters.junit:render_junit",
    "markdown": "dfjlint.reporters.markdown:render_markdown",
    "sarif": "dfjlint.reporters.sarif:render_sarif",
    "sarif-all": "dfjlint.reporters.sarif:render_sarif_all",
    "xlsx": "dfjlint.reporters.xlsx:render_xlsx",
}
FORMATS = tuple(_REPORTERS)
#: Formats that are no text: nothing for the screen of a terminal.
BINARY_FORMATS = frozenset({"xlsx"})


def reporter(name: str) -> Reporter:
    """The reporter of a name in FORMATS.

    Raises:
        KeyError: if there is none.
    """
    module, _, function = _REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found
