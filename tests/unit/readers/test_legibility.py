from __future__ import annotations

import pytest

from dfjlint.errors import ReadError
from dfjlint.readers.legibility import check_legible
from tests.unit.readers.reading import SENTENCE

GARBLED = "the text is garbled: its characters are not the ones on the page"
HEADERS = "the text is nothing but page headers and footers"
LOST = "the characters of the text are lost: only digits and marks are left"
OTHER = "the text is not Chinese"
NO_TEXT = "the content is not text"
ENGLISH = "The Government will promote digital transformation across all departments. "
HEADER = "2030/6/26 16:28 关于印发某市数字政府建设工作方案的通知_政策文件_某市人民政府门户网站\n"
FOOTER = "https://www.example.gov.cn/zhengce/2030/content_1.htm {}/13\n"


def reason(text: str) -> str:
    with pytest.raises(ReadError) as caught:
        check_legible(text, "plan.txt")
    assert caught.value.where == "plan.txt"
    return caught.value.title


@pytest.mark.parametrize("text", ["", " \r\n\t\u3000\u00a0", "\u200b\ufeff"])
def test_nothing_visible(text: str) -> None:
    assert reason(text) == "the document holds no text"


@pytest.mark.parametrize("text", ["\x00\x01\x02" * 30 + "加强", "加强\ufffd" * 20])
def test_control_and_replacement_characters(text: str) -> None:
    assert reason(text) == NO_TEXT


def test_glyphs_mapped_to_many_scripts() -> None:
    scripts = "\u0e2c\u1265\u0a85\u0b86\u10d0\u0d9a\u1780\u07aa\ua000"
    assert reason(f"某市工作方案\n{scripts * 30}") == GARBLED


@pytest.mark.parametrize("unmapped", ["\ue123", "\U00020abc", "\u3abc", "\u0378"])
def test_glyphs_mapped_to_nothing_in_use(unmapped: str) -> None:
    assert reason("某市工作方案\n" + unmapped * 60) == GARBLED


def test_utf_8_read_as_latin() -> None:
    assert reason((SENTENCE * 4).encode().decode("cp1252", "replace").replace("\ufffd", "")) == GARBLED


def test_utf_8_read_as_gbk() -> None:
    assert reason((SENTENCE * 8).encode().decode("gb18030", "ignore")) == GARBLED


def test_gbk_read_as_big5() -> None:
    assert reason((SENTENCE * 8).encode("gbk").decode("big5hkscs", "ignore")) == GARBLED


def test_garbled_navigation_above_a_plan_is_borne() -> None:
    check_legible("\u0e2c\u1265\u0a85\u0b86\u10d0\u0d9a\u1780" * 10 + "\n" + SENTENCE * 20)


def test_nothing_but_print_headers() -> None:
    assert reason("".join(HEADER + FOOTER.format(page) for page in range(1, 14))) == HEADERS


def test_nothing_but_one_print_header() -> None:
    assert reason(HEADER + FOOTER.format(1)) == HEADERS


def test_repeated_lines_whose_numbers_change_are_headers() -> None:
    assert reason("".join(f"某市数字政府建设行动方案 第 {page} 页\n\n" for page in range(1, 9))) == HEADERS


def test_headers_above_text_are_borne() -> None:
    check_legible("".join(f"{HEADER}（{page}）{SENTENCE}\n{FOOTER.format(page)}" for page in range(1, 4)))


def test_a_text_that_stands_in_the_file_three_times_is_borne() -> None:
    check_legible("\n".join(f"第{i}项任务由各单位抓好落实" + "和督促检查" * (i % 7) for i in range(40)) * 3)


def test_a_sentence_that_is_repeated_is_no_header() -> None:
    check_legible(f"{SENTENCE}\n" * 5)


def test_glyphs_lost_under_a_header() -> None:
    assert reason(HEADER + "2030\n2030.04.15 [\n" + "“\n”\n“ ”\n2030 7\n" * 5 + "| ICP 2030082809") == LOST


def test_glyphs_lost_but_for_the_marks() -> None:
    assert reason("，。、；：“”（）2030" * 10) == LOST


def test_glyphs_lost_but_for_the_headings() -> None:
    assert reason("一、总体要求\n" + "，、。（）" * 30) == LOST


def test_digits_alone() -> None:
    assert reason("2030 12 31") == LOST


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH * 20 + "数字政府",
        "Правительство ускорит цифровую трансформацию. " * 3,
        "디지털 정부 추진 계획을 수립한다. " * 3,
        "デジタル政府の推進に関する計画を定めるものとする。" * 3,
        "รัฐบาลจะเร่งการเปลี่ยนแปลงดิจิทัล " * 3,
        "حكومة رقمية لجميع الخدمات العامة " * 3,
        "OK",
    ],
)
def test_other_languages(text: str) -> None:
    assert reason(text) == OTHER


@pytest.mark.parametrize(
    "text",
    [
        "一、加强建设",
        SENTENCE,
        "加快推進數字政府建設，完善公共數據共享機制。",
        "⼯作⽅案：推动政务服务⼀体化。",
        f"{SENTENCE * 4}{ENGLISH * 2}",
        f"{ENGLISH}{SENTENCE}",
        "表1 1,234 5,678 9,012 同比增长 12.5% 13.6% 14.7%",
        "㈠加强数据治理；①建设平台；Ⅱ期工程。",
    ],
)
def test_chinese_texts_pass(text: str) -> None:
    check_legible(text)
