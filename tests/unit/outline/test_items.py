import pytest

from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import sections, source_of


def levels(text: str) -> list[tuple[int, str]]:
    return [(level, number) for level, number, _ in sections(build_outline(source_of(text)))]


def test_styles_nest_in_the_order_of_appearance() -> None:
    text = (
        "一、任务\n（一）数据\n1.开放数据。完善制度。\n（1）编目录。按季更新。\n"
        "（二）平台\n1.建平台。统一标准。\n二、保障\n"
    )
    assert levels(text) == [(1, "一、"), (2, "(一)"), (3, "1."), (4, "(1)"), (2, "(二)"), (3, "1."), (1, "二、")]


def test_skipped_levels_leave_no_hole() -> None:
    text = "一、任务\n1.开放数据。完善制度。\n（1）编目录。按季更新。\n二、保障\n（1）建机制。按月调度。\n"
    assert levels(text) == [(1, "一、"), (2, "1."), (3, "(1)"), (1, "二、"), (2, "(1)")]


def test_style_that_joins_later_finds_its_level() -> None:
    text = (
        "一、目标\n1.建平台。统一标准。\n2.建机制。按月调度。\n"
        "二、任务\n（一）数据\n1.开放数据。完善制度。\n2.治理数据。提升质量。\n（二）安全\n1.守底线。强化监测。\n"
    )
    assert [level for level, number in levels(text) if number == "1."] == [2, 3, 3]


def test_numbers_may_run_on_across_chapters() -> None:
    text = "一、数据\n（一）开放数据。完善制度。\n二、平台\n（二）建平台。统一标准。\n（三）用平台。拓展场景。\n"
    assert levels(text) == [(1, "一、"), (2, "(一)"), (1, "二、"), (2, "(二)"), (2, "(三)")]


def test_one_style_for_chapters_and_items() -> None:
    text = (
        "1.总体要求\n坚持统筹。\n2.主要任务\n（一）数据\n1.开放数据。完善制度。\n2.治理数据。提升质量。\n"
        "（二）平台\n3.建平台。统一标准。\n3.保障措施\n（一）建机制。按月调度。\n"
    )
    assert levels(text) == [
        (1, "1."),
        (1, "2."),
        (2, "(一)"),
        (3, "1."),
        (3, "2."),
        (2, "(二)"),
        (3, "3."),
        (1, "3."),
        (2, "(一)"),
    ]


def test_second_copy_of_the_plan_begins_at_the_top() -> None:
    copy = (
        "某市行动计划\n一、数据\n（一）开放数据。完善制度。\n（二）治理数据。提升质量。\n"
        "二、平台\n（一）建平台。统一标准。\n"
    )
    assert levels(copy * 2) == levels(copy) * 2


def test_chapters_and_articles() -> None:
    text = "第一章 总则\n第一条 为了规范数据开放，制定本办法。\n第二章 开放\n第二条 各部门应当编制目录。\n"
    assert levels(text) == [(1, "第一章"), (2, "第一条"), (1, "第二章"), (2, "第二条")]


def test_decimals() -> None:
    text = (
        "1 数据\n1.1 开放数据\n编制目录，按季更新。\n1.1.1 目录\n统一标准，动态调整。\n"
        "1.2 治理数据\n提升质量，强化考核。\n"
    )
    assert levels(text) == [(1, "1.1"), (2, "1.1.1"), (1, "1.2")]


def test_annex_is_a_section_of_its_own() -> None:
    text = "一、数据\n（一）开放数据。完善制度。\n附件1\n任务清单\n一、平台\n（一）建平台。统一标准。\n"
    assert levels(text) == [(1, "一、"), (2, "(一)"), (1, "附件1"), (2, "一、"), (3, "(一)")]


def test_plan_that_is_the_annex_of_its_notice_is_no_annex() -> None:
    text = "附件\n某市数据开放方案\n一、数据\n（一）开放数据。完善制度。\n"
    assert levels(text) == [(1, "一、"), (2, "(一)")]


def test_known_headings_need_no_number() -> None:
    text = (
        "总体要求\n坚持统筹推进，强化安全。\n重点任务\n一、开放数据\n编制目录，按季更新。\n"
        "保障措施\n建立机制，按月调度。\n"
    )
    assert levels(text) == [(1, ""), (1, ""), (2, "一、"), (1, "")]


def test_box_belongs_to_the_section_around() -> None:
    text = "一、数据\n（一）开放数据。完善制度。\n专栏1 数据工程\n编制目录，按季更新。\n（二）治理数据。提升质量。\n"
    assert levels(text) == [(1, "一、"), (2, "(一)"), (3, "专栏1"), (2, "(二)")]


@pytest.mark.parametrize("text", ["", "开放数据，完善制度。", "一是开放数据。二是完善制度。"])
def test_no_number_no_numbered_section(text: str) -> None:
    assert [number for _, number in levels(text) if number] == []


def test_parents_are_the_sections_above() -> None:
    outline = build_outline(source_of("一、数据\n（一）开放数据。完善制度。\n二、平台\n（二）建平台。统一标准。\n"))
    assert [section.parent for section in outline.sections] == [-1, 0, -1, 2]


def test_items_of_an_annex_stay_in_it() -> None:
    text = "一、数据\n（一）开放数据。完善制度。\n附件1\n2、建平台\n3、定标准\n附件2\n2、编目录\n"
    assert levels(text) == [(1, "一、"), (2, "(一)"), (1, "附件1"), (2, "2、"), (2, "3、"), (1, "附件2"), (2, "2、")]
