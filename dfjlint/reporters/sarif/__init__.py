"""The report as SARIF 2.1.0 (OASIS), for code scanning and for viewers of results."""

from dfjlint.reporters.sarif.log import render_sarif, render_sarif_all

__all__ = ["render_sarif", "render_sarif_all"]
