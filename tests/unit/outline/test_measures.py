from dfjlint.model.plan import Zone
from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import PLAN, in_zone, measures, paragraphs, source_of


def labels(text: str) -> list[str]:
    return [label for label, _ in measures(build_outline(source_of(text)))]


def test_smallest_numbered_items_are_measures() -> None:
    assert measures(build_outline(source_of(PLAN))) == [
        ("二、（一）", "扩大网络覆盖"),
        ("二、（二）", "统筹算力布局"),
        ("三、（三）", "开放公共数据"),
    ]


def test_chapter_without_items_is_a_measure() -> None:
    assert labels("一、数据\n（一）编目录。按季更新。\n二、保障措施\n建立机制，按月调度。\n") == ["一、（一）", "二、"]


def test_requirements_targets_and_background_are_no_measures() -> None:
    text = (
        "一、发展现状\n基础设施不断完善。\n二、总体要求\n（一）指导思想。坚持统筹。\n（二）主要目标。建成平台。\n"
        "三、开放数据\n编目录，按季更新。\n"
    )
    assert labels(text) == ["三、"]


def test_phrases_under_a_lead_in_belong_to_the_item_above() -> None:
    text = "一、数据\n（一）开放数据。做好下列工作：\n1.编目录；\n2.建平台；\n3.定标准。\n（二）治理数据。提升质量。\n"
    outline = build_outline(source_of(text))
    assert labels(text) == ["一、（一）", "一、（二）"]
    assert [paragraph.measure for paragraph in outline.paragraphs] == [-1, 0, 0, 0, 0, 1]


def test_items_with_headings_of_their_own_are_measures_even_under_a_lead_in() -> None:
    text = "一、数据\n（一）开放数据。做好下列工作：\n1.编目录。统一标准，按季更新。\n2.建平台。汇聚数据，提升服务。\n"
    assert labels(text) == ["一、（一）1.", "一、（一）2."]


def test_phrases_with_owners_of_their_own_are_measures() -> None:
    text = "一、数据\n（一）开放数据。做好下列工作：\n1.编目录。（责任单位：数据局）\n2.建平台。（责任单位：工信局）\n"
    assert labels(text) == ["一、（一）1.", "一、（一）2."]


def test_short_items_without_a_lead_in_are_measures() -> None:
    assert labels("一、数据\n1.编目录\n2.建平台\n") == ["一、1.", "一、2."]


def test_box_goes_with_the_text_of_its_section() -> None:
    text = "一、数据\n（一）开放数据。编目录，按季更新。\n专栏1 数据工程\n建平台，定标准。\n"
    assert labels(text) == ["一、（一）"]


def test_list_items_are_measures() -> None:
    assert labels("## 数据\n- 编目录，按季更新。\n- 建平台，汇聚数据。\n") == ["“数据”第1项", "“数据”第2项"]


def test_measure_goes_from_its_number_to_its_last_paragraph() -> None:
    outline = build_outline(source_of("一、数据\n编目录，按季更新。\n责任单位：数据局\n二、平台\n建平台，定标准。\n"))
    measure = outline.measures[0]
    words = "一、数据\n编目录,按季更新。\n责任单位:数据局"
    assert outline.text.text[measure.norm_start : measure.norm_end] == words


def test_text_of_a_section_with_items_below_is_in_no_measure() -> None:
    outline = build_outline(source_of("一、数据\n坚持需求导向，强化供给。\n（一）编目录。按季更新。\n"))
    paragraph = outline.paragraphs[1]
    assert (paragraph.zone, paragraph.section, paragraph.measure) == (Zone.MEASURE, 0, -1)


def test_plan_without_numbers_has_a_measure_for_each_paragraph() -> None:
    text = "某市数据工作计划\n为推进数据开放，制定本计划。\n编目录，按季更新。\n建平台，汇聚数据。\n"
    outline = build_outline(source_of(text))
    assert labels(text) == ["第1段", "第2段"]
    assert in_zone(outline, Zone.PREAMBLE) == ["为推进数据开放,制定本计划。"]


def test_plan_without_numbers_but_with_headings() -> None:
    text = "某市数据工作计划\n数据开放\n编目录，按季更新。\n平台建设\n建平台，汇聚数据。\n定标准，统一接口。\n"
    assert measures(build_outline(source_of(text))) == [("“数据开放”", "数据开放"), ("“平台建设”", "平台建设")]


def test_single_paragraph_is_one_measure() -> None:
    outline = build_outline(source_of("编目录，按季更新。"))
    assert measures(outline) == [("第1段", "")]
    assert paragraphs(outline) == ["编目录,按季更新。"]
