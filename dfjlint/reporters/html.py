"""The report as one page that needs nothing else: no network, no fonts, no other file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import jinja2  # noqa: TID251 — this is its home

from dfjlint.model.report import Report
from dfjlint.reporters.fold import pairs_in
from dfjlint.reporters.html_report.assets import assets, template_source
from dfjlint.reporters.html_report.index import INDEX, Index, index_of, page_names
from dfjlint.reporters.html_report.page import Page, page_of
from dfjlint.reporters.html_report.texts import Texts
from dfjlint.reporters.shown import visible
from dfjlint.reporters.verdicts import GAP_CODES


def render_html(report: Report, lang: str) -> bytes:
    """The whole report as a page in UTF-8.

    The page shows `lang` first and holds the other languages of the catalogue too; words of the plan
    and of the instrument stay in their script. It works from a file, and without its script.
    """
    page = page_of(report)
    return _rendered(page, lang, pairs_in(_characters(page)))


def render_html_pages(report: Report, lang: str) -> Iterator[tuple[str, bytes]]:
    """One page for each plan, then the page that leads to them: name and bytes of each.

    For reports on so many plans that one page would be slow; it does not hold them all at once.
    """
    for name, document in zip(page_names(report), report.documents, strict=True):
        alone = replace(report, packs=(report.pack_of(document),), documents=(document,))
        page = page_of(alone, INDEX)
        yield name, _rendered(page, lang, pairs_in(_characters(page)))
    yield INDEX, _rendered(index_of(report), lang, "")


def _rendered(page: Page | Index, lang: str, pairs: str) -> bytes:
    template = _environment(Texts(lang)).get_template("page.html.j2")
    return template.render(page=page, lang=lang, assets=assets(), codes=GAP_CODES, pairs=pairs).encode()


def _environment(texts: Texts) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(template_source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_finalize,
    )
    environment.globals["texts"] = texts
    return environment


def _finalize(value: object) -> object:
    """Spells out invisible characters of whatever is not markup already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible(value)
    return value


def _characters(page: Page) -> set[str]:
    """The characters that a reader may search for."""
    found: set[str] = set()
    for view in page.documents:
        found.update(*(passage.text for passage in view.document.passages))
        for result in view.document.obligations:
            found.update(result.quote, result.suggestion, *(element.name for element in result.elements))
    return found
