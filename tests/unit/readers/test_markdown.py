from __future__ import annotations

import pytest

from dfjlint.model.source import BlockKind
from tests.unit.readers.reading import SENTENCE, cells, kinds, read, texts

PARAGRAPH, LINE, HEADING = BlockKind.PARAGRAPH, BlockKind.LINE, BlockKind.HEADING


def test_the_text_is_the_decoded_file() -> None:
    content = f"# 标题\r\n\r\n{SENTENCE}\r\n"
    assert read("plan.md", content).text == content


@pytest.mark.parametrize(
    ("line", "level"),
    [("# 总体要求", 1), ("### 总体要求 ###", 3), ("#总体要求", 1), ("  ## 总体要求", 2), ("# 总体要求  ", 1)],
)
def test_a_heading_has_its_level_and_no_number_signs(line: str, level: int) -> None:
    document = read("plan.md", line)
    assert (kinds(document), texts(document)) == ([("heading", level)], ["总体要求"])


def test_seven_number_signs_are_no_heading() -> None:
    assert kinds(read("plan.md", "####### 总体要求")) == [("paragraph", 0)]


@pytest.mark.parametrize(("underline", "level"), [("===", 1), ("---", 2)])
def test_an_underlined_line_is_a_heading(underline: str, level: int) -> None:
    document = read("plan.md", f"总体要求\n{underline}\n{SENTENCE}")
    assert kinds(document) == [("heading", level), ("paragraph", 0)]


def test_a_rule_between_blank_lines_is_nothing() -> None:
    assert texts(read("plan.md", f"{SENTENCE}\n\n---\n\n{SENTENCE}")) == [SENTENCE, SENTENCE]


def test_a_paragraph_on_one_line_is_logical_and_one_on_several_is_physical() -> None:
    document = read("plan.md", f"{SENTENCE}\n\n加快推进\n数字政府建设。")
    assert [block.kind for block in document.blocks] == [PARAGRAPH, LINE, LINE]


@pytest.mark.parametrize("number", ["（二）", "二、", "2.", "2．", "第二条 ", "2. ", "**（二）"])
def test_a_numbered_line_begins_a_paragraph(number: str) -> None:
    document = read("plan.md", f"（一）{SENTENCE}\n{number}{SENTENCE}")
    assert [block.kind for block in document.blocks] == [PARAGRAPH, PARAGRAPH]


def test_a_decimal_number_at_the_start_of_a_line_is_no_item() -> None:
    document = read("plan.md", "增长率达到\n2.5个百分点以上。")
    assert [block.kind for block in document.blocks] == [LINE, LINE]


def test_items_keep_their_number_and_lose_their_bullet() -> None:
    content = "1. 建设平台\n2) 共享数据\n- 开放数据\n  - [x] 建设门户\n* 保障安全"
    assert texts(read("plan.md", content)) == ["1. 建设平台", "2) 共享数据", "开放数据", "建设门户", "保障安全"]


def test_bold_marks_around_a_whole_paragraph_are_left_out() -> None:
    assert texts(read("plan.md", "**一、总体要求**\n\n**建设**平台与**数据**")) == [
        "一、总体要求",
        "**建设**平台与**数据**",
    ]


def test_a_hard_break_ends_a_paragraph() -> None:
    document = read("plan.md", f"{SENTENCE}  \n{SENTENCE}\\\n{SENTENCE}")
    assert (texts(document), [block.kind for block in document.blocks]) == ([SENTENCE] * 3, [PARAGRAPH] * 3)


def test_a_quotation_loses_its_marks() -> None:
    assert texts(read("plan.md", f"> {SENTENCE}\n> > 完善机制")) == [SENTENCE, "完善机制"]


def test_a_pipe_table_gives_cells_with_places() -> None:
    content = f"{SENTENCE}\n\n| 任务 | 单位 |\n|:--|--:|\n| 建设\\|平台 | 省数据局 |\n| 共享 | |\n\n{SENTENCE}"
    assert cells(read("plan.md", content)) == {
        (1, 1, 1): "任务",
        (1, 1, 2): "单位",
        (1, 2, 1): "建设\\|平台",
        (1, 2, 2): "省数据局",
        (1, 3, 1): "共享",
    }


def test_a_table_without_outer_pipes_is_a_table() -> None:
    content = f"{SENTENCE}\n\n任务 | 单位\n--- | ---\n建设 | 省数据局"
    assert cells(read("plan.md", content))[(1, 2, 2)] == "省数据局"


def test_a_pipe_in_a_sentence_is_no_table() -> None:
    assert kinds(read("plan.md", f"首页 | 政务\n{SENTENCE}")) == [("line", 0), ("line", 0)]


@pytest.mark.parametrize(
    "block",
    [
        "```python\nx = 1\n```",
        "~~~~\n~~~\n~~~~",
        "<!-- 注释\n继续注释 -->",
        "[1]: http://example.cn",
        "![图](a.png)",
        '<div class="x">',
    ],
)
def test_what_is_no_content_is_furniture(block: str) -> None:
    document = read("plan.md", f"{SENTENCE}\n\n{block}\n\n{SENTENCE}")
    assert texts(document, PARAGRAPH, LINE, HEADING) == [SENTENCE, SENTENCE]
    assert texts(document, BlockKind.FURNITURE) == block.split("\n")


def test_front_matter_is_furniture_only_at_the_top() -> None:
    document = read("plan.md", f"---\ntitle: 计划\n---\n{SENTENCE}")
    assert texts(document, BlockKind.FURNITURE) == ["---", "title: 计划", "---"]


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    assert SENTENCE in texts(read("plan.md", f"```\n{SENTENCE}"), LINE)


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    assert SENTENCE in texts(read("plan.md", f"<!-- 说明\n\n{SENTENCE}"), PARAGRAPH)


def test_a_footnote_is_a_note() -> None:
    document = read("plan.md", f"{SENTENCE}\n\n[^1]: 指公共数据平台。")
    assert texts(document, BlockKind.NOTE) == ["指公共数据平台。"]


def test_blocks_know_their_line() -> None:
    document = read("plan.md", f"# 标题\n\n{SENTENCE}\n续行")
    assert [block.place.line for block in document.blocks] == [1, 3, 4]
