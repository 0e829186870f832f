"""Elements that a plan answers by what it is."""

from __future__ import annotations

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import ElementResult, Status
from tests.unit.engine.small_pack import document, result

_MEASURES = "一、主要任务\n（一）完善数字大厅。\n（二）建设自助终端。\n（三）升级数据平台。"


def _action_plan(text: str, index: ConceptIndex) -> ElementResult:
    return next(entry for entry in result(document(text), index, "DFJ-3.2.4").elements if entry.name == "行動計劃")


@pytest.mark.parametrize("title", ["某省数字政府建设三年行动计划", "某市数字经济工作要点", "某县智慧城市实施方案"])
def test_an_action_plan_answers_by_its_title(title: str, index: ConceptIndex) -> None:
    found = _action_plan(f"{title}\n{_MEASURES}", index)
    assert found.status is Status.ADDRESSED
    assert [evidence.quote for evidence in found.evidence] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "某省数字政府建设三年行动计划\n一、主要任务\n完善数字大厅。",
        f"某省数字政府建设情况通报\n{_MEASURES}",
        f"某县植树造林行动计划\n{_MEASURES.replace('数字', '').replace('数据', '')}",
    ],
    ids=["a title alone", "another kind of document", "another subject"],
)
def test_nothing_else_does(text: str, index: ConceptIndex) -> None:
    assert _action_plan(text, index).status is not Status.ADDRESSED


def test_words_that_answer_go_before_the_title(index: ConceptIndex) -> None:
    found = _action_plan(f"某省数字政府工作要点\n{_MEASURES}\n（四）制定数字经济三年行动计划。", index)
    assert [evidence.quote for evidence in found.evidence] == ["制定数字经济三年行动计划"]
