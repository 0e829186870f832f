"""Acts are verbs with their objects; nouns that look like verbs are none."""

from __future__ import annotations

import pytest

from dfjlint.model.plan import Polarity
from tests.unit.nlp.small_outline import read


def acts(text: str) -> list[tuple[str, str]]:
    return [(act.verb, text[act.object_start : act.object_end]) for act in read(text).acts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设统一平台", [("建设", "统一平台")]),
        ("拓展思路、提升水平", [("拓展", "思路"), ("提升", "水平")]),
        ("推动打造标杆工厂", [("推动", "打造标杆工厂"), ("打造", "标杆工厂")]),
        ("全面实施上云计划", [("实施", "上云计划")]),
        ("支持莆田组建算力联盟", [("支持", "莆田"), ("组建", "算力联盟")]),
        ("完善支持政策", [("完善", "支持政策")]),
        ("建设覆盖全省的感知网络", [("建设", "覆盖全省的感知网络")]),
        ("推进公共数据共享", [("推进", "公共数据共享")]),
        ("网上办理率达到95%", [("达到", "95%")]),
        ("监管体系基本建成", [("建成", "监管体系")]),
        ("落实《关于推进电子证照应用的意见》", [("落实", "《关于推进电子证照应用的意见》")]),
        ("统一数据标准", [("统一", "数据标准")]),
        ("实现与国家平台互通", [("实现", "与国家平台互通")]),
        ("数据开发利用", []),
        ("对数据共享的监测", []),
        ("网络安全保障措施", []),
        ("", []),
    ],
)
def test_acts(text: str, expected: list[tuple[str, str]]) -> None:
    assert (acts(text) if text else []) == expected


def test_a_compound_token_gives_its_verb_only() -> None:
    text = "大力发展软件产业"
    act = read(text).acts[0]
    assert text[act.norm_start : act.norm_end] == "发展"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("建设技术转移中心", "建设"),
        ("统一全市视频接口规范", "统一"),
        ("在街区部署视频终端", "部署"),
        ("面向企业开放试验场景", "开放"),
        ("领导小组办公室负责统筹协调", "负责"),
        ("县级不再单独建设机房", "建设"),
        ("多渠道、多形式宣传数字化成果", "宣传"),
        ("网上可办率不低于95%", "不低于"),
        ("助推经济发展", "助推"),
        ("系统运维由信息中心统一管理", "管理"),
        ("由领导小组统筹推进", "统筹推进"),
        ("对破坏设施的行为依法查处", "依法查处"),
        ("各乡镇使用县级平台受理事项", "使用"),
        ("联合中国科学院共建算力实验室", "共建"),
    ],
)
def test_what_a_clause_does(text: str, verb: str) -> None:
    facts = read(text)
    assert (facts.acts[0].verb, facts.polarity) == (verb, Polarity.COMMITTED)


def test_especially_is_no_copula() -> None:
    assert read("落实数字化精神特别是关于共享的重要精神").polarity is Polarity.COMMITTED
