from __future__ import annotations

from dfjlint.engine.cited import cited_instruments
from dfjlint.model.plan import Plan
from dfjlint.nlp import analyse
from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import source_of

TEXT = """某省人民政府办公厅关于印发《某省数据开放行动计划（2025—2027年）》的通知
《某省数据开放行动计划（2025—2027年）》已经省政府同意，现印发给你们，请认真贯彻执行。
某省数据开放行动计划
（2025—2027年）
为落实《某省数据条例》和《“数据要素×”三年行动
计划》，制定本行动计划。以下简称《计划》。
一、开放数据
（一）编目录。按《某省数据条例》更新，并落实《关于印发〈数据目录指南〉的通知》。
（二）建平台。统一标准。
"""


def _cited(text: str) -> list[tuple[str, str, int]]:
    source = source_of(text)
    outline = build_outline(source)
    facts = analyse(outline)
    plan = Plan(source, outline, facts.clauses, facts.measures, facts.titles, facts.names)
    found = cited_instruments(plan)
    for entry in found:
        printed = text[entry.span.start : entry.span.end]
        assert "".join(printed.split()) == entry.title
    return [(entry.title, entry.locator, entry.times) for entry in found]


def test_instruments_in_the_order_of_their_first_place() -> None:
    assert _cited(TEXT) == [
        ("某省数据条例", "前言第1段", 2),
        ("“数据要素×”三年行动计划", "前言第1段", 1),
        ("关于印发〈数据目录指南〉的通知", "一、（一）", 1),
    ]


def test_a_plan_that_cites_nothing() -> None:
    assert _cited("某省数据开放行动计划\n一、开放数据\n（一）编目录。按季更新。\n（二）建平台。统一标准。\n") == []
