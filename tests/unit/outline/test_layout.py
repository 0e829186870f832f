from dfjlint.model.source import BlockKind
from dfjlint.outline.layout import read_lines
from tests.unit.outline.small_plans import source_of, source_of_blocks, table


def test_line_has_no_white_space_around() -> None:
    (line,) = read_lines(source_of("\u3000\u3000开放数据。 \n"))
    assert (line.text, line.start, line.end, line.indent, line.trail) == ("开放数据。", 2, 7, 2, 1)


def test_text_is_the_skeleton() -> None:
    (line,) = read_lines(source_of("（⼀）開放數據"))
    assert line.text == "(一)开放数据"


def test_blank_lines_before_are_counted() -> None:
    assert [line.gap for line in read_lines(source_of("数据\n平台\n\n\n安全\r\n\r\n标准\n"))] == [0, 0, 2, 1]


def test_form_feed_ends_a_page() -> None:
    lines = read_lines(source_of("数据\n\f平台\n安全\n"))
    assert [line.page_break for line in lines] == [False, True, False]


def test_columns_count_half_width_letters_once() -> None:
    (line,) = read_lines(source_of("　5G,平台"))
    assert (line.long, line.wide, line.narrow) == (6, 10, 9)


def test_only_physical_lines_wrap() -> None:
    source = source_of_blocks((BlockKind.LINE, 0, "数据"), (BlockKind.PARAGRAPH, 0, "平台"))
    assert [line.wraps for line in read_lines(source)] == [True, False]


def test_table_cell_with_a_line_end_is_one_line() -> None:
    source = source_of_blocks(*table(("开放\n数据", "平台")))
    assert [line.text for line in read_lines(source)] == ["开放\n数据", "平台"]
