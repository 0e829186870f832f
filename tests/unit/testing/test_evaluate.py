"""Verdicts beside labels: what is counted, and how it reads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dfjlint.testing.evaluate import evaluate_labels, render_evaluation
from dfjlint.testing.metrics import Ratio
from tests.unit.engine.small_pack import plan, small_index


def _labels(folder: Path) -> Path:
    text = plan("完善政务外网。", "扩建政务外网。", "推进物联网设施布局。").text
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    answered = {"政務外網"}
    lines = ["plan: plan.txt", f"text_sha256: {hashlib.sha256(text.encode()).hexdigest()}", "elements:"]
    for obligation in small_index(folder).pack.obligations:
        for element in obligation.elements:
            label = "yes" if element.name in answered else "no"
            lines.append(f'- {{id: {obligation.id}, element: "{element.name}", label: "{label}"}}')
    path = folder / "labels.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_answers_are_counted_by_the_places_that_give_them(tmp_path: Path) -> None:
    (found,) = evaluate_labels([str(_labels(tmp_path))], small_index(tmp_path), "")
    assert found.places == (Ratio(0, 1), Ratio(1, 1), Ratio(0, 0), Ratio(0, 0))


def test_the_places_stand_below_the_verdicts(tmp_path: Path) -> None:
    found = evaluate_labels([str(_labels(tmp_path))], small_index(tmp_path), "")
    assert list(render_evaluation(found, errors=False))[-2:] == [
        "| elements | 1 | 1 | 0 | 0 |",
        "| answered by the label too | 0.000 (0.00–0.79) | 1.000 (0.21–1.00) | 0.000 (0.00–1.00) | 0.000 (0.00–1.00) |",
    ]
