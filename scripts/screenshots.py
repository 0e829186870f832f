"""Makes the pictures of the HTML report in docs/img from the plan of 2019.

Run it from the folder above, with the development dependencies and Chromium installed:

    python -m scripts.screenshots
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dfjlint.api import check_bytes, pack_index, report_of
from dfjlint.reporters.html import render_html
from tests.e2e.browser.chromium import ARGUMENTS, chromium

ROOT = Path(__file__).resolve().parent.parent
PLAN = Path("corpora", "fujian-2018", "plan-2019.txt")
IMAGES = ROOT / "docs" / "img"
_OBLIGATION = "DFJ-2.2.6"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what the screen is like and what the reader does first."""

    width: int = 1440
    height: int = 900
    dark: bool = False
    place: str = ""
    act: Callable[[Page], None] | None = None


def follow_evidence(page: Page) -> None:
    """From the obligation to the words of the plan."""
    page.locator(f'[id="{_OBLIGATION}"] a.to[data-end]').first.click()


def open_first_body(page: Page) -> None:
    """Unfolds the body with most measures."""
    page.locator(".units > details > summary").first.click()


def in_english(page: Page) -> None:
    """Switches the interface."""
    page.locator("#language").select_option("en")


PICTURES: Mapping[str, Picture] = {
    "conclusion": Picture(height=1080),
    "matrix": Picture(place="#matrix"),
    "obligation": Picture(width=1280, height=760, place=f"#{_OBLIGATION}", act=follow_evidence),
    "units": Picture(place="#units", act=open_first_body),
    "dark": Picture(width=1280, height=760, place=f"#{_OBLIGATION}", act=follow_evidence, dark=True),
    "english": Picture(height=1080, act=in_english),
    "narrow": Picture(width=390, height=844, place=f"#{_OBLIGATION}"),
}


def main() -> None:
    """Writes every picture."""
    path = chromium()
    if path is None:
        raise SystemExit("no Chromium on this machine (apt-get install chromium)")
    index = pack_index("fujian-2018")
    report = report_of(index.pack, [check_bytes((ROOT / PLAN).read_bytes(), PLAN.as_posix(), index)])
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder, "report.html")
        page.write_bytes(render_html(report, "zh-Hans"))
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for name, picture in PICTURES.items():
            take(browser, page.as_uri(), picture, IMAGES / f"report-{name}.png")
        browser.close()


def take(browser: Browser, address: str, picture: Picture, target: Path) -> None:
    """Takes one picture."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
    )
    page.goto(address + picture.place)
    if picture.act:
        picture.act(page)
    # The links arrive in the next turn of the page.
    page.wait_for_timeout(300)
    page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main()
