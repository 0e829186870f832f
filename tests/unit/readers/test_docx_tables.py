from __future__ import annotations

from dfjlint.model.source import BlockKind
from tests.unit.readers.reading import SENTENCE, cells, kinds, read, texts
from tests.unit.readers.word_files import cell, docx, level, lists, numbered, p, table


def read_cells(body: str, **parts: str) -> dict[tuple[int, int, int], str]:
    return cells(read("plan.docx", docx(p(SENTENCE) + body, **parts)))


def test_cells_have_their_place() -> None:
    body = table(cell("任务") + cell("单位"), cell("建平台") + cell("数据局")) + table(cell("甲") + cell("乙"))
    assert read_cells(body) == {
        (1, 1, 1): "任务",
        (1, 1, 2): "单位",
        (1, 2, 1): "建平台",
        (1, 2, 2): "数据局",
        (2, 1, 1): "甲",
        (2, 1, 2): "乙",
    }


def test_merged_cells_count_once_and_keep_the_columns() -> None:
    body = table(
        cell("责任", '<w:gridSpan w:val="2"/>') + cell("时限"),
        cell("牵头", '<w:vMerge w:val="restart"/>') + cell("配合") + cell("年底"),
        cell("不读", "<w:vMerge/>") + cell("协助") + cell("次年"),
    )
    assert read_cells(body) == {
        (1, 1, 1): "责任",
        (1, 1, 3): "时限",
        (1, 2, 1): "牵头",
        (1, 2, 2): "配合",
        (1, 2, 3): "年底",
        (1, 3, 2): "协助",
        (1, 3, 3): "次年",
    }


def test_skipped_columns_before_a_row_count() -> None:
    body = table(f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("甲")}{cell("乙")}')
    assert read_cells(body) == {(1, 1, 3): "甲", (1, 1, 4): "乙"}


def test_paragraphs_of_a_cell_are_blocks_of_one_place() -> None:
    document = read("plan.docx", docx(p(SENTENCE) + table(cell(p("建设") + p("共享")) + cell("数据局"))))
    assert [(block.place.row, block.place.column) for block in document.blocks[1:]] == [(1, 1), (1, 1), (1, 2)]


def test_a_table_in_a_table_has_its_own_number_and_comes_in_reading_order() -> None:
    inner = table(cell("丙") + cell("丁"))
    body = table(cell(p("甲") + inner + p("戊")) + cell("乙"))
    document = read("plan.docx", docx(body + p(SENTENCE)))
    assert texts(document, BlockKind.TABLE_CELL) == ["甲", "丙", "丁", "戊", "乙"]
    assert [block.place.table for block in document.blocks[:-1]] == [1, 2, 2, 1, 1]


def test_a_table_with_one_column_is_a_frame() -> None:
    document = read("plan.docx", docx(table(cell("专栏"), cell(SENTENCE))))
    assert kinds(document) == [("paragraph", 0), ("paragraph", 0)]


def test_a_heading_style_in_a_cell_makes_no_heading() -> None:
    body = table(cell(p("任务", '<w:outlineLvl w:val="0"/>')) + cell("单位")) + p(SENTENCE)
    assert kinds(read("plan.docx", docx(body)))[0] == ("table-cell", 0)


def test_an_empty_cell_shows_its_automatic_number() -> None:
    body = table(cell(numbered("<w:r/>")) + cell("建平台"), cell(numbered("<w:r/>")) + cell("促共享"))
    found = read_cells(body, numbering=lists(level(0, "decimal", "%1")))
    assert (found[(1, 1, 1)], found[(1, 2, 1)]) == ("1", "2")


def test_rows_and_cells_inside_content_controls_are_found() -> None:
    row = f"<w:tr>{cell('甲')}<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt></w:tr>"
    row = f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    assert read_cells(f"<w:tbl>{row}</w:tbl>") == {(1, 1, 1): "甲", (1, 1, 2): "乙"}
