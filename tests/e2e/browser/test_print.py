"""The report on paper: A4, everything open, nothing cut off."""

from __future__ import annotations

import unicodedata

import pypdfium2
from playwright.sync_api import Page

from tests.e2e.browser.conftest import Opener
from tests.unit.reporters.factory import document

A4 = (595, 842)


def _pages(page: Page) -> list[str]:
    """The text of each page without blanks; Chromium names some ideographs by their radicals."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
        sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in pdf}
        assert sizes == {A4}
        texts = [sheet.get_textpage().get_text_bounded() for sheet in pdf]
    return ["".join(unicodedata.normalize("NFKC", text).split()) for text in texts]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_conclusion_fits_on_the_first_page(open_report: Opener) -> None:
    pages = _pages(open_report())
    assert "核查结论" in pages[0]
    assert "不表示该项工作已经落实" in pages[0]
    assert "条款与任务对照" not in pages[0]


def test_nothing_is_lost_on_paper(open_report: Opener) -> None:
    for script in (True, False):
        text = "".join(_pages(open_report(script=script)))
        plan = document()
        for result in plan.obligations:
            assert _plain(result.quote) in text
            assert _plain(result.suggestion) in text
            for element in result.elements:
                assert _plain(element.name) in text
        for measure in plan.measures:
            assert _plain(measure.title) in text
        assert plan.sha256 in text


def test_folds_come_back_after_printing(open_report: Opener) -> None:
    page = open_report()
    folded = page.locator("details:not([open])").count()
    page.pdf()
    assert folded > 0
    assert page.locator("details:not([open])").count() == folded


def test_a_narrowed_report_says_so_on_paper(open_report: Opener) -> None:
    page = open_report()
    page.locator('input[value="missing"]').check()
    text = "".join(_pages(page))
    assert "显示1项,共7项" in text


def test_the_dark_stays_on_the_screen(open_report: Opener) -> None:
    page = open_report(dark=True)
    page.locator("#theme").click()
    page.locator("#theme").click()
    page.emulate_media(media="print")
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(27, 36, 48)"
