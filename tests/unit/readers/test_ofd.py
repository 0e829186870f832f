from __future__ import annotations

import pytest

from dfjlint.model.source import BlockKind
from dfjlint.readers import ReadOptions
from tests.unit.readers.ofd_files import content, line, ofd, page, path, picture, text
from tests.unit.readers.reading import SENTENCE, cells, read, refused, texts


def test_pages_are_read_in_the_order_of_the_document() -> None:
    document = read("plan.ofd", ofd(text("第二页的文字。", 30, 40), text("第一页的文字。", 30, 40), order=(1, 0)))
    assert texts(document) == ["第一页的文字。", "第二页的文字。"]
    assert [block.place.page for block in document.blocks] == [1, 2]


def test_distances_may_be_written_in_groups() -> None:
    body = text("建设数据平台，完善共享机制。", 30, 40, steps="g 13 5")
    assert texts(read("plan.ofd", ofd(body))) == ["建设数据平台，完善共享机制。"]


def test_distances_that_are_missing_are_those_of_the_font() -> None:
    assert texts(read("plan.ofd", ofd(text(SENTENCE, 30, 40, steps="")))) == [SENTENCE]


def test_a_matrix_moves_and_scales_text() -> None:
    body = text("后半句。", 0, 40, extra='CTM="1 0 0 1 80 0"') + text("前半句，", 0, 40, extra='CTM="1 0 0 1 30 0"')
    found = texts(read("plan.ofd", ofd(body + text(SENTENCE, 30, 60))))
    assert "".join(found[0].split()) == "前半句，后半句。"


def test_text_in_blocks_and_templates_is_read() -> None:
    data = ofd(f'<ofd:PageBlock ID="8">{text(SENTENCE, 30, 60)}</ofd:PageBlock>', template=text("某市文件", 30, 50))
    assert texts(read("plan.ofd", data)) == ["某市文件", SENTENCE]


def test_what_is_not_visible_or_slanted_is_no_text() -> None:
    hidden = text("隐藏文字", 30, 80, extra='Visible="false"')
    slanted = text("内部资料", 60, 90, extra='CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert texts(read("plan.ofd", ofd(text(SENTENCE, 30, 60) + hidden + slanted))) == [SENTENCE]


def test_page_numbers_are_furniture() -> None:
    document = read("plan.ofd", ofd(text(SENTENCE, 30, 60) + text("— 2 —", 98, 282)))
    assert texts(document, BlockKind.FURNITURE) == ["— 2 —"]


def test_a_ruled_table_has_cells() -> None:
    grid = "".join(line(x, 100, x, 140) for x in (30, 80, 150)) + "".join(line(30, y, 150, y) for y in (100, 120, 140))
    words = text("任务", 35, 110) + text("单位", 85, 110) + text("编目", 35, 130) + text("市数据局", 85, 130)
    document = read("plan.ofd", ofd(text(SENTENCE, 30, 60) + grid + words))
    assert cells(document) == {(1, 1, 1): "任务", (1, 1, 2): "单位", (1, 2, 1): "编目", (1, 2, 2): "市数据局"}


def test_a_table_drawn_as_boxes_has_cells() -> None:
    grid = "".join(
        path(f"M {x} {y} L {x + 50} {y} L {x + 50} {y + 20} L {x} {y + 20} C") for x in (30, 80) for y in (100, 120)
    )
    words = text("任务", 35, 110) + text("单位", 85, 110) + text("编目", 35, 130) + text("市数据局", 85, 130)
    assert len(cells(read("plan.ofd", ofd(text(SENTENCE, 30, 60) + grid + words)))) == 4


def test_a_scan_is_refused_as_a_picture() -> None:
    assert refused("plan.ofd", ofd(picture())).title == "the pages are pictures without text"


def test_a_namespace_of_another_version_is_understood() -> None:
    data = ofd(text(SENTENCE, 30, 60), namespace="http://www.ofdspec.org")
    assert texts(read("plan.ofd", data)) == [SENTENCE]


@pytest.mark.parametrize("name", ["Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"])
def test_a_part_that_is_missing_is_named(name: str) -> None:
    error = refused("plan.ofd", ofd(text(SENTENCE, 30, 60), without=name))
    assert error.title == f"a part of the document is missing: {name}"


def test_names_do_not_lead_out_of_the_archive() -> None:
    error = refused("plan.ofd", ofd(text(SENTENCE, 30, 60), location="../../../../etc/passwd"))
    assert error.title.startswith("a part of the document is missing")


def test_entities_are_refused() -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "{"甲" * 99}">]>{page(content(text("&a;", 30, 60)))}'
    assert "declares entities" in refused("plan.ofd", ofd(raw_page=bomb)).title


def test_blocks_nested_too_deep_are_left_out() -> None:
    deep = "<ofd:PageBlock>" * 200 + text("深", 30, 60) + "</ofd:PageBlock>" * 200
    assert texts(read("plan.ofd", ofd(text(SENTENCE, 30, 60) + deep))) == [SENTENCE]


def test_a_group_of_millions_of_steps_is_bounded() -> None:
    body = text(SENTENCE, 30, 60, steps="g 999999999 5")
    assert texts(read("plan.ofd", ofd(body))) == [SENTENCE]


def test_too_many_pages_are_refused() -> None:
    data = ofd(*[text(SENTENCE, 30, 60)] * 4)
    assert "more than 3 pages" in refused("plan.ofd", data, ReadOptions(max_pages=3)).title
