from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import Coverage, Status
from tests.unit.engine.small_pack import check, document, plan, result, small_index


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> ConceptIndex:
    return small_index(Path(tmp_path_factory.mktemp("pack")))


def codes(source: object, index: ConceptIndex, rule: str) -> list[str]:
    return [gap.code for gap in result(source, index, rule).gaps]  # type: ignore[arg-type]


def test_both_elements_in_a_measure_cover(small: ConceptIndex) -> None:
    found = result(plan("完善政务内网和政务外网。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.COVERED


def test_one_of_two_elements_is_partial_and_names_the_other(small: ConceptIndex) -> None:
    found = result(plan("完善政务外网骨干网。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.PARTIAL
    assert [(gap.code, gap.instrument_words) for gap in found.gaps] == [("G02", "政務內網")]


def test_nothing_is_missing_with_one_gap(small: ConceptIndex) -> None:
    found = result(plan("建设数字图书馆。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.MISSING
    assert [gap.code for gap in found.gaps] == ["G01"]


def test_evidence_points_at_the_characters_of_the_source(small: ConceptIndex) -> None:
    source = plan("繼續完善「政務內網」，升級政務外網。")
    evidence = result(source, small, "DFJ-1.1").elements[0].evidence[0]
    assert source.text[evidence.span.start : evidence.span.end] == "繼續完善「政務內網」"
    assert [source.text[mark.start : mark.end] for mark in evidence.marks] == ["政務內網"]


def test_the_best_places_are_quoted_and_the_others_named(small: ConceptIndex) -> None:
    found = result(plan(*["完善政务内网。"] * 5), small, "DFJ-1.1").elements[0]
    assert (len(found.evidence), len(found.also)) == (3, 2)
    assert found.measures == (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("measures", "status"),
    [
        (["在路灯上加装感知终端。"], Status.MENTIONED),
        (["在路灯上加装感知终端。", "在路灯上加装感知终端。"], Status.MENTIONED),
        (["在路灯上加装感知终端。", "为管廊配备感知终端。"], Status.ADDRESSED),
        (["在路灯上加装感知终端。", "推进物联网布局。"], Status.ADDRESSED),
    ],
)
def test_a_broad_pattern_answers_in_places_of_its_own_words(
    small: ConceptIndex, measures: list[str], status: Status
) -> None:
    assert result(plan(*measures), small, "DFJ-1.2").elements[0].status is status


@pytest.mark.parametrize(
    ("measures", "status"),
    [
        (["为移动办公、视频会议、档案管理和政务外网等需要提供统一的技术保障。"], Status.MENTIONED),
        (["为移动办公、视频会议、档案管理和政务外网等需要提供统一的技术保障。", "扩容政务外网。"], Status.ADDRESSED),
        (["扩容升级全省政务外网。"], Status.ADDRESSED),
    ],
)
def test_few_words_of_a_long_clause_are_a_mention_in_passing(
    small: ConceptIndex, measures: list[str], status: Status
) -> None:
    assert result(plan(*measures), small, "DFJ-1.1").elements[1].status is status


def test_chapter_heading_is_a_mention(small: ConceptIndex) -> None:
    source = document("某省数字政府工作要点\n一、完善政务内网和政务外网\n（一）建设数字大厅。建设自助终端。")
    found = result(source, small, "DFJ-1.1")
    assert [element.status for element in found.elements] == [Status.MENTIONED, Status.MENTIONED]
    assert found.coverage is Coverage.PARTIAL


def test_a_preamble_that_says_why_has_taken_the_guidance_in(small: ConceptIndex) -> None:
    why = plan("建设数字大厅。", preamble="建设数字政府是贯彻新发展理念的重要抓手，现制定以下要点。")
    assert result(why, small, "DFJ-1.3").coverage is Coverage.COVERED


def test_preamble_answers_guidance_but_no_measure(small: ConceptIndex) -> None:
    source = plan("建设数字大厅。", preamble="今年要坚持新发展理念，加快完善政务内网和政务外网，现制定以下要点。")
    assert result(source, small, "DFJ-1.3").coverage is Coverage.COVERED
    assert result(source, small, "DFJ-1.1").coverage is not Coverage.COVERED


def test_document_title_is_a_mention_by_reference(small: ConceptIndex) -> None:
    source = plan("落实《全省政务内网政务外网建设指南》。")
    found = result(source, small, "DFJ-1.1")
    assert found.coverage is Coverage.PARTIAL
    assert {gap.code for gap in found.gaps} == {"G09"}


def test_denial_contradicts(small: ConceptIndex) -> None:
    found = result(plan("暂缓建设政务内网和政务外网。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.CONTRADICTED
    assert {gap.code for gap in found.gaps} == {"G10"}


def test_report_of_what_was_done_is_a_mention(small: ConceptIndex) -> None:
    found = result(plan("去年已建成政务内网和政务外网。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.PARTIAL


def test_topic_of_a_sentence_is_a_mention(small: ConceptIndex) -> None:
    found = result(plan("围绕政务内网、政务外网，举办数字技能大赛。"), small, "DFJ-1.1")
    assert found.coverage is Coverage.PARTIAL


def test_exception_of_a_concept_is_no_hit(small: ConceptIndex) -> None:
    found = result(plan("完善政务内网，撤并政务外网办公室。"), small, "DFJ-1.1")
    assert [element.status for element in found.elements] == [Status.ADDRESSED, Status.MISSING]


def test_condition_must_stand_in_the_clause(small: ConceptIndex) -> None:
    assert result(plan("部署物联网感知终端。"), small, "DFJ-1.2").coverage is Coverage.COVERED
    assert result(plan("举办物联网大赛，部署安保力量。"), small, "DFJ-1.2").coverage is Coverage.PARTIAL


def test_bare_keywords_count_for_nothing(small: ConceptIndex) -> None:
    source = document(
        "某省数字政府工作要点\n一、主要任务\n（一）建设数字大厅。建设自助终端。\n政务内网、政务外网、物联网"
    )
    assert result(source, small, "DFJ-1.1").coverage is Coverage.MISSING


def test_plan_on_another_subject_only_mentions(small: ConceptIndex) -> None:
    other = [f"推进生猪养殖标准化，建设猪舍{number}处。" for number in range(5)]
    source = plan(*other, "部署物联网终端。", title="某市2026年养殖业工作方案")
    assert result(source, small, "DFJ-1.2").coverage is Coverage.PARTIAL
    assert result(plan(*other, "部署物联网终端。"), small, "DFJ-1.2").coverage is Coverage.COVERED


def test_chapter_on_the_subject_counts_in_a_plan_on_another_one(small: ConceptIndex) -> None:
    pigs = "".join(f"\n（{number}）推进养殖。推进生猪养殖标准化，建设猪舍。" for number in "一二三四五")
    source = document(f"某市2026年养殖业工作方案\n一、主要任务{pigs}\n二、数字化\n（一）做好基础。部署物联网终端。")
    assert result(source, small, "DFJ-1.2").coverage is Coverage.COVERED


def test_weak_force_is_g06(small: ConceptIndex) -> None:
    assert codes(plan("探索完善政务内网和政务外网。"), small, "DFJ-1.1").count("G06") == 2
    assert "G06" not in codes(plan("完善政务内网和政务外网。"), small, "DFJ-1.1")


def test_trial_is_g07(small: ConceptIndex) -> None:
    assert "G07" in codes(plan("开展物联网设施部署试点。"), small, "DFJ-1.2")
    assert "G07" not in codes(plan("开展物联网设施部署。"), small, "DFJ-1.2")


def test_owner_missing_only_where_the_plan_names_owners_elsewhere(small: ConceptIndex) -> None:
    owned = [f"建设数字大厅{number}。（责任单位：省数字办）" for number in range(3)]
    assert "G03" in codes(plan(*owned, "完善政务内网和政务外网。"), small, "DFJ-1.1")
    assert "G03" not in codes(plan("完善政务内网和政务外网。"), small, "DFJ-1.1")
    answered = "完善政务内网和政务外网。（责任单位：省数字办）"
    assert "G03" not in codes(plan(*owned, answered), small, "DFJ-1.1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2026年底，部署物联网终端200个。", []),
        ("到2027年底，部署物联网终端200个。", ["G04"]),
        ("部署物联网终端200个。", ["G04"]),
        ("到2026年底，部署物联网终端50个。", ["G05"]),
        ("到2026年底，部署物联网终端。", ["G05"]),
    ],
)
def test_deadline_and_target_of_the_instrument(small: ConceptIndex, text: str, expected: list[str]) -> None:
    assert codes(plan(text), small, "DFJ-1.2") == expected


def test_every_gap_has_a_suggestion_and_the_nearest_text(small: ConceptIndex) -> None:
    found = result(plan("围绕政务内网，举办数字技能大赛。"), small, "DFJ-1.1")
    assert "完善政務內網、政務外網" in found.suggestion
    assert found.nearest[0].why.key == "near-topic"


def test_empty_plan_misses_everything(small: ConceptIndex) -> None:
    report = check(document("某省数字政府工作要点"), small)
    assert {entry.coverage for entry in report.obligations} == {Coverage.MISSING}
