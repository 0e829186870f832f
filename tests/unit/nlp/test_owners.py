"""Owner notes: prefixes spread where they should, roles follow labels and tails."""

from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.model.plan import Owner, OwnerRole, Zone
from dfjlint.nlp.facts import measure_facts
from dfjlint.nlp.owners import find_owners
from dfjlint.outline import build_outline
from dfjlint.readers import ReadOptions, read_document
from tests.conftest import PLAN_2019
from tests.unit.nlp.small_outline import outline_of

RESPONSIBLE, LEAD, SUPPORT = OwnerRole.RESPONSIBLE, OwnerRole.LEAD, OwnerRole.SUPPORT


def owners(note: str, zone: Zone = Zone.OWNERS) -> tuple[Owner, ...]:
    return find_owners(outline_of((zone, note))).get(0, ())


def names(note: str, zone: Zone = Zone.OWNERS) -> list[str]:
    return [owner.name for owner in owners(note, zone)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("(责任单位:省发改委、教育厅、卫健委)", ["省发改委", "省教育厅", "省卫健委"]),
        ("(责任单位:市数据局、教育局,海沧区政府)", ["市数据局", "市教育局", "海沧区政府"]),
        ("(责任单位:福建省财政厅、水利厅)", ["福建省财政厅", "福建省水利厅"]),
        ("(责任单位:省委组织部、政法委,省审计厅)", ["省委组织部", "省委政法委", "省审计厅"]),
        ("(责任单位:省商务厅、网信办)", ["省商务厅", "省委网信办"]),
        ("(责任单位:省委网信办、公安厅)", ["省委网信办", "省公安厅"]),
        ("(责任单位:省农业农村厅、福建农林大学)", ["省农业农村厅", "福建农林大学"]),
        ("(责任单位:省国资委、东南通信集团)", ["省国资委", "东南通信集团"]),
        ("(责任单位:省水利厅、各设区市人民政府)", ["省水利厅", "各设区市人民政府"]),
        ("(责任单位:省发改委、市场监管局)", ["省发改委", "省市场监管局"]),
        ("(责任单位:三明、南平市人民政府)", ["三明市人民政府", "南平市人民政府"]),
        ("(责任单位:各市、县(市、区)人民政府)", ["各市、县(市、区)人民政府"]),
        ("[责任单位:省科技厅和省教育厅]", ["省科技厅", "省教育厅"]),
        ("(责任单位:省工业和信息化厅)", ["省工业和信息化厅"]),
        ("(责任单位:省数据局等有关单位)", ["省数据局"]),
        ("(责任单位:省数据局。以下均需各县落实,不再列出)", ["省数据局"]),
        ("(市数据局会各有关部门按职责分工负责)", ["市数据局", "各有关部门"]),
        ("(责任单位:)", []),
    ],
)
def test_names(note: str, expected: list[str]) -> None:
    assert names(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("(省数据局牵头,省财政厅配合)", [("省数据局", LEAD), ("省财政厅", SUPPORT)]),
        ("(牵头单位:省数据局,责任单位:省财政厅)", [("省数据局", LEAD), ("省财政厅", RESPONSIBLE)]),
        ("(省数据局牵头,各有关单位按职责分工负责)", [("省数据局", LEAD), ("各有关单位", RESPONSIBLE)]),
        ("(省财政厅,省数据局牵头)", [("省财政厅", LEAD), ("省数据局", LEAD)]),
        ("(配合单位:省林业局;省海洋局牵头)", [("省林业局", SUPPORT), ("省海洋局", LEAD)]),
    ],
)
def test_roles(note: str, expected: list[tuple[str, OwnerRole]]) -> None:
    assert [(owner.name, owner.role) for owner in owners(note)] == expected


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("省水利厅", "province"),
        ("省直有关部门", "province"),
        ("各设区市人民政府", "city"),
        ("三明市人民政府", "city"),
        ("平潭综合实验区管委会", "city"),
        ("各县(区)人民政府", "county"),
        ("延平区政府", "county"),
        ("福建农林大学", "university"),
        ("各有关高校", "university"),
        ("东南通信集团", "enterprise"),
        ("各通信运营商", "enterprise"),
        ("国家数据局", "department-of-state"),
        ("数字乡村研究院", "other"),
    ],
)
def test_levels(name: str, level: str) -> None:
    assert [owner.level for owner in owners(f"(责任单位:{name})")] == [level]


def test_owners_in_the_text_of_a_measure() -> None:
    found = owners("由省数据局牵头,建立台账。由市财政局会同市审计局负责核查。由浅入深负责推进", Zone.MEASURE)
    assert [(owner.name, owner.role) for owner in found] == [
        ("省数据局", LEAD),
        ("市财政局", RESPONSIBLE),
        ("市审计局", SUPPORT),
    ]


def test_a_span_is_what_is_printed() -> None:
    note = "(责任单位:省发改委、教育厅)"
    span = owners(note)[1].span
    assert note[span.start : span.end] == "教育厅"


def test_a_body_counts_once() -> None:
    assert names("(责任单位:省数据局、省数据局)") == ["省数据局"]


def test_every_measure_of_the_plan_of_2019_has_owners() -> None:
    source = read_document(Path("plan.txt"), "plan.txt", PLAN_2019.read_bytes(), ReadOptions())
    facts = measure_facts(build_outline(source))
    assert [bool(measure.owners) for measure in facts] == [True] * 29
    assert [owner.name for owner in facts[28].owners] == ["省发改委", "省数字办", "省人社厅"]
