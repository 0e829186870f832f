"""axe-core finds no serious violation."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.browser.conftest import Opener
from tests.unit.reporters.factory import document, hostile_report, report, unreadable


def _serious(page: Page) -> list[tuple[str, str]]:
    """Rule and first place of each violation that shuts readers out."""
    found = Axe().run(page).response["violations"]
    return [(entry["id"], entry["nodes"][0]["html"]) for entry in found if entry["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_report_is_accessible(open_report: Opener, dark: bool, width: int) -> None:
    page = open_report(dark=dark, width=width)
    page.locator('[data-fold="open"]').click()
    for details in page.locator(".units > details > summary").all():
        details.click()
    assert _serious(page) == []


def test_a_place_that_was_followed_is_accessible(open_report: Opener) -> None:
    page = open_report(dark=True, place="#TST-1.1")
    page.locator('[id="TST-1.1"] a.to').first.click()
    assert page.locator("mark.here").count() == 1
    assert _serious(page) == []


def test_the_list_of_keys_is_accessible(open_report: Opener) -> None:
    page = open_report()
    page.keyboard.press("?")
    assert _serious(page) == []


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_several_documents_are_accessible(open_report: Opener, lang: str) -> None:
    assert _serious(open_report(report(document(), unreadable(), document()), lang=lang)) == []


def test_hostile_text_is_accessible(open_report: Opener) -> None:
    assert _serious(open_report(hostile_report(), lang="en")) == []
