from __future__ import annotations

import pytest

from tests.record import CONSOLE_2019, DATA, console_2019, recordings

_RECORDED = dict(recordings())


@pytest.mark.parametrize("name", sorted(_RECORDED))
def test_a_report_reads_as_recorded(name: str) -> None:
    """After a change that is meant: python -m tests.record, and read the diff."""
    assert _RECORDED[name].decode() == (DATA / name).read_bytes().decode()


def test_nothing_else_is_recorded() -> None:
    assert {f"reports/{path.name}" for path in (DATA / "reports").iterdir()} == set(_RECORDED)


@pytest.mark.parametrize("name", sorted(_RECORDED))
def test_a_report_is_the_same_twice(name: str) -> None:
    assert dict(recordings())[name] == _RECORDED[name]


def test_the_plan_of_2019_reads_as_recorded() -> None:
    """After a change of rules that is meant: python -m tests.record, and read the diff."""
    assert console_2019().decode() == CONSOLE_2019.read_text(encoding="utf-8")
