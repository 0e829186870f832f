"""Real plans with their real noise; skipped where the samples are absent."""

from difflib import SequenceMatcher

import pytest

from dfjlint.model.plan import Outline, Zone
from dfjlint.outline import build_outline
from tests.conftest import SAMPLES
from tests.unit.outline.small_plans import in_zone, source_of

PLANS = sorted((SAMPLES / "plans").glob("*.txt"))

pytestmark = pytest.mark.skipif(not PLANS, reason="no sample documents here")


def outline_of(name: str) -> Outline:
    path = next(path for path in PLANS if path.stem == name)
    return build_outline(source_of(path.read_text(encoding="utf-8"), path.name))


@pytest.mark.parametrize("name", [path.stem for path in PLANS])
def test_every_plan_has_a_title_and_measures(name: str) -> None:
    outline = outline_of(name)
    assert outline.title
    assert outline.issuer
    assert len(outline.measures) >= 10
    assert len({measure.label for measure in outline.measures}) * 2 >= len(outline.measures)


@pytest.mark.parametrize("name", [path.stem for path in PLANS])
def test_no_page_furniture_is_left_in_the_plan(name: str) -> None:
    outline = outline_of(name)
    kept = [words for zone in Zone if zone is not Zone.CHROME for words in in_zone(outline, zone)]
    assert [words for words in kept if "页码:" in words or "公网安备" in words or "gov.cn" in words] == []


@pytest.mark.parametrize(
    ("name", "chapters", "measures", "owners"),
    [
        ("bj_data_pilot_zone_2025_a", 8, 18, 0),
        ("cq_private_economy_2025", 6, 27, 27),
        ("gz_data_industry_2025_2027_draft", 4, 23, 23),
        ("ha_data_market_2025_2027_web", 3, 32, 28),
        ("ha_smart_city_2025_2027", 3, 24, 21),
        ("hn_gov_data_workpoints_2025", 12, 48, 48),
        ("ln_digital_gov_2025_2027", 6, 27, 27),
        ("moe_education_digital_2025", 7, 23, 0),
        ("nat_digital_economy_14fyp_2021", 11, 32, 0),
        ("sd_digital_gov_reform_2025", 6, 18, 18),
    ],
)
def test_structure_as_counted_by_hand(name: str, chapters: int, measures: int, owners: int) -> None:
    outline = outline_of(name)
    assert sum(1 for section in outline.sections if section.level == 1) == chapters
    assert len(outline.measures) == measures
    assert len(in_zone(outline, Zone.OWNERS)) == owners


@pytest.mark.parametrize(
    "name",
    [
        "cq_private_economy_2025",
        "ha_data_market_2025_2027_web",
        "moe_education_digital_2025",
        "ha_smart_city_2025_2027",
    ],
)
def test_no_measure_is_cut_by_a_page_end(name: str) -> None:
    outline = outline_of(name)
    last = [words for words in in_zone(outline, Zone.MEASURE) if words[-1] not in "。;:"]
    assert last == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bj_data_pilot_zone_2025_a", "bj_data_pilot_zone_2025_b"),
        ("ha_data_market_2025_2027_pdf", "ha_data_market_2025_2027_web"),
    ],
)
def test_two_extractions_of_one_plan_agree(one: str, other: str) -> None:
    first, second = outline_of(one), outline_of(other)
    assert [measure.label for measure in first.measures] == [measure.label for measure in second.measures]
    for zone in (Zone.MEASURE, Zone.OWNERS, Zone.TARGETS, Zone.PREAMBLE):
        words = ["".join(in_zone(outline, zone)) for outline in (first, second)]
        assert SequenceMatcher(None, *words, autojunk=False).quick_ratio() > 0.99
