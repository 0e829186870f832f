from __future__ import annotations

import pytest

from dfjlint.reporters.markdown import render_markdown
from dfjlint.reporters.markdown_text import escape
from tests.unit.reporters import factory, variants


def lines(report: object = None, lang: str = "en") -> list[str]:
    return render_markdown(report or factory.report(), lang).decode().split("\n")  # type: ignore[arg-type]


def row(id: str, report: object = None) -> list[str]:
    (found,) = (line for line in lines(report) if line.startswith(f"| {id} "))
    return found.strip("| ").split(" | ")


def test_groups_worst_first() -> None:
    assert [line for line in lines() if line.startswith("### ")] == [
        "### contradicted (1)",
        "### missing (1)",
        "### partial (1)",
        "### undetermined (1)",
    ]


def test_a_gap_has_its_reasons_and_the_nearest_text() -> None:
    assert row("TST-2.1.1")[3] == (
        "**G09** Only by reference to another document: 應急專網.<br>**G02** Not answered: 運維經費."
    )
    assert "「按照《应急专网建设方案》推进」" in row("TST-2.1.1")[4]


def test_an_agreed_gap_says_so() -> None:
    assert row("TST-2.1.2", factory.report(variants.agreed()))[3].endswith(
        "<br>waived: Set aside in the plan, line 3: 另案办理"
    )


def test_what_does_not_apply_has_its_reason() -> None:
    assert row("TST-3.2")[3] == "The provision addresses judicial bodies; the issuer is a provincial government."


def test_an_unread_file_has_a_reason_and_no_table() -> None:
    found = lines(factory.report(factory.unreadable()))
    assert [line for line in found if line.startswith("|")] == []
    assert any(line.startswith("- **DFJ001** ") for line in found)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("<b>粗</b> & 细", "&lt;b&gt;粗&lt;/b&gt; &amp; 细"),
        ("[公告](http://x.example)", r"\[公告\](http&#58;//x.example)"),
        ("**重** `码` _斜_ ~删~ $x$", r"\*\*重\*\* \`码\` \_斜\_ \~删\~ \$x\$"),
        ("# 标题", r"\# 标题"),
        ("- 项", r"\- 项"),
        ("1. 项", r"1\. 项"),
        ("12) 项", r"12\) 项"),
        ("9.9.9", "9.9.9"),
        ("www.example.com", "www&#46;example.com"),
        ("一行\n两行", "一行两行"),
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("\\", "\\\\"),
    ],
)
def test_words_of_a_document_stay_words(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_hostile_text_breaks_no_table() -> None:
    found = [line for line in lines(factory.hostile_report()) if line.startswith("| ")]
    assert len({line.replace(r"\|", "").count("|") for line in found}) == 1
    assert "<script>" not in "".join(found)
