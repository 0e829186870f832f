from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dfjlint.model.report import DocumentReport
from dfjlint.workspace.shelf import IN_MEMORY, Shelf, shelved
from tests.unit.reporters.factory import document


def _many(count: int) -> list[DocumentReport]:
    plan = document()
    return [replace(plan, path=f"{number}.txt") for number in range(count)]


def _names(reports: Sequence[DocumentReport]) -> list[str]:
    return [report.path for report in reports]


def test_a_short_run_stays_in_memory() -> None:
    assert shelved(iter(_many(IN_MEMORY))) == tuple(_many(IN_MEMORY))


def test_a_long_run_comes_back_as_often_as_asked() -> None:
    many = _many(IN_MEMORY + 3)
    shelf = shelved(iter(many))
    assert isinstance(shelf, Shelf)
    assert len(shelf) == len(many)
    assert list(shelf) == many
    assert list(shelf) == many


def test_places_count_as_in_a_list() -> None:
    many = _many(5)
    shelf = Shelf(many)
    assert (shelf[0], shelf[-1]) == (many[0], many[4])
    assert _names(shelf[1:3]) == ["1.txt", "2.txt"]
    assert _names(shelf[:1]) == ["0.txt"]
    assert many[2] in shelf
