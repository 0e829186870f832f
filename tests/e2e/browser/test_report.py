"""What a reader does with the report."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser.conftest import Opener
from tests.unit.reporters.factory import document, hostile_report, report

ALL = ["TST-1.1", "TST-2.1.1", "TST-2.1.2", "TST-2.2.1", "TST-2.2.2", "TST-3.1", "TST-3.2"]


def _card(page: Page, id: str) -> Locator:
    return page.locator(f'[id="{id}"]')


def _shown(page: Page) -> list[str]:
    return [card.get_attribute("id") or "" for card in page.locator(".card").all() if card.is_visible()]


def _in_view(place: Locator) -> bool:
    inside: bool = place.evaluate(
        """(element) => {
            const box = element.getBoundingClientRect();
            const bar = document.querySelector(".filters").getBoundingClientRect();
            return box.top >= Math.max(0, bar.bottom - 1) - 1 && box.top < window.innerHeight;
        }"""
    )
    return inside


def test_filter_by_status(open_report: Opener) -> None:
    page = open_report()
    page.locator('input[value="missing"]').check()
    assert _shown(page) == ["TST-2.1.2"]
    page.locator('input[value="partial"]').check()
    assert _shown(page) == ["TST-2.1.1", "TST-2.1.2"]
    expect(page.locator("output")).to_have_text("显示 2 项，共 7 项")


def test_filter_by_chapter_and_provision(open_report: Opener) -> None:
    page = open_report()
    page.locator("[name=cite]").select_option("二")
    assert _shown(page) == ["TST-2.1.1", "TST-2.1.2", "TST-2.2.1", "TST-2.2.2"]
    page.locator("[name=cite]").select_option("二(二)")
    assert _shown(page) == ["TST-2.2.1", "TST-2.2.2"]


def test_filter_by_body(open_report: Opener) -> None:
    page = open_report()
    page.locator("[name=unit]").select_option("省通信局")
    assert _shown(page) == ["TST-1.1"]


@pytest.mark.parametrize("words", ["電子證照", "电子证照", "证照 暂缓", "tst-2.2.1", "G10"])
def test_filter_by_words_of_either_script(open_report: Opener, words: str) -> None:
    page = open_report()
    page.locator("[name=text]").fill(words)
    assert _shown(page) == ["TST-2.2.1"]


def test_all_words_must_be_found(open_report: Opener) -> None:
    page = open_report()
    page.locator("[name=text]").fill("专网")
    assert _shown(page) == ["TST-2.1.1"]
    page.locator("[name=text]").fill("专网 证照")
    assert _shown(page) == []


def test_clearing_the_filter_shows_everything(open_report: Opener) -> None:
    page = open_report()
    page.locator("[name=text]").fill("no such words")
    assert _shown(page) == []
    page.locator("button[type=reset]").click()
    expect(page.locator("output")).to_have_text("显示 7 项，共 7 项")
    assert _shown(page) == ALL


def test_sort_worst_first_and_back(open_report: Opener) -> None:
    page = open_report()
    page.locator("[name=sort]").select_option("rank")
    assert _shown(page) == ["TST-2.2.1", "TST-2.1.2", "TST-2.1.1", "TST-3.1", "TST-1.1", "TST-2.2.2", "TST-3.2"]
    page.locator("[name=sort]").select_option("order")
    assert _shown(page) == ALL


def test_a_cell_of_the_matrix_shows_its_obligations(open_report: Opener) -> None:
    page = open_report()
    page.locator('.heat a[data-cite="二(二)"][data-measure="2"]').click()
    expect(_card(page, "TST-2.2.1")).to_be_focused()
    assert _shown(page) == ["TST-2.2.1", "TST-2.2.2"]


def test_a_count_of_the_conclusion_shows_its_obligations(open_report: Opener) -> None:
    page = open_report()
    page.locator('[data-show="contradicted"]').click()
    assert _shown(page) == ["TST-2.2.1"]
    page.locator('[data-find="G09"]').click()
    assert _shown(page) == ["TST-2.1.1"]


def test_to_the_passage_and_back(open_report: Opener) -> None:
    page = open_report(place="#TST-2.2.2")
    _card(page, "TST-2.2.2").locator(".answer a.to").click()
    words = page.locator(".plan mark.here")
    expect(words).to_have_text("鼓励各地开展网上年检")
    assert _in_view(words)
    assert _in_view(_card(page, "TST-2.2.2"))
    words.locator("a").click()
    expect(_card(page, "TST-2.2.2")).to_be_focused()
    assert _in_view(_card(page, "TST-2.2.2"))


def test_the_browser_goes_back_too(open_report: Opener) -> None:
    page = open_report(place="#TST-1.1")
    _card(page, "TST-1.1").locator("a.to").first.click()
    expect(page.locator(".plan mark.here")).to_have_text("2027年底前新建五千座基站")
    page.go_back()
    expect(_card(page, "TST-1.1")).to_be_focused()


def test_a_deep_link_unfolds_and_shows_its_obligation(open_report: Opener) -> None:
    page = open_report(place="#TST-2.2.2")
    card = _card(page, "TST-2.2.2")
    expect(card).to_be_focused()
    expect(card.locator(".asked")).to_be_visible()
    expect(_card(page, "TST-1.1").locator(".asked")).to_be_hidden()


def test_a_link_to_a_hidden_obligation_clears_the_filter(open_report: Opener) -> None:
    page = open_report()
    page.locator('input[value="missing"]').check()
    page.locator('.first a[href="#TST-2.2.1"]').click()
    expect(_card(page, "TST-2.2.1")).to_be_focused()
    assert _shown(page) == ALL


def test_each_document_is_filtered_on_its_own(open_report: Opener) -> None:
    page = open_report(report(document(), document()), place="#d2-TST-2.1.2")
    expect(_card(page, "d2-TST-2.1.2")).to_be_focused()
    page.locator('.document[data-prefix="d2-"] input[value="missing"]').check()
    assert _shown(page) == [*ALL, "d2-TST-2.1.2"]


def test_the_language_changes_and_quotations_stay(open_report: Opener) -> None:
    page = open_report()
    quoted = page.locator("blockquote, .plan, h1").all_text_contents()[:1]
    for lang, title in (("en", "Conclusion"), ("zh-Hant", "核查結論"), ("zh-Hans", "核查结论")):
        page.locator("#language").select_option(lang)
        expect(page.locator("#conclusion h3")).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", lang)
        assert page.locator("blockquote, .plan, h1").all_text_contents()[:1] == quoted
    page.locator("#language").select_option("en")
    expect(page.locator("output")).to_have_text("7 of 7")
    expect(page.locator("[name=text]")).to_have_attribute("placeholder", "Search number, provision, words")
    assert page.title() == "Coverage report · 云江省2027年数字云江工作要点"


def test_keys(open_report: Opener) -> None:
    page = open_report()
    page.keyboard.press("j")
    expect(_card(page, "TST-1.1")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(_card(page, "TST-2.1.1")).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator(".plan mark.here")).to_have_text("组建专网")
    page.keyboard.press("b")
    expect(_card(page, "TST-2.1.1")).to_be_focused()
    page.keyboard.press("o")
    expect(_card(page, "TST-2.1.1").locator(".asked")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.type("jjk?")
    expect(page.locator("[name=text]")).to_have_value("jjk?")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_keys_can_be_switched_off(open_report: Opener) -> None:
    page = open_report()
    page.locator("#help").click()
    page.locator("#keys-on").uncheck()
    page.locator("#keys-close").click()
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0


def test_the_colours_follow_the_system_and_the_button(open_report: Opener) -> None:
    page = open_report(dark=True)
    assert _background(page) == "rgb(17, 21, 27)"
    page.locator("#theme").click()
    assert _background(page) == "rgb(244, 245, 247)"
    page.locator("#theme").click()
    assert _background(page) == "rgb(17, 21, 27)"


def _background(page: Page) -> str:
    colour: str = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return colour


def test_without_script_everything_is_there(open_report: Opener) -> None:
    page = open_report(script=False, place="#TST-2.2.2")
    assert _shown(page) == ALL
    for body in page.locator("details > :not(summary)").all():
        assert body.is_visible()
    for tool in page.locator(".js-only").all():
        assert not tool.is_visible()
    _card(page, "TST-1.1").locator("a.to").first.click()
    assert page.url.endswith("#t" + page.locator(".plan mark:target").get_attribute("id")[1:])


def test_folding(open_report: Opener) -> None:
    page = open_report()
    page.locator('[data-fold="close"]').click()
    assert page.locator(".card > details[open]").count() == 0
    page.locator('[data-fold="open"]').click()
    assert page.locator(".card > details[open]").count() == len(ALL)


def test_hostile_text_does_nothing(open_report: Opener) -> None:
    page = open_report(hostile_report(), lang="en")
    assert page.title().startswith("Coverage report · <script>document.title=")
    assert page.locator("main img, main script").count() == 0
    assert "⟦U+202E⟧" in page.locator(".plan").inner_text()
    page.locator("#language").select_option("zh-Hant")
    assert page.locator("main img, main script").count() == 0
    assert _overflow(page) == 0


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_is_wider_than_the_screen(open_report: Opener, width: int) -> None:
    assert _overflow(open_report(width=width)) == 0


def _overflow(page: Page) -> int:
    width: int = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def test_the_texts_of_the_page_are_those_of_the_catalogue(open_report: Opener) -> None:
    page = open_report(lang="en")
    texts = json.loads(page.locator("#texts").text_content() or "")
    page.locator("#language").select_option("zh-Hant")
    shown = page.locator("[data-t]").evaluate_all("(all) => all.map((one) => [Number(one.dataset.t), one.textContent])")
    assert [text for number, text in shown] == [texts["zh-Hant"][number] for number, _ in shown]
