"""Pages of the HTML report in the Chromium of the system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dfjlint.model.report import Report
from dfjlint.reporters.html import render_html
from tests.e2e.browser.chromium import ARGUMENTS, chromium
from tests.unit.reporters.factory import report

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        reason = "no Chromium on this machine (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a report from a file; whatever the page complains about fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(
        content: Report | None = None,
        *,
        place: str = "",
        lang: str = "zh-Hans",
        script: bool = True,
        dark: bool = False,
        width: int = 1440,
    ) -> Page:
        path = tmp_path / f"report-{len(contexts)}.html"
        path.write_bytes(render_html(content or report(), lang))
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
        page.goto(path.as_uri() + place)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
