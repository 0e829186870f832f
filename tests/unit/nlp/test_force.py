"""The weakest cue at the head of a clause gives its force."""

from __future__ import annotations

import pytest

from dfjlint.model.plan import Force, Zone
from tests.unit.nlp.small_outline import read, read_all


@pytest.mark.parametrize(
    ("text", "force", "cue"),
    [
        ("各部门应当公开数据目录", Force.BINDING, "应当"),
        ("县级政府要建立台账", Force.BINDING, "要"),
        ("严禁泄露个人信息", Force.BINDING, "严禁"),
        ("推进机房整合", Force.DIRECTIVE, ""),
        ("(三)大力发展软件产业", Force.DIRECTIVE, ""),
        ("鼓励企业上云", Force.ENCOURAGE, "鼓励"),
        ("应当鼓励社会力量参与建设", Force.ENCOURAGE, "鼓励"),
        ("指导和支持乡镇建设服务站", Force.ENCOURAGE, "支持"),
        ("探索建立数据信托制度", Force.EXPLORE, "探索"),
        ("要积极探索跨省协作", Force.EXPLORE, "探索"),
        ("适时出台配套办法", Force.EXPLORE, "适时"),
        ("有条件的乡镇建设服务站", Force.EXPLORE, "有条件的"),
        ("研究解决基层反映的问题", Force.DIRECTIVE, ""),
        ("研究制定数据条例", Force.EXPLORE, "研究制定"),
        ("完善支持政策", Force.DIRECTIVE, ""),
        ("加大支持力度", Force.DIRECTIVE, ""),
        ("面向制造企业转型需要", Force.NONE, ""),
        ("各类主要要素", Force.NONE, ""),
    ],
)
def test_force_and_cue(text: str, force: Force, cue: str) -> None:
    facts = read(text)
    assert (facts.force, text[facts.cue_start : facts.cue_end]) == (force, cue)


def test_a_clause_without_a_verb_goes_on_with_the_one_before() -> None:
    facts = read_all("鼓励企业开放接口,以及各类行业数据,建设示范项目")
    assert [fact.force for fact in facts] == [Force.ENCOURAGE, Force.ENCOURAGE, Force.DIRECTIVE]


def test_a_new_sentence_takes_nothing_over() -> None:
    assert read("鼓励企业开放接口。以及各类行业数据").force is Force.NONE


def test_an_object_put_first_has_the_force_of_what_follows() -> None:
    facts = read_all("对各县的老旧系统,应当限期整合")
    assert [fact.force for fact in facts] == [Force.BINDING, Force.BINDING]


def test_a_state_among_the_targets_is_a_commitment() -> None:
    facts = read_all("到2030年,基础设施高效集约", Zone.TARGETS)
    assert facts[1].force is Force.DIRECTIVE


def test_the_same_words_among_the_measures_are_none() -> None:
    assert read("基础设施高效集约").force is Force.NONE


def test_the_verb_behind_a_field_may_have_a_bare_object() -> None:
    assert read("在安家、就医等方面提供保障").force is Force.DIRECTIVE
