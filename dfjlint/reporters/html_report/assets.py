"""The style and the script of the report."""

from __future__ import annotations

from functools import cache

from dfjlint.reporters.page_assets import Assets, coloured, joined, sealed, template_of

_STYLES = ("base", "parts", "conclusion", "matrix", "cards", "plan", "tables", "print")
_SCRIPTS = ("language", "folding", "filter", "links", "keys", "start")


@cache
def assets() -> Assets:
    """The assets, the same for every report."""
    colours = coloured(joined(__package__, "css", "light"), joined(__package__, "css", "dark"))
    return sealed(colours + joined(__package__, "css", *_STYLES), joined(__package__, "js", *_SCRIPTS))


def template_source(name: str) -> str | None:
    """The text of a template; None if there is none of this name."""
    return template_of(__package__, name)
