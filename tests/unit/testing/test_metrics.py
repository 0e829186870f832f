from __future__ import annotations

import pytest

from dfjlint.testing.metrics import Ratio, detection, kappa


def test_ratio_of_nothing_is_zero() -> None:
    assert Ratio(0, 0).value == 0.0
    assert Ratio(0, 0).interval == (0.0, 1.0)


def test_wilson_interval_of_a_known_example() -> None:
    low, high = Ratio(8, 10).interval
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


def test_detection_counts_both_ways() -> None:
    found = detection([(True, True), (True, False), (False, True), (False, False)])
    assert (found.precision, found.recall) == (Ratio(1, 2), Ratio(1, 2))
    assert found.f1 == pytest.approx(0.5)


def test_kappa_of_a_textbook_table() -> None:
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_kappa_of_one_category_is_one() -> None:
    assert kappa([("a", "a"), ("a", "a")]) == 1.0
