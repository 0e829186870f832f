from __future__ import annotations

import pytest

from tests.unit.readers.reading import SENTENCE, read, texts
from tests.unit.readers.word_files import docx, level, lists, numbered, p, style

CHINESE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    """The numbers before paragraphs that all say 甲."""
    document = read("plan.docx", docx(body + p(SENTENCE), numbering=numbering, styles=styles))
    return [text.removesuffix("甲") for text in texts(document)[:-1]]


def test_levels_count_and_start_again() -> None:
    body = "".join(numbered("甲", level) for level in (0, 1, 1, 2, 2, 0, 1, 2))
    assert labels(body, lists(CHINESE)) == ["一、", "（一）", "（二）", "1. ", "2. ", "二、", "（一）", "1. "]


def test_paragraphs_between_do_not_stop_the_count() -> None:
    body = numbered("甲") + p("甲") + numbered("甲")
    assert labels(body, lists(CHINESE)) == ["一、", "", "二、"]


def test_higher_levels_stand_in_the_text_of_lower_ones() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "upperRoman", "%1.%2.%3")
    body = "".join(numbered("甲", level) for level in (0, 1, 2, 1))
    assert labels(body, lists(levels)) == ["1 ", "1.1 ", "1.1.I ", "1.2 "]


def test_legal_numbering_is_decimal_throughout() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(numbered("甲", 0) + numbered("甲", 1), lists(levels)) == ["第一章 ", "1.1 "]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", ["一、", "1. ", "二、", "1. "]),
        ('<w:lvlRestart w:val="0"/>', ["一、", "1. ", "二、", "2. "]),
        ('<w:lvlRestart w:val="1"/>', ["一、", "1. ", "二、", "1. "]),
    ],
)
def test_restart_rules(extra: str, expected: list[str]) -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.", extra)
    assert labels("".join(numbered("甲", level) for level in (0, 1, 0, 1)), lists(levels)) == expected


def test_a_level_may_restart_after_some_levels_only() -> None:
    levels = (
        level(0, "chineseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    )
    body = "".join(numbered("甲", level) for level in (0, 1, 2, 1, 2, 0, 2))
    assert labels(body, lists(levels)) == ["一、", "（一）", "1. ", "（二）", "2. ", "二、", "1. "]


def test_lists_with_one_definition_share_the_count_unless_one_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(numbered("甲", 0, list_id) for list_id in (1, 2, 3, 3, 1))
    assert labels(body, lists(CHINESE, nums)) == ["一、", "二、", "五、", "六、", "七、"]


def test_a_list_may_write_a_level_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{own}</w:num>'
    assert labels(numbered("甲"), lists(CHINESE, nums)) == ["A)"]


def test_a_level_may_start_later() -> None:
    levels = level(0, "decimal", "%1、").replace('<w:start w:val="1"/>', '<w:start w:val="7"/>')
    assert labels(numbered("甲") * 2, lists(levels)) == ["7、", "8、"]


@pytest.mark.parametrize("style_of_bullet", [level(0, "bullet", "●"), level(0, "bullet", "\uf0b7")])
def test_bullets_are_left_out(style_of_bullet: str) -> None:
    assert labels(numbered("甲"), lists(style_of_bullet)) == [""]


def test_a_level_without_number_may_have_words() -> None:
    assert labels(numbered("甲"), lists(level(0, "none", "附件%1："))) == ["附件："]


def test_a_gap_keeps_number_and_figures_apart() -> None:
    levels = level(0, "decimal", "%1.").replace("</w:lvl>", '<w:suff w:val="nothing"/></w:lvl>')
    body = numbered("5G网络建设")
    document = read("plan.docx", docx(body + p(SENTENCE), numbering=lists(levels)))
    assert texts(document)[0] == "1. 5G网络建设"


def test_a_custom_format_falls_back_to_zeros() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice>'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl>'
    )
    assert labels(numbered("甲"), lists(levels)) == ["01号 "]


def in_style(name: str) -> str:
    return p("甲", f'<w:pStyle w:val="{name}"/>')


def test_styles_number_their_paragraphs_at_the_level_linked_to_them() -> None:
    levels = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>') + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'
    )
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("h1", "heading 1", number) + style("h2", "heading 2", number) + style("h3", "x", based_on="h2")
    body = in_style("h1") + in_style("h2") + in_style("h3") + in_style("h1")
    assert labels(body, lists(levels), styles) == ["一、", "（一）", "（二）", "二、"]


def test_a_style_may_change_only_the_level_of_the_style_it_is_based_on() -> None:
    styles = style("h1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "h2", "heading 2", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based_on="h1"
    )
    assert labels(in_style("h1") + in_style("h2"), lists(CHINESE), styles) == ["一、", "（一）"]


def test_list_zero_takes_the_number_of_the_style_away() -> None:
    styles = style("h1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = p("甲", '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>') + in_style("h1")
    assert labels(body, lists(CHINESE), styles) == ["", "一、"]


def test_a_definition_may_stand_in_a_numbering_style() -> None:
    styles = style("listing", "公文编号", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering")
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="listing"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="listing"/>{CHINESE}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(numbered("甲") + numbered("甲"), numbering, styles) == ["一、", "二、"]


def test_an_empty_numbered_paragraph_counts_but_is_no_block() -> None:
    assert labels(numbered("甲") + numbered("<w:r/>") + numbered("甲"), lists(CHINESE)) == ["一、", "三、"]


def test_a_hidden_numbered_paragraph_counts() -> None:
    hidden = p(
        "<w:r/>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    )
    assert labels(numbered("甲") + hidden + numbered("甲", 1), lists(CHINESE)) == ["一、", "（一）"]
    assert labels(numbered("甲") + hidden + p("甲") + numbered("甲"), lists(CHINESE)) == ["一、", "", "三、"]


def test_a_number_that_leads_nowhere_is_no_number() -> None:
    assert labels(numbered("甲", 0, 99), lists(CHINESE)) == [""]
