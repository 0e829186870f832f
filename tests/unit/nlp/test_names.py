"""Proper names, and things that only look like names."""

from __future__ import annotations

import itertools

import pytest

from dfjlint.nlp.names import name_ranges
from dfjlint.nlp.titles import title_ranges


def named(text: str) -> list[str]:
    return [text[start:end] for start, end in name_ranges(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动晋江芯谷提档", ["晋江芯谷"]),
        ("加快数字福建(同安)产业园建设", ["数字福建(同安)产业园"]),
        ("服务莆田软件园(二期)", ["莆田软件园(二期)"]),
        ("办好数字中国建设峰会", ["数字中国建设峰会"]),
        ("参加世界物联网博览会", ["世界物联网博览会"]),
        ("依托福州大学开展培训", ["福州大学"]),
        ("由宁德市大数据管理局会商", ["宁德市大数据管理局"]),
        ("建设人工智能产业园区", []),
        ("打造一批特色小镇", []),
        ("举办各类创新大赛", []),
        ("打造国家级数据交易所", []),
        ("组建福建省数据标准化技术委员会", []),
        ("成立数字福建专家咨询委员会", []),
        ("加快建设莆田软件园(二期)", []),
        ("吸引厦门的大学生", []),
        ("在南平推广,建设产业园", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_names_do_not_overlap() -> None:
    ranges = name_ranges("泉州市数据管理局办公室与泉州芯谷、厦门软件园")
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(ranges))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实《甲办法》《乙规划》", ["《甲办法》", "《乙规划》"]),
        ("印发《关于转发《甲》的通知》", ["《关于转发《甲》的通知》"]),
        ("《没有另一半\n《甲》", ["《甲》"]),
        ("没有书名", []),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in title_ranges(text)] == expected
