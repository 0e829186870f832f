import pytest

from dfjlint.model.source import BlockKind
from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import PLAN, rewrap, source_of, source_of_blocks


def locators(text: str) -> list[str]:
    return [paragraph.locator for paragraph in build_outline(source_of(text)).paragraphs]


def test_only_paragraph_of_a_measure() -> None:
    assert locators("一、数据\n（一）编目录。按季更新。\n") == ["一、", "一、（一）"]


def test_paragraphs_of_a_measure_are_counted() -> None:
    text = "一、数据\n（一）编目录。按季更新。\n建平台，汇聚数据。\n（责任单位：数据局）\n"
    assert locators(text) == ["一、", "一、（一）第1段", "一、（一）第2段", "一、（一）"]


def test_heading_alone_is_not_counted() -> None:
    assert locators("一、数据\n编目录，按季更新。\n建平台，汇聚数据。\n") == ["一、", "一、第1段", "一、第2段"]


def test_what_stands_before_the_body() -> None:
    text = (
        "关于印发某市方案的通知\n各区人民政府：\n某市数据方案\n为开放数据，制定本方案。\n一、数据\n编目录，按季更新。\n"
    )
    assert locators(text)[:4] == ["印发通知第1段", "印发通知第2段", "标题", "前言第1段"]


def test_what_stands_behind_the_body() -> None:
    assert locators("一、数据\n编目录，按季更新。\n数据局\n2025年3月1日\n")[2:] == ["文末第1段", "文末第2段"]


def test_decimals_need_no_chapter() -> None:
    assert locators("1、数据\n1.1 目录\n编目录，按季更新。\n") == ["1、", "1.1", "1.1"]


def test_digits_do_not_run_together() -> None:
    assert locators("1.1 数据\n1.编目录。按季更新。\n2.建平台。汇聚数据。\n")[1:] == ["1.1 1.", "1.1 2."]


def test_heading_without_number_is_named() -> None:
    source = source_of_blocks((BlockKind.HEADING, 1, "数据开放"), (BlockKind.PARAGRAPH, 0, "编目录，按季更新。"))
    assert build_outline(source).paragraphs[1].locator == "“数据开放”"


@pytest.mark.parametrize("width", [15, 30, 40, 60])
def test_locators_do_not_depend_on_the_width(width: int) -> None:
    assert locators(rewrap(PLAN, width)) == locators(PLAN)
