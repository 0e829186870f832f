from __future__ import annotations

from dfjlint.text.suppressions import find_suppressions, without_suppressions


def test_ids_reason_and_line() -> None:
    text = "第一行\n<!-- dfjlint-disable DFJ-2.2.6, DFJ-2.2.7 -- 本市  不承担 -->\n"
    found = find_suppressions(text)
    assert [(entry.rules, entry.reason, entry.line) for entry in found] == [
        (("DFJ-2.2.6", "DFJ-2.2.7"), "本市 不承担", 2)
    ]


def test_without_a_reason_the_reason_is_empty() -> None:
    assert [entry.reason for entry in find_suppressions("<!-- dfjlint-disable DFJ-1.1 -->")] == [""]
    assert [entry.reason for entry in find_suppressions("<!-- dfjlint-disable DFJ-1.1 -- -->")] == [""]


def test_other_comments_are_none() -> None:
    assert find_suppressions("<!-- dfjlint-disabled X --><!-- note --><!-- dfjlint-disable DFJ-1.1 -- x") == ()


def test_cleared_text_keeps_every_place_and_line() -> None:
    text = "甲<!-- dfjlint-disable\nDFJ-1.1 -- 政务内网 -->乙"
    cleared = without_suppressions(text, find_suppressions(text))
    assert (len(cleared), cleared.index("\n"), cleared.index("乙")) == (len(text), text.index("\n"), text.index("乙"))
    assert cleared.split() == ["甲", "乙"]
