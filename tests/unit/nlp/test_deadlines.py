"""Dates by which something is due; other dates are none."""

from __future__ import annotations

import pytest

from dfjlint.nlp.deadlines import find_deadlines


def due(text: str, plan_year: int = 2025) -> list[tuple[int, int, int]]:
    return [found[:3] for found in find_deadlines(text, 0, len(text), plan_year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年底建成", (2027, 12, 31)),
        ("2026年6月底前完成", (2026, 6, 30)),
        ("2028年2月底前完成", (2028, 2, 29)),
        ("2026年3月15日前完成", (2026, 3, 15)),
        ("2026年5月中旬前完成", (2026, 5, 20)),
        ("2027年,覆盖率提高", (2027, 12, 31)),
        ("2026年上半年,开通", (2026, 6, 30)),
        ("2026年第三季度末完成", (2026, 9, 30)),
        ("实施2025—2027年,滚动推进", (2027, 12, 31)),
        ("年底前完成", (2025, 12, 31)),
        ("年内开工", (2025, 12, 31)),
        ("9月底前上线", (2025, 9, 30)),
        ("十五五末全面普及", (2030, 12, 31)),
    ],
)
def test_deadline(text: str, expected: tuple[int, int, int]) -> None:
    assert due(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2018年以来稳步增长",
        "较2026年,增长一倍",
        "截至2026年底",
        "按2026年印发的方案",
        "第2026年度报告",
        "三年行动计划(2025—2027年)",
        "2024年,已建成",
        "十三五期间建成",
        "年内容审核",
        "举办2026世界大会",
    ],
)
def test_no_deadline(text: str) -> None:
    assert due(text) == []


def test_without_a_plan_year_relative_dates_are_unknown() -> None:
    assert due("年底前完成", plan_year=0) == []


def test_the_range_covers_the_words_that_make_the_deadline() -> None:
    text = "力争到2027年底前建成"
    found = find_deadlines(text, 0, len(text), 2025)[0]
    assert text[found.start : found.end] == "到2027年底前"
