from __future__ import annotations

import json
from typing import Any

from dfjlint.model.report import Report
from dfjlint.reporters.gitlab import render_gitlab
from tests.unit.reporters import factory, variants


def entries(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render_gitlab(report, "zh-Hans"))
    return found


def test_severities_worst_first_and_agreed_gaps_left_out() -> None:
    found = entries(factory.report(variants.lined()))
    assert [(entry["check_name"], entry["severity"]) for entry in found] == [
        ("TST-2.2.1", "critical"),
        ("TST-2.1.2", "major"),
        ("TST-2.1.1", "minor"),
        ("TST-3.1", "info"),
    ]
    agreed = entries(factory.report(variants.agreed()))
    assert [entry["check_name"] for entry in agreed] == ["TST-2.1.1", "TST-3.1"]


def test_every_entry_has_what_gitlab_asks_for() -> None:
    for entry in entries(variants.everything()):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert not entry["location"]["path"].startswith("./")


def test_fingerprints_are_unique_also_when_the_same_is_said_twice() -> None:
    found = entries(factory.report(variants.lined(), variants.lined()))
    assert len({entry["fingerprint"] for entry in found}) == len(found) == 8


def test_fingerprints_stay_when_text_is_inserted() -> None:
    before = entries(factory.report(variants.lined()))
    after = entries(factory.report(variants.shifted(variants.lined(), 7)))
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]


def test_lines() -> None:
    found = {entry["check_name"]: entry["location"] for entry in entries(factory.report(variants.lined()))}
    assert found["TST-2.2.1"] == {"path": "plans/云江 2027.txt", "lines": {"begin": 8, "end": 8}}


def test_an_unread_file_blocks() -> None:
    (entry,) = entries(factory.report(factory.unreadable()))
    assert (entry["check_name"], entry["severity"], entry["location"]["path"]) == (
        "DFJ001",
        "blocker",
        "plans/locked.docx",
    )


def test_hostile_text_does_no_harm() -> None:
    assert [entry["check_name"] for entry in entries(factory.hostile_report())] == ["DFJ002", "TST-1.1"]
