"""Clauses are cut at punctuation, but not inside titles, brackets and numbers."""

from __future__ import annotations

import pytest

from dfjlint.model.plan import Zone
from dfjlint.nlp.clauses import split_clauses
from tests.unit.nlp.small_outline import outline_of


def cut(text: str) -> list[str]:
    return [text[c.norm_start : c.norm_end] for c in split_clauses(outline_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设平台,完善机制;开展试点。", ["建设平台", "完善机制", "开展试点"]),
        ("落实《甲办法,乙细则。》要求,抓紧实施", ["落实《甲办法,乙细则。》要求", "抓紧实施"]),
        ("印发《关于转发《甲,乙》的通知》,执行", ["印发《关于转发《甲,乙》的通知》", "执行"]),
        ("各县(市、区,含开发区)执行,上报", ["各县(市、区,含开发区)执行", "上报"]),
        ("新增1,200个,升级3.5版", ["新增1,200个", "升级3.5版"]),
        ("缺了半边的《书名,还有(括号,照样切", ["缺了半边的《书名", "还有(括号", "照样切"]),
        (" 首尾空格 , 、也去掉 、。", ["首尾空格", "也去掉"]),
        (",;。", []),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_sentences_end_at_full_stops_only() -> None:
    clauses = split_clauses(outline_of("甲项工作,乙项工作;丙项工作。丁项工作!戊项工作"))
    assert [clause.sentence for clause in clauses] == [0, 0, 0, 1, 2]


def test_every_stretch_opens_a_sentence_and_gives_its_zone() -> None:
    outline = outline_of((Zone.HEADING, "(一)加强统筹"), (Zone.MEASURE, "健全机制"), cut=True)
    clauses = split_clauses(outline)
    assert [(c.sentence, c.zone, c.paragraph) for c in clauses] == [
        (0, Zone.HEADING, 0),
        (1, Zone.MEASURE, 0),
    ]


def test_indices_and_measure_follow_the_outline() -> None:
    clauses = split_clauses(outline_of("甲项工作。", "乙项工作。"))
    assert [(c.index, c.measure, c.paragraph) for c in clauses] == [(0, 0, 0), (1, 0, 1)]


def test_unpunctuated_text_costs_one_pass() -> None:
    text = "《(" * 20_000
    assert cut(text) == [text]
