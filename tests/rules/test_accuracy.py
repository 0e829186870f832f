"""Agreement with labelled plans stays at its level."""

from __future__ import annotations

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import Coverage
from dfjlint.testing.evaluate import Evaluation, evaluate_labels
from dfjlint.testing.metrics import detection
from tests.conftest import ROOT, SAMPLES

_SHARED = SAMPLES.parent
_HUNAN = _SHARED / "baseline" / "gold" / "hunan-2025.yaml"


def _alike(found: Evaluation) -> float:
    return sum(predicted == labelled for predicted, labelled in found.coverage) / len(found.coverage)


def test_plan_of_2019(index: ConceptIndex) -> None:
    (found,) = evaluate_labels([str(ROOT / "corpora" / "fujian-2018" / "labels")], index, "")
    assert found.gaps.f1 >= 0.95
    assert _alike(found) >= 0.9
    assert found.evidence.value >= 0.85


@pytest.mark.skipif(not _HUNAN.is_file(), reason="the labels are not here")
def test_plan_of_hunan(index: ConceptIndex) -> None:
    (found,) = evaluate_labels([str(_HUNAN)], index, str(_SHARED))
    assert found.gaps.f1 >= 0.92
    assert _alike(found) >= 0.9


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
def test_plans_labelled_by_one_reader(index: ConceptIndex) -> None:
    found = evaluate_labels([str(ROOT / "corpora" / "labels-elsewhere")], index, str(_SHARED))
    on_subject = [entry for entry in found if entry.name not in ("all", "cq_private_economy_2025")]
    predicted = [pair for entry in on_subject for pair in entry.coverage]
    assert len(predicted) == 102 * 10
    assert detection((p != Coverage.COVERED, t != Coverage.COVERED) for p, t in predicted).f1 >= 0.92
