import pytest

from dfjlint.model.source import BlockKind
from dfjlint.outline.paragraphs import Draft, build_paragraphs
from tests.unit.outline.small_plans import PLAN, rewrap, source_of, source_of_blocks


def texts(text: str) -> list[str]:
    return [draft.text for draft in build_paragraphs(source_of(text)) if not draft.chrome]


def drafts(text: str) -> list[Draft]:
    return build_paragraphs(source_of(text))


BODY = "推进千兆光网进入所有行政村，新建基站三千个，完善城乡一体的网络服务体系，提升应急保障能力。"


@pytest.mark.parametrize("width", [15, 20, 30, 40, 60])
def test_paragraphs_do_not_depend_on_the_width(width: int) -> None:
    assert texts(rewrap(PLAN, width)) == texts(PLAN)


def test_paragraphs_do_not_depend_on_line_ends() -> None:
    assert texts(rewrap(PLAN, 30).replace("\n", "\r\n")) == texts(PLAN)


def test_paragraphs_of_a_text_without_blank_lines() -> None:
    assert texts(rewrap(PLAN.replace("\n\n", "\n"), 30)) == texts(PLAN)


def test_blank_line_after_every_visual_line() -> None:
    assert texts(rewrap(PLAN.replace("\n\n", "\n"), 30).replace("\n", "\n\n")) == texts(PLAN)


def test_page_number_inside_a_sentence_is_dropped() -> None:
    lines = rewrap(PLAN, 30).split("\n")
    cut = next(i for i, line in enumerate(lines) if line.startswith("（一）")) + 1
    assert texts("\n".join([*lines[:cut], "— 1 —", "", *lines[cut:]])) == texts(PLAN)


def test_print_header_inside_a_sentence_is_dropped() -> None:
    lines = rewrap(PLAN, 30).split("\n")
    cut = next(i for i, line in enumerate(lines) if line.startswith("（二）")) + 1
    header = ["https://www.example.gov.cn/t1.html 页码：1/3", "某市行动计划_某市政府网 1/4/25 上午9:46", ""]
    assert texts("\n".join([*lines[:cut], "", *header, *lines[cut:]])) == texts(PLAN)


def test_form_feed_inside_a_sentence_is_no_paragraph_end() -> None:
    lines = rewrap(PLAN, 30).split("\n")
    cut = next(i for i, line in enumerate(lines) if line.startswith("（二）")) + 1
    lines[cut] = "\f" + lines[cut]
    assert texts("\n".join(lines)) == texts(PLAN)


def test_chrome_between_paragraphs_is_a_paragraph_of_its_own() -> None:
    found = drafts(PLAN.replace("二、建设", "首页 > 政务公开\n\n二、建设"))
    assert [draft.text for draft in found if draft.chrome] == ["首页 > 政务公开"]


def test_first_lines_shorter_by_the_indent() -> None:
    lines = []
    for paragraph in PLAN.split("\n"):
        lines += [paragraph[:28], *rewrap(paragraph[28:], 30).split("\n")] if len(paragraph) > 28 else [paragraph]
    assert texts("\n".join(lines)) == texts(PLAN)


def test_indented_first_lines_begin_paragraphs() -> None:
    one = "完善制度，强化监管，健全机制，压实责任，统筹推进数据开放。"
    two = "建设平台，汇聚数据，提升服务，优化流程，推动信息互联互通。"
    text = "\n".join(rewrap("　　" + part * 3, 30) for part in (one, two))
    assert texts(text) == [(part * 3).replace("，", ",") for part in (one, two)]


def test_line_that_begins_with_a_closing_mark_goes_on() -> None:
    assert texts(f"{BODY[:-1]}\n。\n") == [BODY.replace("，", ",")]


def test_open_title_bracket_goes_on() -> None:
    assert texts("关于印发《某市数据开放\n实施方案》的通知\n") == ["关于印发《某市数据开放实施方案》的通知"]


def test_number_on_a_line_of_its_own_belongs_to_the_next() -> None:
    assert texts("（一）\n开放数据。完善制度。\n（二）\n建设平台。提高效率。\n") == [
        "(一)开放数据。完善制度。",
        "(二)建设平台。提高效率。",
    ]


def test_bare_number_on_a_line_of_its_own_is_a_marker() -> None:
    found = drafts("1\n开放数据，完善制度。\n2\n建设平台，提高效率。\n")
    assert [(draft.marker.style, draft.text) for draft in found if draft.marker] == [
        ("bare", "1开放数据,完善制度。"),
        ("bare", "2建设平台,提高效率。"),
    ]


def test_version_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    words = "推动平台升级到第"
    sentence = (words * 4)[: 30 - len(words)] + words
    text = f"（一）{sentence[3:]}\n2、3、4代版本，完善制度，强化监管，健全机制，压实责任，统筹推进。\n" + rewrap(
        PLAN, 30
    )
    assert texts(text)[0].startswith("(一)")
    assert "2、3、4代版本" in texts(text)[0]


def test_paragraphs_by_markup_are_not_joined() -> None:
    source = source_of_blocks((BlockKind.PARAGRAPH, 0, "推进数据开放，"), (BlockKind.PARAGRAPH, 0, "完善制度。"))
    assert [draft.text for draft in build_paragraphs(source)] == ["推进数据开放,", "完善制度。"]


def test_line_break_inside_a_paragraph_by_markup_cuts_it() -> None:
    source = source_of_blocks((BlockKind.PARAGRAPH, 0, "开放数据。\n责任单位：市数据局"))
    assert [draft.text for draft in build_paragraphs(source)] == ["开放数据。", "责任单位:市数据局"]


def test_markdown_heading_in_a_text_file() -> None:
    found = drafts("## 一、开放数据\n- 完善制度，强化监管。\n")
    assert [(draft.kind, draft.level, draft.text, draft.bullet) for draft in found] == [
        (BlockKind.HEADING, 2, "一、开放数据", False),
        (BlockKind.LINE, 0, "完善制度,强化监管。", True),
    ]


def test_spans_are_the_characters_of_the_lines() -> None:
    source = source_of(rewrap(PLAN, 30))
    for draft in build_paragraphs(source):
        joined = "".join(source.text[span.start : span.end] for span in draft.spans)
        assert joined in PLAN


def test_space_between_latin_words_is_kept_at_a_wrap() -> None:
    lines = rewrap(PLAN, 30).split("\n")
    cut = next(i for i, line in enumerate(lines) if line.startswith("（一）")) + 1
    lines[cut - 1] = lines[cut - 1][:-2] + "AI "
    lines[cut] = "Lab" + lines[cut][1:]
    source = source_of("\n".join(lines))
    draft = next(draft for draft in build_paragraphs(source) if draft.text.startswith("(一)"))
    assert "AI Lab" in "".join(source.text[span.start : span.end] for span in draft.spans)


def test_no_text_no_paragraphs() -> None:
    assert drafts("") == []
    assert drafts("\n \n　\n") == []


def test_a_line_that_begins_with_a_conjunction_goes_on() -> None:
    assert len(texts("推进（smart city planning）人才\n与产业合作，建设实训基地。")) == 1


def test_a_sentence_that_ends_before_the_edge_ends_its_paragraph_whatever_word_comes_next() -> None:
    lines = rewrap(f"{BODY}{BODY}{BODY}加快培养人才，做好服务，扩大就业。", 20).split("\n")
    assert 10 < len(lines[-1]) < 18
    assert texts("\n".join([*lines, "(infrastructure) 加快建设："]))[1:] == ["(infrastructure) 加快建设:"]
