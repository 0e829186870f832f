from __future__ import annotations

import pytest

from dfjlint.model.text import Script
from dfjlint.text.opencc_forms import opencc_forms
from dfjlint.text.script import script_of, settle_contexts


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("", Script.HANS),
        ("2025", Script.HANS),
        ("加快建设数字政府", Script.HANS),
        ("加快建設數字政府", Script.HANT),
        ("加快建設數字政府,加快建设数字政府", Script.MIXED),
        ("各级各部门要认真组织实施,切实加强领导,确保责任落实到位,进一步优化营商环境,灣", Script.HANS),
        ("各級各部門要認真組織實施,切實加強領導,確保責任落實到位,進一步優化營商環境,国", Script.HANT),
        ("台里后干云", Script.HANS),
    ],
)
def test_script_of(text: str, script: Script) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("folded", "settled"),
    [
        ("围绕著目标,随著时间", "围绕着目标,随着时间"),
        ("成效显著,著名专著", "成效显著,著名专著"),
        ("伴随著作业方式", "伴随着作业方式"),
        ("成效显着提升", "成效显著提升"),
        ("凸显着重要性", "凸显着重要性"),
        ("乾净的乾坤", "干净的乾坤"),
        ("瞭解瞭望塔", "了解瞭望塔"),
        ("藉助平台,慰藉", "借助平台,慰藉"),
        ("答覆与批覆,反覆核对", "答复与批复,反复核对"),
        ("覆盖面,多重覆盖,收回覆盖", "覆盖面,多重覆盖,收回覆盖"),
        ("反反覆覆", "反反复复"),
        ("行动计画", "行动计划"),
        ("设计画面,计画册", "设计画面,计画册"),
        ("想像力", "想象力"),
        ("地理座标系,建一座标志性场馆", "地理坐标系,建一座标志性场馆"),
        ("数据上炼,在一线上炼本领", "数据上链,在一线上炼本领"),
        ("大部份,部份额", "大部分,部份额"),
        ("二○二五年,○○", "二〇二五年,〇〇"),
        ("沈阳,深沈", "沈阳,深沉"),
    ],
)
def test_form_depends_on_the_word(folded: str, settled: str) -> None:
    assert settle_contexts(folded) == settled


def test_forms_depend_on_no_word() -> None:
    forms = opencc_forms()
    assert {"著", "乾", "么"} & forms.keys() == set()
    assert [forms[character] for character in "網際裡顎"] == ["网", "际", "里", "颚"]


def test_every_form_is_one_character_of_the_plane() -> None:
    assert {len(form) for form in opencc_forms().values()} == {1}
    assert max(opencc_forms().values()) < "\U00010000"
