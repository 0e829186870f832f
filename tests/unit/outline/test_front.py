import pytest

from dfjlint.model.plan import Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import in_zone, source_of, source_of_blocks

NOTICE = """某省人民政府办公厅关于印发《某省数据开放三年行动计划（2025—2027年）》的通知
某政办发〔2025〕7号
各市、县人民政府，省政府各部门：
《某省数据开放三年行动计划（2025—2027年）》已经省政府同意，现印发给你们，请认真贯彻执行。
某省人民政府办公厅
2025年3月20日
（此件公开发布）
某省数据开放三年行动计划
（2025—2027年）
为推进数据开放，制定本行动计划。
一、开放数据
（一）编目录。按季更新。
（二）建平台。统一标准。
"""


def test_letter_before_the_plan() -> None:
    letter = in_zone(build_outline(source_of(NOTICE)), Zone.LETTERHEAD)
    assert len(letter) == 7
    assert letter[1:3] == ["某政办发[2025]7号", "各市、县人民政府,省政府各部门:"]


def test_title_has_its_years() -> None:
    assert build_outline(source_of(NOTICE)).title == "某省数据开放三年行动计划（2025—2027年）"


def test_preamble_is_what_stands_between_title_and_first_item() -> None:
    assert in_zone(build_outline(source_of(NOTICE)), Zone.PREAMBLE) == ["为推进数据开放,制定本行动计划。"]


def test_title_on_two_lines_as_the_notice_quotes_it() -> None:
    text = NOTICE.replace("\n某省数据开放三年行动计划\n", "\n某省数据开放\n三年行动计划\n")
    assert build_outline(source_of(text)).title == "某省数据开放三年行动计划（2025—2027年）"


def test_title_on_two_lines_without_a_notice() -> None:
    outline = build_outline(source_of("某市深化数据要素改革推进全域转型\n实施方案\n一、开放数据\n编目录，按季更新。\n"))
    assert outline.title == "某市深化数据要素改革推进全域转型实施方案"


def test_title_keeps_the_characters_of_the_source() -> None:
    outline = build_outline(source_of("“十四五”數字⼯作要點\n一、開放數據\n編目錄，按季更新。\n"))
    assert outline.title == "“十四五”數字⼯作要點"


def test_title_by_markup() -> None:
    source = source_of_blocks(
        (BlockKind.HEADING, 1, "数字某县"),
        (BlockKind.HEADING, 2, "一、开放数据"),
        (BlockKind.PARAGRAPH, 0, "编目录，按季更新。"),
    )
    outline = build_outline(source)
    assert outline.title == "数字某县"
    assert [section.title for section in outline.sections] == ["开放数据"]


def test_remarks_in_brackets_are_no_part_of_the_title() -> None:
    outline = build_outline(source_of("某市数据开放方案\n（征求意见稿）\n一、开放数据\n编目录，按季更新。\n"))
    assert outline.title == "某市数据开放方案"
    assert in_zone(outline, Zone.TITLE) == ["某市数据开放方案", "(征求意见稿)"]


def test_notice_names_the_title_where_the_plan_has_none() -> None:
    text = "某市人民政府关于印发《某市数据开放清单》的通知\n各区人民政府：\n一、开放数据\n编目录，按季更新。\n"
    assert build_outline(source_of(text)).title == "某市数据开放清单"


def test_no_title() -> None:
    assert build_outline(source_of("一、开放数据\n编目录，按季更新。\n")).title == ""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (NOTICE, "某省人民政府办公厅"),
        ("某省人民政府\n关于印发某省数据方案的通知\n一、开放\n编目录，按季更新。\n", "某省人民政府"),
        ("教育部等三部门关于推进教育数据开放的意见\n一、开放\n编目录，按季更新。\n", "教育部等三部门"),
        ("某省2025年数据工作要点\n一、开放\n编目录，按季更新。\n", "某省"),
        ("2025年某县数据工作要点\n一、开放\n编目录，按季更新。\n", "某县"),
        ("全市数据工作要点\n一、开放\n编目录，按季更新。\n", ""),
        ("智慧城市建设方案\n一、开放\n编目录，按季更新。\n", ""),
        ("一、开放\n编目录，按季更新。\n", ""),
    ],
)
def test_issuer(text: str, issuer: str) -> None:
    assert build_outline(source_of(text)).issuer == issuer


def test_signature_after_the_plan_is_letterhead() -> None:
    text = NOTICE + "科技厅\n数据局\n2025年4月1日\n附件：任务清单\n"
    assert in_zone(build_outline(source_of(text)), Zone.LETTERHEAD)[7:] == [
        "科技厅",
        "数据局",
        "2025年4月1日",
        "附件:任务清单",
    ]


def test_last_short_paragraph_without_a_date_is_no_signature() -> None:
    outline = build_outline(source_of(NOTICE + "建设省级数据开放中心\n"))
    assert in_zone(outline, Zone.MEASURE)[-1] == "建设省级数据开放中心"


def test_letter_of_a_second_copy_is_no_measure() -> None:
    outline = build_outline(source_of(NOTICE + NOTICE))
    assert len(outline.measures) == 4
    assert all("通知" not in words for words in in_zone(outline, Zone.MEASURE))


def test_text_above_an_unnumbered_heading_is_no_letter() -> None:
    source = source_of_blocks(
        (BlockKind.HEADING, 1, "数据"),
        (BlockKind.PARAGRAPH, 0, "建设省级数据中心"),
        (BlockKind.HEADING, 1, "平台"),
        (BlockKind.PARAGRAPH, 0, "统一标准，汇聚数据。"),
    )
    assert in_zone(build_outline(source), Zone.MEASURE) == ["建设省级数据中心", "统一标准,汇聚数据。"]
