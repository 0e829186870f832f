from __future__ import annotations

import pytest

from dfjlint.model.report import Evidence
from dfjlint.model.source import Span
from dfjlint.reporters.shown import Piece, cut, one_line, pieces_of, shown_characters, visible, within


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("数字福建", "数字福建"),
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("零\u200b宽", "零⟦U+200B⟧宽"),
        ("\x07", "⟦U+0007⟧"),
        ("\ud800", "⟦U+D800⟧"),
        ("行\n行\t列", "行\n行\t列"),
    ],
)
def test_invisible_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进\n  建设", "推进建设"),
        ("推进\r\n\u3000\u3000建设", "推进建设"),
        ("5G\n建设", "5G 建设"),
        ("cloud\nplatform", "cloud platform"),
        ("没有换行", "没有换行"),
    ],
)
def test_a_line_end_vanishes_between_chinese_characters(text: str, shown: str) -> None:
    assert "".join(shown_characters(text)) == shown
    assert len(shown_characters(text)) == len(text)


def test_marks_cut_a_quotation() -> None:
    evidence = Evidence(Span(10, 16), "推进基站建设", "", (Span(12, 14), Span(14, 16)))
    assert pieces_of(evidence) == (Piece("推进"), Piece("基站建设", "word"))


def test_the_first_range_wins() -> None:
    assert cut("甲乙丙", [(0, 2, "met"), (1, 3, "unmet")]) == (Piece("甲乙", "met"), Piece("丙", "unmet"))


def test_ranges_outside_the_text_are_cut_off() -> None:
    assert cut("甲乙", [(-3, 1, "word"), (5, 9, "word")]) == (Piece("甲", "word"), Piece("乙"))


def test_a_title_has_one_line() -> None:
    assert one_line(" 数字福建\n工作要点 ") == "数字福建工作要点"


def test_words_outside_a_passage_are_not_found() -> None:
    assert within(Span(5, 7), "甲乙丙丁", 4) == "乙丙"
    assert within(Span(3, 7), "甲乙丙丁", 4) == ""
