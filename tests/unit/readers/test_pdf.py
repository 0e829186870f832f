from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dfjlint.model.source import BlockKind, Remark
from dfjlint.readers import ReadOptions
from tests.unit.readers.pdf_files import lines, locked, nested, pdf, picture, rules, text
from tests.unit.readers.reading import SENTENCE, cells, read, refused, texts

LONG = "推进公共数据资源目录编制和更新工作，明确各部门共享责任"


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    content = text("第三行结束。", 50, 700) + text("第一行开始，", 50, 740) + text("第二行继续，", 50, 720)
    assert texts(read("plan.pdf", pdf(content))) == ["第一行开始，", "第二行继续，", "第三行结束。"]


def test_blocks_know_their_page() -> None:
    document = read("plan.pdf", pdf(lines(SENTENCE), lines(SENTENCE)))
    assert [(block.kind, block.place.page) for block in document.blocks] == [
        (BlockKind.LINE, 1),
        (BlockKind.LINE, 2),
    ]


def test_the_indent_of_a_paragraph_is_kept() -> None:
    content = text(LONG, 70, 740) + text(LONG, 50, 724) + text(SENTENCE, 50, 708)
    assert texts(read("plan.pdf", pdf(content))) == [f"　　{LONG}", LONG, SENTENCE]


def test_letter_spaced_text_is_closed_up() -> None:
    spread = "".join(text(character, 50 + 30 * i, 740) for i, character in enumerate("工作方案"))
    document = read("plan.pdf", pdf(spread + text(SENTENCE, 50, 700)))
    assert texts(document)[0] == "工作方案"


def test_a_gap_between_words_is_a_space() -> None:
    content = text("省数据局", 50, 740) + text("省教育厅", 105, 740) + text(SENTENCE, 50, 700)
    assert texts(read("plan.pdf", pdf(content)))[0] == "省数据局 省教育厅"


def test_text_that_is_printed_twice_for_boldness_is_read_once() -> None:
    content = text(SENTENCE, 50, 740) + text(SENTENCE, 50.3, 740)
    assert texts(read("plan.pdf", pdf(content))) == [SENTENCE]


@pytest.mark.parametrize("number", ["12", "— 1 —", "-1-", "第1页 共9页", "1/9"])
def test_page_numbers_are_furniture(number: str) -> None:
    document = read("plan.pdf", pdf(lines(SENTENCE) + text(number, 290, 40)))
    assert texts(document, BlockKind.LINE) == [SENTENCE]
    assert ["".join(found.split()) for found in texts(document, BlockKind.FURNITURE)] == ["".join(number.split())]


def test_a_number_inside_the_page_is_text() -> None:
    document = read("plan.pdf", pdf(lines(SENTENCE) + text("12", 50, 400)))
    assert texts(document, BlockKind.FURNITURE) == []


def test_running_headers_are_furniture_and_cut_no_sentence() -> None:
    pages = [lines(f"{LONG}{word}") + text("某市数据发展规划", 250, 780) for word in "甲乙丙"]
    document = read("plan.pdf", pdf(*pages))
    assert texts(document, BlockKind.LINE) == [f"{LONG}{word}" for word in "甲乙丙"]
    assert texts(document)[:3] == texts(document, BlockKind.LINE)
    assert texts(document, BlockKind.FURNITURE) == ["某市数据发展规划"] * 3


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{n}行文字写满一栏的宽度为止" for n in "一二三四五"]
    right = [f"右栏第{n}行文字写满一栏的宽度为止" for n in "一二三四五"]
    content = lines("横跨两栏的标题行写得比一栏要宽得多得多得多得多得多", y=780)
    content += lines(*left, x=50) + lines(*right, x=320)
    found = [found.strip() for found in texts(read("plan.pdf", pdf(content)))]
    assert found[1:] == [*left, *right]


def _grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    upright = [(x, ys[0], x, ys[-1]) for x in xs]
    level = [(xs[0], y, xs[-1], y) for y in ys]
    return rules(*upright, *level)


def test_a_ruled_table_has_cells() -> None:
    content = _grid([50, 200, 400], [600, 640, 680])
    content += text("任务", 60, 655) + text("责任单位", 210, 655)
    content += text("建设数据", 60, 625) + text("平台。", 60, 610) + text("市数据局", 210, 615)
    document = read("plan.pdf", pdf(lines(SENTENCE) + content))
    assert texts(document, BlockKind.LINE) == [SENTENCE]
    assert cells(document) == {
        (1, 1, 1): "任务",
        (1, 1, 2): "责任单位",
        (1, 2, 1): "建设数据平台。",
        (1, 2, 2): "市数据局",
    }


def test_a_merged_cell_stands_in_its_first_row() -> None:
    content = rules((50, 600, 50, 680), (200, 600, 200, 680), (400, 600, 400, 680))
    content += rules((50, 600, 400, 600), (200, 640, 400, 640), (50, 680, 400, 680))
    content += text("数据", 60, 645) + text("编目", 210, 655) + text("共享", 210, 615) + lines(SENTENCE)
    assert cells(read("plan.pdf", pdf(content))) == {(1, 1, 1): "数据", (1, 1, 2): "编目", (1, 2, 2): "共享"}


