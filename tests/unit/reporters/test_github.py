from __future__ import annotations

import re
from dataclasses import replace

from dfjlint.reporters.github import render_github
from tests.unit.reporters import factory, variants

_COMMAND = re.compile(r"::(error|warning|notice)( [^:\r\n]*)?::([^\r\n]*)")


def commands(data: bytes) -> list[tuple[str, dict[str, str], str]]:
    """Commands as GitHub's runner reads them."""
    found = []
    for line in data.decode().split("\n")[:-1]:
        command = _COMMAND.fullmatch(line)
        assert command, line
        pairs = (pair.split("=", 1) for pair in (command[2] or "").strip().split(",") if pair)
        properties = {name: _plain(value).replace("%3A", ":").replace("%2C", ",") for name, value in pairs}
        found.append((command[1], properties, _plain(command[3])))
    return found


def _plain(text: str) -> str:
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_commands_by_weight_with_file_and_line() -> None:
    found = commands(render_github(factory.report(variants.lined()), "en"))
    assert [(name, properties["title"], properties.get("line", "")) for name, properties, _ in found] == [
        ("error", "TST-2.2.1 二(二) contradicted", "8"),
        ("error", "TST-2.1.2 二(一) missing", "2"),
        ("warning", "TST-2.1.1 二(一) partial", "6"),
        ("notice", "TST-3.1 三 undetermined", ""),
        ("notice", "dfjlint 云江省2027年数字云江工作要点", ""),
    ]
    assert {properties["file"] for _, properties, _ in found} == {"plans/云江 2027.txt"}


def test_agreed_gaps_are_silent() -> None:
    found = commands(render_github(factory.report(variants.agreed()), "en"))
    assert [properties["title"].split()[0] for _, properties, _ in found] == ["TST-2.1.1", "TST-3.1", "dfjlint"]


def test_properties_and_messages_are_escaped() -> None:
    document = replace(variants.lined(), path="50%,a:b.txt")
    hostile = variants.with_result(document, "TST-2.2.1", quote="100%\n::error::假的")
    data = render_github(factory.report(hostile), "en")
    assert data.startswith(b"::error file=50%25%2Ca%3Ab.txt,line=8,")
    (first, *_) = commands(data)
    assert first[1]["file"] == "50%,a:b.txt"
    assert first[2].startswith("100% ::error::假的")


def test_no_text_of_a_plan_begins_a_command() -> None:
    found = commands(render_github(factory.hostile_report(), "zh-Hans"))
    assert [name for name, _, _ in found] == ["warning", "warning", "notice"]


def test_an_unread_file_is_an_error_and_has_no_counts() -> None:
    found = commands(render_github(factory.report(factory.unreadable()), "en"))
    assert [(name, properties["title"]) for name, properties, _ in found] == [("error", "DFJ001")]


def test_a_file_of_a_plan_set_is_named() -> None:
    found = commands(render_github(factory.report(variants.plan_set()), "en"))
    places = {
        properties["title"].split()[0]: (properties["file"], properties.get("line")) for _, properties, _ in found
    }
    assert places["TST-2.2.1"] == ("plans/annex.md", "2")
    assert places["TST-2.1.1"] == ("plans/body.md", "6")
