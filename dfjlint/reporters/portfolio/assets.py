"""The style and the script of the portfolio: those of the report, and a little more."""

from __future__ import annotations

from functools import cache

from dfjlint.reporters.page_assets import Assets, coloured, joined, sealed, template_of

_REPORT = "dfjlint.reporters.html_report"
_STYLES = ("base", "parts", "conclusion", "matrix", "tables", "print")


@cache
def page_assets() -> Assets:
    """The assets, the same for every portfolio."""
    colours = coloured(joined(_REPORT, "css", "light"), joined(_REPORT, "css", "dark"))
    style = colours + joined(_REPORT, "css", *_STYLES) + joined(__package__, "css", "portfolio")
    return sealed(style, joined(_REPORT, "js", "language") + joined(__package__, "js", "portfolio"))


def template_source(name: str) -> str | None:
    """The text of a template; None if there is none of this name."""
    return template_of(__package__, name)
