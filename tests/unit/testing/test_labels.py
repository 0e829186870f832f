"""Labels of a plan and what may be wrong with them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.errors import UsageError
from dfjlint.model.report import Status
from dfjlint.testing.labels import read_labels

_TEXT = "完善政务外网。\n"


def _file(folder: Path, index: ConceptIndex, skip: str = "", text: str = _TEXT) -> Path:
    (folder / "plan.txt").write_text(_TEXT, encoding="utf-8")
    lines = ["plan: plan.txt", f"text_sha256: {hashlib.sha256(text.encode()).hexdigest()}", "elements:"]
    for obligation in index.pack.obligations:
        for element in obligation.elements:
            if element.name != skip:
                lines.append(f'- {{id: {obligation.id}, element: "{element.name}", label: "weak"}}')
    path = folder / "labels.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_plan_stands_beside_its_labels(tmp_path: Path, index: ConceptIndex) -> None:
    labels = read_labels(_file(tmp_path, index), "", index.pack.obligations)
    assert labels.path.name == "plan.txt"
    assert labels.status["DFJ-2.2.6", "政務外網"] is Status.MENTIONED


def test_an_element_without_a_label(tmp_path: Path, index: ConceptIndex) -> None:
    with pytest.raises(UsageError, match=r"no label for DFJ-2\.2\.6 政務外網"):
        read_labels(_file(tmp_path, index, skip="政務外網"), "", index.pack.obligations)


def test_another_text_than_the_labelled_one(tmp_path: Path, index: ConceptIndex) -> None:
    with pytest.raises(UsageError, match="not the one that was labelled"):
        read_labels(_file(tmp_path, index, text="别的文本"), "", index.pack.obligations)
