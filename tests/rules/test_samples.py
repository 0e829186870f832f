"""Real plans without labels of their own: twins agree, an off-subject plan is not covered."""

from __future__ import annotations

import pytest

from dfjlint.api import check_bytes
from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import Coverage, DocumentReport
from tests.conftest import SAMPLES

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")


def _report(name: str, index: ConceptIndex) -> DocumentReport:
    path = SAMPLES / "plans" / f"{name}.txt"
    return check_bytes(path.read_bytes(), path.name, index)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("bj_data_pilot_zone_2025_a", "bj_data_pilot_zone_2025_b"),
        ("ha_data_market_2025_2027_pdf", "ha_data_market_2025_2027_web"),
    ],
)
def test_two_extractions_of_one_document_agree(first: str, second: str, index: ConceptIndex) -> None:
    pairs = list(zip(_report(first, index).obligations, _report(second, index).obligations, strict=True))
    same = sum(a.coverage is b.coverage for a, b in pairs)
    assert same / len(pairs) >= 0.97


def test_off_subject_plan_has_at_most_five_covered(index: ConceptIndex) -> None:
    report = _report("cq_private_economy_2025", index)
    assert sum(entry.coverage is Coverage.COVERED for entry in report.obligations) <= 5
    assert [finding.id for finding in report.findings] == ["DFJ004"]
