from __future__ import annotations

from itertools import combinations

import pytest

from dfjlint.text.data import load_data
from dfjlint.text.wording import wording_edits, wording_twins


def _folded(text: str) -> str:
    for start, end, new in reversed(wording_edits(text)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("建设宽频网路与伺服器机房", "建设宽带网络与服务器机房"),
        ("网际网路的资料库", "互联网的数据库"),
        ("推动人工智慧晶片与软体专案", "推动人工智能芯片与软件项目"),
        ("数位政府资讯系统最佳化", "数字政府信息系统优化"),
        ("应用程式使用者介面", "应用程序用户界面"),
        ("行动支付与数位经济,资通讯", "移动支付与数字经济,信息通信"),
        ("巨量资料由云端运算支援", "大数据由云计算支持"),
        ("数码政府与公私营合作", "数字政府与公私营合作"),
    ],
)
def test_other_wording_is_folded(taiwan: str, mainland: str) -> None:
    assert _folded(taiwan) == mainland


@pytest.mark.parametrize(
    "text",
    [
        "汇总项目资料,通过资讯平台发布使用者手册",
        "软体机器人与硬体魄",
        "铁路网路由与水网路网",
        "十数位技术人员,多数位于沿海",
        "强化网路口巡查,加大资料收集力度",
        "港口作业系统与方程式赛车",
        "公私营合作",
    ],
)
def test_mainland_wording_stays(text: str) -> None:
    assert wording_edits(text) == []


def test_words_with_another_meaning_are_folded_only_where_the_gate_is_open() -> None:
    document = "一" * 3000 + "伺服器,资料,专案,资讯"
    assert _folded(document) == "一" * 3000 + "服务器,资料,专案,资讯"
    assert _folded(document[2000:]) == "一" * 1000 + "服务器,数据,项目,信息"


def test_words_that_keep_their_form_keep_it_in_a_folded_document() -> None:
    assert _folded("伺服器专案组,简化程序,小数位数,通讯员") == "服务器专案组,简化程序,小数位数,通讯员"


def test_edits_are_in_order_with_their_place() -> None:
    assert wording_edits("在宽频与伺服器") == [(1, 3, "宽带"), (4, 7, "服务器")]


def test_no_word_stands_in_two_lists() -> None:
    data = load_data("wording.toml")
    gate = data["gate"]
    lists = [set(gate["certain"]), set(gate["likely"]), set(gate["accidents"])]
    assert [one & other for one, other in combinations(lists, 2)] == [set()] * 3
    assert set(data["keep"]["words"]) & data["fold"].keys() == set()


def test_mainland_words_are_not_folded_again() -> None:
    forms = load_data("wording.toml")["fold"].values()
    assert [form for form in forms if _folded(form) != form] == []


def test_every_accident_contains_a_word_of_the_gate() -> None:
    gate = load_data("wording.toml")["gate"]
    words = [*gate["certain"], *gate["likely"]]
    assert [long for long in gate["accidents"] if not any(word in long for word in words)] == []


def test_twins_of_a_term() -> None:
    assert wording_twins("智能中枢") == ["智能中枢", "智慧中枢"]
    assert wording_twins("政务外网") == ["政务外网"]
