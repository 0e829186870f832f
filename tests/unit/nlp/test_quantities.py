"""Figures with comparator, value and unit; names, years and ranks are none."""

from __future__ import annotations

import pytest

from dfjlint.nlp.quantities import find_quantities


def figures(text: str) -> list[tuple[str, float, str]]:
    return [found[:3] for found in find_quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占比超80%", ("≥", 80, "%")),
        ("建设不少于10个站点", ("≥", 10, "个")),
        ("数据量超过2亿条", ("≥", 2, "亿条")),
        ("覆盖率达到90%以上", ("≥", 90, "%")),
        ("开放100个数据集", ("=", 100, "个")),
        ("培育企业1,200家左右", ("=", 1200, "家")),
        ("规模增长15%以上", ("+", 15, "%")),
        ("实现15%以上的增长", ("+", 15, "%")),
        ("提高10个百分点", ("+", 10, "个百分点")),
        ("引进30余家企业", ("≥", 30, "家")),
        ("形成千亿元产业集群", ("=", 1, "千亿元")),
        ("规模突破2.6万亿元", ("≥", 2.6, "万亿元")),
        ("不低于全省平均的4%", ("≥", 4, "%")),
        ("能耗不高于1.3倍", ("≤", 1.3, "倍")),
        ("打造3—5个样板", ("=", 3, "个")),
        ("办理不超过3个工作日", ("≤", 3, "个工作日")),
        ("响应压缩至5分钟以内", ("≤", 5, "分钟")),
    ],
)
def test_figure(text: str, expected: tuple[str, float, str]) -> None:
    assert figures(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2027年建成",
        "位列第3名",
        "进入前10名",
        "拨打12345热线",
        "升级3.0版",
        "5g基站",
        "100m以上用户",
        "实施151工程",
        "十百千万培育工程",
        "24小时自助服务",
        "万亿级产业",
        "第2批项目",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


def test_the_range_covers_comparator_and_unit() -> None:
    text = "建设不少于10个站点"
    found = find_quantities(text, 0, len(text))[0]
    assert text[found.start : found.end] == "不少于10个"


def test_comparators_of_two_figures_stay_apart() -> None:
    assert figures("给予不超过300万元、500万元奖励") == [("≤", 300, "万元"), ("=", 500, "万元")]
