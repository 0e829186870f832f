"""The portfolio in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dfjlint.corpus.portfolio import portfolio_of
from dfjlint.corpus.query import open_corpus
from dfjlint.reporters.portfolio.html import render_portfolio
from tests.unit.corpus.small_run import small_run

Opener = Callable[..., Page]


@pytest.fixture
def open_portfolio(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens the portfolio of a small run; whatever the page complains about fails the test."""
    small_run(tmp_path / "run")
    (tmp_path / "page.html").write_bytes(render_portfolio(portfolio_of(open_corpus(str(tmp_path / "run")), 10), "en"))
    complaints: list[str] = []
    contexts = []

    def opened(*, width: int = 1440, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": 900},
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((tmp_path / "page.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_it_is_accessible_and_fits_the_screen(open_portfolio: Opener, dark: bool, width: int) -> None:
    page = open_portfolio(width=width, dark=dark)
    for summary in page.locator("summary").all():
        summary.click()
    found = Axe().run(page).response["violations"]
    assert [entry["id"] for entry in found if entry["impact"] in ("serious", "critical")] == []
    assert page.evaluate("() => document.documentElement.scrollWidth") == width


def test_a_cell_opens_the_gaps_of_its_obligation(open_portfolio: Opener) -> None:
    page = open_portfolio()
    gaps = page.locator('[id="o-B-1"] .case')
    assert not gaps.first.is_visible()
    page.locator('.portfolio-heat a[href="#o-B-1"]').first.click()
    assert gaps.first.is_visible()
    assert gaps.count() == 2


def test_the_language_changes_and_words_of_plans_stay(open_portfolio: Opener) -> None:
    page = open_portfolio()
    page.locator("#language").select_option("zh-Hant")
    assert page.locator("#uncovered h2").inner_text() == "沒有任何計劃覆蓋的要求"
    assert page.locator("#plans tbody th bdi").first.inner_text() == "<b>甲</b>市方案"


def test_without_its_script_everything_is_open(open_portfolio: Opener) -> None:
    page = open_portfolio(script=False)
    assert page.locator('[id="o-B-1"] .case').first.is_visible()
    assert not page.locator("#language").is_visible()
