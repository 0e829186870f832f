"""The portfolio as one page that needs nothing else: no network, no fonts, no other file."""

from __future__ import annotations

from itertools import groupby

import jinja2

from dfjlint.reporters.html_report.texts import Texts
from dfjlint.reporters.portfolio.assets import page_assets, template_source
from dfjlint.reporters.portfolio.model import Counts, Portfolio
from dfjlint.reporters.shown import one_line, visible

# From so many hundredths of covered plans on a cell is darker; the first covered plan shows already.
_HEATS = (0, 25, 50, 75)


def render_portfolio(portfolio: Portfolio, lang: str) -> bytes:
    """The page in UTF-8.

    It shows `lang` first and holds the other languages of the catalogue too; words of plans and of the instrument
    stay in their script. It works from a file, and without its script.
    """
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(template_source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(texts=Texts(lang), heat=heat, one_line=one_line)
    template = environment.get_template("portfolio.html.j2")
    provisions = _provisions(portfolio)
    return template.render(page=portfolio, lang=lang, assets=page_assets(), provisions=provisions).encode()


def heat(counts: Counts) -> int:
    """How dark a cell is: 0 if no plan covers the obligation, up to 4."""
    if not counts.covered:
        return 0
    return sum(counts.covered * 100 >= least * counts.total for least in _HEATS)


def _provisions(portfolio: Portfolio) -> list[tuple[str, int]]:
    """The provisions in order, with the number of their obligations that stand together."""
    return [(cite, len(list(lines))) for cite, lines in groupby(portfolio.obligations, key=lambda line: line.cite)]


def _finalize(value: object) -> object:
    """Spells out invisible characters of whatever is not markup already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value
