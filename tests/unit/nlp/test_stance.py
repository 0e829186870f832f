"""The reader of clauses: any order of asking, any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dfjlint.model.plan import Force, Zone
from dfjlint.nlp import analyse
from dfjlint.nlp.clauses import split_clauses
from dfjlint.nlp.stance import ClauseReader
from tests.unit.nlp.small_outline import outline_of

LISTED = """
推进 建设 完善 不再 新建 已 建成 的 和 、 , 。 ; 《 》 ( ) 依托 在 领域 以 为 围绕 平台 数据 共享
鼓励 探索 应当 要 取消 随着 近年来 到2027年 100个 超过 80% 责任单位: 省数据局 各市 统一 标准 了 将
全面实施 有条件的 泉州 芯谷 3. 一、 5g 得 是 重要
"""
TEXTS = st.lists(st.sampled_from(LISTED.split()), max_size=25).map("".join)


def test_clauses_can_be_read_in_any_order() -> None:
    text = "鼓励企业上云,以及各类平台,近年来发展较快,完善标准。推进整合"
    clauses = split_clauses(outline_of(text))
    forwards, backwards = ClauseReader(text, clauses), ClauseReader(text, clauses)
    in_order = [forwards(clause.index) for clause in clauses]
    reverse = [backwards(clause.index) for clause in reversed(clauses)]
    assert in_order == reverse[::-1]


def test_a_clause_is_read_once() -> None:
    text = "推进整合"
    reader = ClauseReader(text, split_clauses(outline_of(text)))
    assert reader(0) is reader(0)


@given(TEXTS, st.sampled_from(Zone))
@settings(max_examples=300, deadline=None)
def test_facts_stay_inside_the_clause(text: str, zone: Zone) -> None:
    analysis = analyse(outline_of((zone, text)))
    for clause in analysis.clauses:
        facts = analysis.reader(clause.index)
        assert clause.norm_start <= facts.topic_end <= clause.norm_end
        for act in facts.acts:
            assert text[act.norm_start : act.norm_end] == act.verb
            assert clause.norm_start <= act.object_start <= act.object_end <= clause.norm_end
        assert not (facts.acts and facts.force is Force.NONE)
