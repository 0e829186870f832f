"""Clauses that say how things are, and the acts that look like them."""

from __future__ import annotations

import pytest

from dfjlint.model.plan import Force, Polarity
from tests.unit.nlp.small_outline import read, read_all

BACKGROUND, COMMITTED, DONE = Polarity.BACKGROUND, Polarity.COMMITTED, Polarity.DONE


@pytest.mark.parametrize(
    "text",
    [
        "机房分散、标准不一是运维面临的主要矛盾",
        "集约建设是机房整合的基本原则",
        "推进机房整合已成为各地共识",
        "全市机房呈现小散乱特征",
        "运维单位拥有机房三座",
        "各单位在机房整合中承担着不同的职责",
        "各地先后出台机房整合办法",
        "各国纷纷推进机房整合",
        "支持机房整合的作用尚未充分发挥",
        "整合机房的能力不强",
        "支持机房整合的金融产品还不够丰富",
        "多数单位运维意识不强、投入不足",
        "机房改造周期长、投入大",
    ],
)
def test_how_things_are(text: str) -> None:
    assert read(text).polarity is BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "补齐机房运维能力不足",
        "着力解决数据质量不高",
        "破解机房整合的资金不足",
        "推动尚未上云系统迁移",
        "支持已成为龙头的企业整合机房",
        "整合位于园区的机房",
        "特别是落实机房安全要求",
        "坚持集约建设原则",
    ],
)
def test_acts_that_name_a_state(text: str) -> None:
    assert read(text).polarity is COMMITTED


def test_what_was_gained_is_done() -> None:
    assert read("编制过程中吸收了不少意见").polarity is DONE


def test_a_finding_of_others_is_a_report() -> None:
    assert [facts.polarity for facts in read_all("据研究机构测算,数字经济规模达到8万亿元")] == [DONE, DONE]


def test_a_noun_that_begins_like_a_verb_is_no_act() -> None:
    assert read("集成电路、新型显示").force is Force.NONE