def test_a_box_around_text_is_no_table() -> None:
    content = _grid([40, 560], [600, 640, 780]) + lines(SENTENCE, LONG, LONG)
    document = read("plan.pdf", pdf(content))
    assert texts(document, BlockKind.TABLE_CELL) == []
    assert texts(document, BlockKind.LINE) == [SENTENCE, LONG, LONG]


def test_a_table_goes_on_over_a_page_end() -> None:
    first = _grid([50, 200, 400], [60, 100, 140])
    first += text("任务", 60, 115) + text("要求", 210, 115) + text("编目", 60, 75) + text("编制目录并按照", 210, 75)
    second = _grid([50, 200, 400], [660, 700, 740])
    second += text("要求更新。", 210, 715) + text("共享", 60, 675) + text("按需共享。", 210, 675)
    document = read("plan.pdf", pdf(lines(SENTENCE) + first, second + text(SENTENCE, 50, 500)))
    assert cells(document) == {
        (1, 1, 1): "任务",
        (1, 1, 2): "要求",
        (1, 2, 1): "编目",
        (1, 2, 2): "编制目录并按照要求更新。",
        (1, 3, 1): "共享",
        (1, 3, 2): "按需共享。",
    }


def test_a_turned_page_is_read_upright() -> None:
    content = text(SENTENCE, 300, 100, matrix="0 1 -1 0") + text(LONG, 320, 100, matrix="0 1 -1 0")
    assert texts(read("plan.pdf", pdf(content, page_extra="/Rotate 90"))) == [SENTENCE, LONG]


def test_a_slanted_watermark_is_no_text() -> None:
    content = lines(SENTENCE) + text("内部资料", 200, 300, 40, matrix="0.7 0.7 -0.7 0.7")
    assert texts(read("plan.pdf", pdf(content))) == [SENTENCE]


def test_a_scan_is_refused_as_a_picture() -> None:
    assert refused("plan.pdf", pdf(picture())).title == "the pages are pictures without text"


def test_a_page_that_is_a_picture_among_others_is_named() -> None:
    document = read("plan.pdf", pdf(lines(SENTENCE), picture()))
    assert document.remarks == (Remark("DFJ013", "picture-pages", (("pages", "2"),)),)


def test_an_empty_document_is_refused() -> None:
    assert refused("plan.pdf", pdf("")).title == "the document holds no text"


def test_a_font_that_does_not_say_its_characters_is_refused() -> None:
    content = "\n".join(text(LONG, 50, 740 - 16 * i, font="F2") for i in range(4))
    assert refused("plan.pdf", pdf(content)).title.startswith("the text is garbled")


def test_text_that_is_cut_off_at_the_right_is_named() -> None:
    wide = "\n".join(text(LONG * 2, 305 + i, 740 - 16 * i, size=10.7) for i in range(4))
    document = read("plan.pdf", pdf("q 0 0 580 800 re W n " + wide + " Q" + lines(SENTENCE, y=600)))
    assert document.remarks == (Remark("DFJ011", "clipped-text", (("pages", "1"),)),)


def test_whole_text_has_no_remark() -> None:
    assert read("plan.pdf", pdf(lines(SENTENCE, LONG, LONG))).remarks == ()


def test_scripts_and_links_are_not_looked_at() -> None:
    extra = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"
    assert texts(read("plan.pdf", pdf(lines(SENTENCE), extra=extra))) == [SENTENCE]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", pdf(lines(SENTENCE))[:200], b"%PDF-1.4\n" + b"\x00" * 5000])
def test_a_damaged_file_is_named(data: bytes) -> None:
    assert refused("plan.pdf", data).title in ("the PDF document is damaged or cut short", "the document has no pages")


def test_a_password_is_named() -> None:
    assert refused("plan.pdf", locked()).title == "the document is protected by a password"


def test_forms_in_forms_without_end_cost_no_more_time_than_allowed() -> None:
    assert texts(read("plan.pdf", nested(3, 3))) == ["加快推进数字政府建设"]
    error = refused("plan.pdf", nested(9, 10), ReadOptions(max_seconds=2))
    assert error.title == "the PDF document takes longer than 2 seconds to read"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_forms_in_forms_without_end_cost_no_more_memory_than_allowed() -> None:
    error = refused("plan.pdf", nested(9, 10), ReadOptions(max_memory=300 << 20))
    assert error.title == "the PDF document takes too much memory, or makes PDFium crash"


def test_a_folder_brings_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert texts(read("plan.pdf", pdf(lines(SENTENCE)))) == [SENTENCE]


def test_the_pages_are_the_same_in_this_process() -> None:
    data = pdf(lines(SENTENCE, LONG) + rules((50, 600, 50, 680), (50, 600, 300, 600)), lines(LONG))
    assert read("plan.pdf", data, ReadOptions(isolated=False)) == read("plan.pdf", data)


def test_too_many_pages_are_refused() -> None:
    data = pdf(*[lines(SENTENCE)] * 4)
    assert "more than 3 pages" in refused("plan.pdf", data, ReadOptions(max_pages=3)).title


def test_too_many_characters_are_refused() -> None:
    data = pdf(*[lines(SENTENCE)] * 4)
    assert "more than 50 characters" in refused("plan.pdf", data, ReadOptions(max_characters=50)).title


def test_without_pypdfium2_the_way_to_install_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    error = refused("plan.pdf", pdf(lines(SENTENCE)))
    assert 'pip install "dfjlint[pdf]"' in error.hint
