"""A pack that has lost the terms of one plan."""

from __future__ import annotations

from dfjlint.engine.index import ConceptIndex
from dfjlint.testing.holdout import pack_without

_PLAN = "某省工作要点\n一、主要任务\n升级政务外网，建设星火链网超级节点。\n"
_OTHER = "某市工作要点\n一、主要任务\n完善政务外网。\n"


def test_terms_of_the_plan_alone_are_gone_and_shared_ones_stay(index: ConceptIndex) -> None:
    pack, lost = pack_without(index.pack, _PLAN, [_OTHER])
    terms = {term for concept in pack.concepts.values() for term in concept.terms}
    assert lost > 0
    assert ("政务外网" in terms, "星火链网" in terms) == (True, False)


def test_nothing_is_lost_where_another_plan_says_the_same(index: ConceptIndex) -> None:
    assert pack_without(index.pack, _PLAN, [_PLAN]) == (index.pack, 0)
