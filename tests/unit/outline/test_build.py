from collections import Counter

import pytest
from opencc import OpenCC

from dfjlint.model.plan import Outline, Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline import build_outline
from tests.conftest import PLAN_2019
from tests.unit.outline.small_plans import PLAN, in_zone, measures, paragraphs, rewrap, source_of, source_of_blocks


@pytest.fixture(scope="module")
def corpus() -> str:
    return PLAN_2019.read_text(encoding="utf-8")


def parts(outline: Outline) -> list[tuple[str, str]]:
    """Zone and text of every stretch; what is equal in all shapes of a plan."""
    return [(s.zone.value, outline.text.text[s.norm_start : s.norm_end]) for s in outline.stretches]


def assert_same(one: Outline, other: Outline) -> None:
    assert measures(one) == measures(other)
    assert parts(one) == parts(other)
    assert [p.locator for p in one.paragraphs] == [p.locator for p in other.paragraphs]


def test_plan_of_2019(corpus: str) -> None:
    outline = build_outline(source_of(corpus))
    assert sum(1 for section in outline.sections if section.level == 1) == 5
    assert len(outline.measures) == 29
    assert len(in_zone(outline, Zone.OWNERS)) == 29
    assert outline.title == "2019年數字福建工作要點"
    assert outline.issuer == "福建省人民政府辦公廳"
    assert outline.measures[-1].label == "五、（二十九）"
    assert all(measure.title for measure in outline.measures)


def test_zones_of_the_plan_of_2019(corpus: str) -> None:
    zones = Counter(paragraph.zone for paragraph in build_outline(source_of(corpus)).paragraphs)
    assert zones == {
        Zone.LETTERHEAD: 5,
        Zone.TITLE: 1,
        Zone.PREAMBLE: 1,
        Zone.HEADING: 5,
        Zone.MEASURE: 29,
        Zone.CHROME: 1,
    }


@pytest.mark.parametrize("width", [20, 30, 40, 60])
def test_wrapped_plan_of_2019(corpus: str, width: int) -> None:
    assert_same(build_outline(source_of(rewrap(corpus, width))), build_outline(source_of(corpus)))


def test_stretches_cover_every_paragraph(corpus: str) -> None:
    outline = build_outline(source_of(corpus))
    covered: dict[int, int] = {i: p.norm_start for i, p in enumerate(outline.paragraphs)}
    for stretch in outline.stretches:
        assert stretch.norm_start == covered[stretch.paragraph]
        assert stretch.norm_end > stretch.norm_start
        covered[stretch.paragraph] = stretch.norm_end
    assert covered == {i: p.norm_end for i, p in enumerate(outline.paragraphs)}


def test_paragraphs_are_the_lines_of_the_text(corpus: str) -> None:
    outline = build_outline(source_of(corpus))
    assert paragraphs(outline) == outline.text.text.split("\n")


def test_three_stretches_of_a_measure() -> None:
    outline = build_outline(source_of("一、数据\n（一）编目录。按季更新。（责任单位：数据局）\n"))
    assert parts(outline)[1:] == [
        ("heading", "(一)编目录。"),
        ("measure", "按季更新。"),
        ("owners", "(责任单位:数据局)"),
    ]


def test_targets_inside_the_requirements() -> None:
    assert in_zone(build_outline(source_of(PLAN)), Zone.TARGETS) == ["到2027年,全市算力规模翻一番。"]


def test_labelled_targets_inside_a_measure() -> None:
    outline = build_outline(source_of("一、强基行动\n行动目标：到2026年，建成平台。\n编目录，按季更新。\n"))
    assert in_zone(outline, Zone.TARGETS) == ["行动目标:到2026年,建成平台。"]
    assert outline.paragraphs[1].measure == 0


def test_notes_are_background() -> None:
    source = source_of_blocks(
        (BlockKind.HEADING, 1, "一、数据"),
        (BlockKind.PARAGRAPH, 0, "编目录，按季更新。"),
        (BlockKind.NOTE, 0, "目录指公共数据目录。"),
    )
    outline = build_outline(source)
    assert in_zone(outline, Zone.BACKGROUND) == ["目录指公共数据目录。"]
    assert outline.paragraphs[-1].measure == -1


def test_no_text() -> None:
    outline = build_outline(source_of(""))
    assert (outline.paragraphs, outline.sections, outline.measures, outline.stretches) == ((), (), (), ())
    assert (outline.text.text, outline.title, outline.issuer) == ("", "", "")


def test_line_of_nothing_but_quotation_marks_is_no_paragraph() -> None:
    assert paragraphs(build_outline(source_of("“”\n编目录，按季更新。\n"))) == ["编目录,按季更新。"]


def test_line_ends_make_no_difference() -> None:
    assert_same(build_outline(source_of(PLAN.replace("\n", "\r\n"))), build_outline(source_of(PLAN)))


def test_width_of_punctuation_makes_no_difference() -> None:
    half = PLAN.translate(str.maketrans("，：；（）", ",:;()"))
    assert_same(build_outline(source_of(half)), build_outline(source_of(PLAN)))
    assert_same(build_outline(source_of(rewrap(half, 30))), build_outline(source_of(PLAN)))


def test_script_makes_no_difference() -> None:
    hant = OpenCC("s2t").convert(PLAN)
    assert hant != PLAN
    assert_same(build_outline(source_of(hant)), build_outline(source_of(PLAN)))


@pytest.mark.parametrize(
    ("chapters", "labels"),
    [
        (("1. ", "2. ", "3. "), ["2.（一）", "2.（二）", "3.（三）"]),
        (("第一章 ", "第二章 ", "第三章 "), ["第二章（一）", "第二章（二）", "第三章（三）"]),
        (("# 一、", "# 二、", "# 三、"), ["二、（一）", "二、（二）", "三、（三）"]),
        (("一．", "二．", "三．"), ["二.（一）", "二.（二）", "三.（三）"]),
    ],
)
def test_other_numbers_same_measures(chapters: tuple[str, ...], labels: list[str]) -> None:
    text = PLAN
    for old, new in zip(("一、", "二、", "三、"), chapters, strict=True):
        text = text.replace(f"\n{old}", f"\n{new}")
    outline = build_outline(source_of(text))
    assert [measure.label for measure in outline.measures] == labels
    assert [measure.title for measure in outline.measures] == ["扩大网络覆盖", "统筹算力布局", "开放公共数据"]
    assert len(in_zone(outline, Zone.OWNERS)) == 3
    assert in_zone(outline, Zone.TARGETS) == ["到2027年,全市算力规模翻一番。"]
