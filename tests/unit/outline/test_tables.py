from dfjlint.model.plan import Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline import build_outline
from tests.unit.outline.small_plans import in_zone, measures, source_of_blocks, table

HEADER = ("序号", "重点任务", "责任单位", "完成时限")
ROWS = (HEADER, ("1", "建设政务云", "市数据局", "2025年6月"), ("2", "开放公共数据", "市教育局、市公安局", "2025年底"))


def test_each_row_is_a_measure() -> None:
    outline = build_outline(source_of_blocks(*table(*ROWS)))
    assert measures(outline) == [("表1第2行", ""), ("表1第3行", "")]
    assert in_zone(outline, Zone.MEASURE) == ["建设政务云", "开放公共数据"]


def test_columns_of_owners_and_deadlines() -> None:
    outline = build_outline(source_of_blocks(*table(*ROWS)))
    assert in_zone(outline, Zone.OWNERS) == ["市数据局", "2025年6月", "市教育局、市公安局", "2025年底"]


def test_header_is_no_measure() -> None:
    outline = build_outline(source_of_blocks(*table(*ROWS)))
    assert [paragraph.measure for paragraph in outline.paragraphs[:4]] == [-1] * 4
    assert in_zone(outline, Zone.HEADING)[:4] == list(HEADER)


def test_cells_are_found_by_row_and_column() -> None:
    outline = build_outline(source_of_blocks(*table(*ROWS)))
    assert outline.paragraphs[6].locator == "表1第2行第3列"


def test_measure_goes_from_its_first_cell_to_its_last() -> None:
    outline = build_outline(source_of_blocks(*table(*ROWS)))
    measure = outline.measures[0]
    assert outline.text.text[measure.norm_start : measure.norm_end] == "1\n建设政务云\n市数据局\n2025年6月"


def test_lone_cell_names_the_rows_below() -> None:
    rows = (
        ("任务", "牵头单位"),
        ("一、数据", ""),
        ("开放公共数据", "市数据局"),
        ("二、平台", ""),
        ("建设政务云", "市数据局"),
    )
    outline = build_outline(source_of_blocks(*table(*rows)))
    assert [(section.level, section.number) for section in outline.sections] == [
        (1, "一、"),
        (2, ""),
        (1, "二、"),
        (2, ""),
    ]
    assert len(outline.measures) == 2


def test_text_behind_the_table_belongs_to_the_section_around() -> None:
    source = source_of_blocks(
        (BlockKind.HEADING, 1, "一、任务"),
        *table(*ROWS),
        (BlockKind.PARAGRAPH, 0, "以上任务按月调度。"),
    )
    last = build_outline(source).paragraphs[-1]
    assert (last.section, last.measure) == (0, -1)


def test_table_of_figures_belongs_to_its_section() -> None:
    source = source_of_blocks(
        (BlockKind.HEADING, 1, "一、主要目标"),
        *table(("指标", "2025年", "2027年"), ("算力规模", "10", "20")),
        (BlockKind.HEADING, 1, "二、开放数据"),
        (BlockKind.PARAGRAPH, 0, "编目录，按季更新。"),
    )
    outline = build_outline(source)
    assert in_zone(outline, Zone.TARGETS) == ["指标", "2025年", "2027年", "算力规模", "10", "20"]
    assert len(outline.measures) == 1
