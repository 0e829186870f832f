from __future__ import annotations

from dfjlint.reporters.console import render_console
from tests.unit.reporters import factory, variants


def test_no_control_character_reaches_the_terminal() -> None:
    document = variants.with_result(variants.lined(), "TST-2.1.2", quote="\x1b[2J清屏\u202e")
    shown = render_console(factory.report(document), "zh-Hans").decode()
    assert "⟦U+001B⟧[2J清屏⟦U+202E⟧" in shown
    assert "\x1b" not in shown


def test_a_finding_about_a_plan_that_was_read_is_shown() -> None:
    lines = render_console(factory.report(variants.word_file()), "en").decode().split("\n")
    assert [line[:35] for line in lines if "DFJ004" in line] == ["DFJ004 The plan is on another subje"]


def test_a_covered_obligation_shows_where_it_is_short() -> None:
    lines = render_console(factory.report(), "en").decode().split("\n")
    head = lines.index("TST-2.2.2  二(二)  推行網上年檢")
    assert [line.split()[0] for line in lines[head + 1 : head + 3]] == ["G06", "G03"]


def test_what_was_agreed_is_short_and_counted_apart() -> None:
    lines = render_console(factory.report(variants.agreed()), "en").decode().split("\n")
    head = lines.index("── Waived and baselined gaps (2)")
    assert lines[head + 1 : head + 3] == [
        "TST-2.1.2  二(一)  missing  應當設立數據要素市場",
        "    waived: Set aside in the plan, line 3: 另案办理",
    ]
    assert not [line for line in lines if line.startswith(("── missing", "── contradicted"))]
    assert "gaps: 2 open, 1 waived, 1 baselined" in lines
    assert "gaps:" not in render_console(factory.report(), "en").decode()
