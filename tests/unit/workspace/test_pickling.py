from __future__ import annotations

import pickle
import re
from dataclasses import dataclass, field
from enum import StrEnum

import pytest

from dfjlint.workspace.pickling import pickled
from tests.unit.reporters.factory import document, hostile_report, unreadable


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class One:
    value: object


@dataclass
class Counted:
    value: int
    double: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.double = self.value * 2


@pytest.mark.parametrize(
    "value",
    [
        *(document(), unreadable(), hostile_report(), Nothing(), One(One((1, "二", None))), Counted(2)),
        *({"a": [Colour.RED]}, re.compile("a+"), 1 + 2j, frozenset({b"x"})),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_pickled_comes_back(value: object) -> None:
    assert pickle.loads(pickled(value)) == value


def test_the_same_value_is_pickled_once() -> None:
    one = One("x" * 1000)
    assert len(pickled((one, one))) < 1200
    first, second = pickle.loads(pickled((one, one)))
    assert first is second


def test_what_cannot_be_pickled_is_an_error() -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickled(lambda: None)
