from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from dfjlint.reporters.html import render_html_pages
from dfjlint.reporters.html_report.index import page_names
from tests.unit.reporters import factory


def _pages() -> dict[str, lxml_html.HtmlElement]:
    report = factory.report(factory.document(), factory.unreadable())
    return {name: lxml_html.document_fromstring(data.decode()) for name, data in render_html_pages(report, "en")}


def test_the_index_comes_last() -> None:
    assert list(_pages()) == ["1-云江-2027.html", "2-locked.html", "index.html"]


def test_the_index_leads_to_every_page_and_each_page_back() -> None:
    pages = _pages()
    index = pages.pop("index.html")
    assert index.xpath('//*[@id="documents"]//th/a/@href') == list(pages)
    assert [page.xpath('//*[@class="home"]/a/@href') for page in pages.values()] == [["index.html"], ["index.html"]]


def test_the_index_counts_and_names_files_and_hashes() -> None:
    index = _pages()["index.html"]
    row = index.xpath('//*[@id="documents"]//tbody/tr')[0]
    assert [" ".join(cell.text_content().split()) for cell in row][1:7] == ["云江省人民政府", "6", "2", "1", "1", "1"]
    assert "plans/云江 2027.txt" in row.text_content()
    assert index.xpath('//article | //*[@class="part matrix"]') == []
    assert "b" * 64 in index.xpath('//*[@id="versions"]')[0].text_content()


def test_pages_of_the_same_name_are_told_apart_and_sorted() -> None:
    plans = [replace(factory.document(), path=f"{folder}/../plan: a?.md") for folder in "abcdefghij"]
    names = list(page_names(factory.report(*plans)))
    assert names[0] == "01-plan-a.html"
    assert names == sorted(set(names))


def test_rendered_twice_the_bytes_are_the_same() -> None:
    report = factory.report(factory.document(), factory.unreadable())
    assert list(render_html_pages(report, "zh-Hant")) == list(render_html_pages(report, "zh-Hant"))
