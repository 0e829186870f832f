"""Verdicts on single labelled sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.errors import PackError, UsageError
from dfjlint.testing.metrics import Ratio
from dfjlint.testing.sentences import evaluate_sentences, precision, recall, render_sentences

_FILE = """sentences:
- {id: DFJ-2.2.6, element: "政務外網", label: "yes", text: "升级电子政务外网骨干线路。"}
- {id: DFJ-2.2.6, element: "政務外網", label: "yes", text: "给机关大楼换一批新椅子。"}
- {id: DFJ-2.2.6, element: "政務外網", label: "no", text: "修缮机关大楼。"}
- {id: DFJ-2.2.7, element: "應急通信保障能力", label: "weak", text: "建设应急通信车队。"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "few.yaml"
    path.write_text(_FILE, encoding="utf-8")
    return path


def test_answers_known_and_taken_rightly(file: Path, index: ConceptIndex) -> None:
    outcomes = evaluate_sentences([str(file)], index)["few"]
    assert [outcome.ok for outcome in outcomes] == [True, False, True, False]
    assert (recall(outcomes), precision(outcomes)) == (Ratio(1, 2), Ratio(1, 2))


def test_only_some_rules(file: Path, index: ConceptIndex) -> None:
    outcomes = evaluate_sentences([str(file)], index, ("DFJ-2.2.7",))["few"]
    assert [outcome.sentence.element for outcome in outcomes] == ["應急通信保障能力"]


def test_errors_show_the_text_and_the_verdict(file: Path, index: ConceptIndex) -> None:
    lines = list(render_sentences(evaluate_sentences([str(file)], index), errors=True))
    assert "DFJ-2.2.6 政務外網: missing, labelled yes" in lines
    assert "    text:    给机关大楼换一批新椅子。" in lines


def test_an_element_that_the_pack_does_not_have(tmp_path: Path, index: ConceptIndex) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(_FILE.replace("政務外網", "海底隧道"), encoding="utf-8")
    with pytest.raises(UsageError, match="no such element"):
        evaluate_sentences([str(path)], index)


def test_a_file_of_another_kind(tmp_path: Path, index: ConceptIndex) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("elements: []\n", encoding="utf-8")
    with pytest.raises(PackError):
        evaluate_sentences([str(path)], index)
