from __future__ import annotations

import re
from pathlib import Path

import pytest

from dfjlint.corpus.portfolio import portfolio_of
from dfjlint.corpus.query import open_corpus
from dfjlint.messages import LANGUAGES
from dfjlint.reporters.portfolio import Counts, Portfolio
from dfjlint.reporters.portfolio.html import heat, render_portfolio
from tests.unit.corpus.small_run import small_run, write_run


@pytest.fixture
def small(tmp_path: Path) -> Portfolio:
    small_run(tmp_path)
    return portfolio_of(open_corpus(str(tmp_path)), 10)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_the_same_twice_and_needs_nothing_else(small: Portfolio, lang: str) -> None:
    page = render_portfolio(small, lang).decode()
    assert page.encode() == render_portfolio(small, lang)
    assert f'<html lang="{lang}">' in page
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', page) == []
    assert "default-src &#39;none&#39;" in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_words_of_plans_are_text(small: Portfolio) -> None:
    page = render_portfolio(small, "en").decode()
    assert "&lt;b&gt;甲&lt;/b&gt;市方案" in page
    assert "<b>甲</b>" not in page


def test_every_link_has_its_place(small: Portfolio) -> None:
    page = render_portfolio(small, "zh-Hans").decode()
    places = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) - places == set()


def test_what_is_missing_is_said(small: Portfolio) -> None:
    page = render_portfolio(small, "en").decode()
    assert "Documents that have not been checked yet: 1;" in page
    assert "Documents without a verdict: 1." in page
    assert "Obligations that no plan covers: 2." in page


def test_a_run_without_results_is_a_page(tmp_path: Path) -> None:
    write_run(tmp_path, [], {})
    page = render_portfolio(portfolio_of(open_corpus(str(tmp_path)), 1), "en").decode()
    assert "0 documents" in page
    assert 'id="heat"' not in page


@pytest.mark.parametrize(
    ("covered", "missing", "level"), [(0, 4, 0), (1, 99, 1), (1, 3, 2), (2, 2, 3), (3, 1, 4), (1, 0, 4), (1, 200, 1)]
)
def test_a_cell_is_darker_the_more_plans_cover_it(covered: int, missing: int, level: int) -> None:
    assert heat(Counts(covered=covered, missing=missing)) == level


def test_bars_add_up() -> None:
    segments = list(Counts(covered=1, partial=1, missing=1).segments())
    assert [(part.coverage, part.x) for part in segments] == [("covered", 0), ("partial", 333), ("missing", 666)]
    assert segments[-1].x + segments[-1].width == 1000
