from __future__ import annotations

import pytest

from dfjlint.model.plan import Imprint
from dfjlint.outline import build_outline
from tests.conftest import SAMPLES
from tests.unit.outline.small_plans import source_of

TITLE = "某省数据开放三年行动计划"
BODY = """为推进数据开放，根据《某省数据条例》（某发〔2020〕1号）制定本行动计划。
一、开放数据
（一）编目录。按季更新，2024年1月1日前完成。
（二）建平台。统一标准。
"""


def imprint(front: str, title: str = TITLE, end: str = "") -> Imprint:
    return build_outline(source_of(f"{front}{title}\n{BODY}{end}")).imprint


LETTER = """某省人民政府办公厅关于印发《某省数据开放三年行动计划》的通知
某政办发〔2025〕7 号
各市、县人民政府，省政府各部门：
《某省数据开放三年行动计划》已经省政府同意，现印发给你们，请认真贯彻执行。
某省人民政府办公厅
2025年3月20日
"""


def test_a_plan_that_says_nothing() -> None:
    assert imprint("") == Imprint()


def test_number_and_date_of_the_letter() -> None:
    assert imprint(LETTER) == Imprint(number="某政办发〔2025〕7号", date="2025-03-20")


def test_number_and_date_beside_their_labels() -> None:
    front = "发文机关：某省人民政府\n成文日期：2025-03-20 发布日期：2025-04-01\n发文字号：某政〔2025〕12号\n"
    assert imprint(front) == Imprint(number="某政〔2025〕12号", date="2025-03-20")


def test_values_on_the_line_after_their_labels() -> None:
    front = "索引号：\n000014349/2018-00204\n成文日期：\n2018年10月27日\n发文字号：\n某办函〔2018〕71号\n"
    assert imprint(front) == Imprint(number="某办函〔2018〕71号", date="2018-10-27")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2025年3月", "2025-03"),
        ("二〇二五年三月二十日", "2025-03-20"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("2025年13月20日", ""),
    ],
)
def test_dates(printed: str, date: str) -> None:
    assert imprint(LETTER.replace("2025年3月20日", printed)).date == date


def test_a_signature_at_the_end_dates_the_plan() -> None:
    assert imprint("", end="\n某省人民政府办公厅\n2025年6月1日\n").date == "2025-06-01"


@pytest.mark.parametrize(
    ("title", "horizon"),
    [
        ("某省数据开放行动计划（2025—2027年）", (2025, 2027)),
        ("某省数据开放行动计划（2025年-2027年）", (2025, 2027)),
        ("某省2026年数据工作要点", (2026, 2026)),
        ("某省“十四五”数据发展规划", (2021, 2025)),
        ("某省“十五五”数据发展规划", (2026, 2030)),
        ("某省“十三五”数据发展规划", (2016, 2020)),
        ("某省数据开放三年行动计划", None),
        ("某省数据开放行动计划（2027—2025年）", None),
    ],
)
def test_years_of_the_title(title: str, horizon: tuple[int, int] | None) -> None:
    assert imprint("", title).horizon == horizon


def test_years_that_the_text_names() -> None:
    text = f"{TITLE}\n本规划的规划期为2022—2026年，展望到2035年。\n{BODY}"
    assert build_outline(source_of(text)).imprint.horizon == (2022, 2026)


@pytest.mark.parametrize(
    ("title", "draft"),
    [
        (f"{TITLE}\n（征求意见稿）", "征求意见稿"),
        (f"{TITLE}（公开征求意见稿）", "公开征求意见稿"),
        (f"{TITLE}（送审稿）", "送审稿"),
        (f"{TITLE}（修订）", ""),
    ],
)
def test_drafts(title: str, draft: str) -> None:
    assert imprint("", title).draft == draft


def test_a_draft_that_the_plan_only_speaks_of_is_none() -> None:
    body = BODY.replace("统一标准", "形成标准体系（征求意见稿）")
    assert build_outline(source_of(f"{TITLE}\n{body}")).imprint.draft == ""


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("heb_digital_economy_2025_2027", Imprint("冀政办字〔2025〕50号", "2025-10-31", (2025, 2027))),
        ("bj_data_pilot_zone_2025_a", Imprint("", "2025-06-30")),
        ("gz_data_industry_2025_2027_draft", Imprint(horizon=(2025, 2027), draft="征求公众意见稿")),
        ("moe_education_digital_2025", Imprint("教办〔2025〕3号", "2025-04-11")),
        ("nat_digital_economy_14fyp_2021", Imprint("国发〔2021〕29号", "2021-12-12", (2021, 2025))),
    ],
)
def test_samples(stem: str, expected: Imprint) -> None:
    text = (SAMPLES / "plans" / f"{stem}.txt").read_text(encoding="utf-8")
    assert build_outline(source_of(text)).imprint == expected
