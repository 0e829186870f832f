"""Denied, done, described or committed to."""

from __future__ import annotations

import pytest

from dfjlint.model.plan import Polarity, Zone
from tests.unit.nlp.small_outline import read, read_all

COMMITTED, NEGATED = Polarity.COMMITTED, Polarity.NEGATED
DONE, BACKGROUND = Polarity.DONE, Polarity.BACKGROUND


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("暂缓建设城市大脑二期", NEGATED),
        ("不再新建部门机房", NEGATED),
        ("原则上不新增专网", NEGATED),
        ("不得再新建数据中心", NEGATED),
        ("撤销点对点共享通道", NEGATED),
        ("全面取消纸质证明", NEGATED),
        ("停止使用旧版平台", NEGATED),
        ("暂缓提升监测、评估和防范能力", NEGATED),
        ("取消重复证明并推行告知承诺制", COMMITTED),
        ("推行告知承诺制、取消重复证明", COMMITTED),
        ("未经审核的项目不得安排资金", COMMITTED),
        ("不得新建机房", NEGATED),
        ("不再单独建设机房", COMMITTED),
        ("不得拒绝共享数据", COMMITTED),
        ("不断完善标准体系", COMMITTED),
        ("建设不少于5个平台", COMMITTED),
        ("推进不动产登记便利化", COMMITTED),
        ("推行企业注销登记一网服务", COMMITTED),
        ("对暂不具备条件的乡镇加强指导", COMMITTED),
        ("防止信息系统重复建设", COMMITTED),
        ("打破部门数据壁垒", COMMITTED),
        ("杜绝形式主义", COMMITTED),
    ],
)
def test_negation(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("已建成三个数据中心", DONE),
        ("全省已经建立共享机制", DONE),
        ("完成了机房改造", DONE),
        ("累计建成基站2万个", DONE),
        ("到2030年累计建成基站2万个", COMMITTED),
        ("完成机房改造任务", COMMITTED),
        ("充分利用已建成的机房", COMMITTED),
        ("对已建成的系统进行整合", COMMITTED),
        ("随着技术进步", BACKGROUND),
        ("数字经济是转型发展的重要引擎", BACKGROUND),
        ("数据安全形势日益复杂", BACKGROUND),
        ("仍存在共享不充分等问题", BACKGROUND),
        ("做好当前重点工作", COMMITTED),
        ("抢抓物联网应用机遇", BACKGROUND),
        ("采集、治理、流通等是激活数据价值的重要途径", BACKGROUND),
        ("重点项目清单见附件", BACKGROUND),
        ("运维渠道仍需进一步拓展", BACKGROUND),
        ("专业人才不足", BACKGROUND),
        ("会商机制有待健全", BACKGROUND),
        ("应用能力不足", BACKGROUND),
        ("机房改造被列为重点方向", BACKGROUND),
        ("解决应用能力不足", COMMITTED),
        ("补齐运维短板", COMMITTED),
        ("二期工程暂缓建设", NEGATED),
    ],
)
def test_reports_and_descriptions(text: str, polarity: Polarity) -> None:
    assert read(text).polarity is polarity


def test_a_report_reaches_to_the_end_of_its_sentence() -> None:
    facts = read_all("近年来,我市大力推进机房整合,完善标准。健全机制")
    assert [fact.polarity for fact in facts] == [DONE, DONE, DONE, COMMITTED]


@pytest.mark.parametrize(
    "text", ["智慧养老、远程医疗等新业态不断涌现", "政务服务数字化水平显著提升", "标准体系建设取得积极进展"]
)
def test_a_sentence_that_opens_with_a_state_is_no_measure(text: str) -> None:
    assert read(text).polarity is BACKGROUND


def test_an_analysis_reaches_to_the_end_of_its_sentence() -> None:
    facts = read_all("总体来看,机房整合推进有力,制定了标准")
    assert [fact.polarity for fact in facts[1:]] == [DONE, DONE]


def test_what_is_defined_is_no_measure() -> None:
    facts = read_all("坚持集约建设,推进机房整合,是多年实践的基本经验")
    assert [fact.polarity for fact in facts[:2]] == [BACKGROUND, BACKGROUND]


def test_a_state_is_followed_by_states() -> None:
    facts = read_all("软件产业快速成长,芯片产业规模位居全国前列")
    assert [fact.polarity for fact in facts] == [BACKGROUND, BACKGROUND]


@pytest.mark.parametrize("text", ["推动办事体验持续提升", "到2030年办事体验持续提升", "优化流程,办事体验持续提升"])
def test_a_state_to_be_reached_is_one(text: str) -> None:
    assert read(text).polarity is COMMITTED


def test_the_state_of_affairs_is_a_report() -> None:
    facts = read_all("当前,我省大力推进机房整合,完善标准")
    assert [fact.polarity for fact in facts[1:]] == [DONE, DONE]


def test_a_report_ends_where_the_sentence_turns_to_plans() -> None:
    facts = read_all("截至去年底,建成机房两座,下一步要推进整合")
    assert [fact.polarity for fact in facts] == [DONE, DONE, COMMITTED]


def test_a_noticeable_result_is_a_goal_among_the_measures() -> None:
    assert read("数据治理取得显著成效", Zone.MEASURE).polarity is COMMITTED


def test_a_noticeable_result_is_a_report_elsewhere() -> None:
    assert read("数据治理取得显著成效", Zone.BACKGROUND).polarity is DONE


def test_the_cue_is_the_word_that_denied() -> None:
    text = "各部门不再新建机房"
    facts = read(text)
    assert text[facts.cue_start : facts.cue_end] == "不再"
