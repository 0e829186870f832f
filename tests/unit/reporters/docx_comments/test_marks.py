"""Where the marks of comments stand in the text of a Word plan."""

from __future__ import annotations

import re

import pytest

from dfjlint.readers import ReadOptions
from tests.unit.readers.reading import SENTENCE
from tests.unit.readers.word_files import cell, docx, level, lists, numbered, p, run, table
from tests.unit.reporters.docx_comments.word_plans import commented, main, marked, member

TITLE = p("某省行动计划")
MARKS = re.compile(
    r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>',
)


def words(body: str, *wanted: str, options: ReadOptions | None = None, **parts: str) -> list[str]:
    """The words that comments on the wanted words stand on; the first is the title's."""
    return list(marked(commented(docx(TITLE + body, **parts), *wanted, options=options)).values())


def body_of(body: str, *wanted: str) -> str:
    return main(member(commented(docx(TITLE + body), *wanted))).removeprefix(main(member(commented(docx(TITLE)))))


def test_a_whole_run_is_not_cut() -> None:
    data = docx(TITLE + p(SENTENCE))
    changed = member(commented(data, SENTENCE))
    assert MARKS.sub("", changed) == member(data)
    assert marked(commented(data, SENTENCE)) == {"0": "某省行动计划", "1": SENTENCE}


def test_words_inside_a_run_are_cut_out_with_its_properties() -> None:
    assert body_of(p(run("推进平台建设。", "<w:b/>")), "平台") == (
        "<w:p><w:pPr></w:pPr>"
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">推进</w:t></w:r>'
        '<w:commentRangeStart w:id="1"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">平台</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">建设。</w:t></w:r></w:p>'
    )


def test_attributes_of_a_run_go_to_both_halves() -> None:
    changed = body_of('<w:p><w:r w:rsidR="00AB"><w:t>推进平台</w:t></w:r></w:p>', "推进")
    assert changed.count('<w:r w:rsidR="00AB">') == 2


def test_a_blank_beside_a_cut_is_kept() -> None:
    changed = body_of("<w:p><w:r><w:t>建设 APP 平台</w:t></w:r></w:p>", "APP")
    assert '<w:t xml:space="preserve">建设 </w:t>' in changed
    assert '<w:t xml:space="preserve"> 平台</w:t>' in changed


def test_characters_that_are_written_as_entities_count_once() -> None:
    assert words(p("甲&amp;乙&#x4E01;推进平台"), "推进") == ["某省行动计划", "推进"]


def test_words_in_several_runs() -> None:
    assert words(p(run("加快推") + run("进数字", "<w:b/>") + run("政府建设")), "推进数字政府") == [
        "某省行动计划",
        "推进数字政府",
    ]


def test_words_across_paragraphs() -> None:
    assert words(p("推进共享，") + p("扩大开放。"), "共享，\n扩大") == ["某省行动计划", "共享，扩大"]


def test_words_after_a_line_break_in_the_same_run() -> None:
    assert words("<w:p><w:r><w:t>推进</w:t><w:br/><w:t>共享数据</w:t></w:r></w:p>", "共享") == ["某省行动计划", "共享"]


def test_words_of_one_run_with_two_comments() -> None:
    assert words(p("推进共享，扩大开放。"), "共享", "开放") == ["某省行动计划", "共享", "开放"]


def test_words_inside_words() -> None:
    assert words(p("推进共享，扩大开放。"), "推进共享", "共享") == ["某省行动计划", "推进共享", "共享"]


def test_words_in_an_insertion_and_in_a_link() -> None:
    body = p(f'<w:ins w:id="5">{run("新增平台")}</w:ins><w:hyperlink>{run("相关办法")}</w:hyperlink>')
    assert words(body, "平台", "办法") == ["某省行动计划", "平台", "办法"]


def test_words_of_the_original_stand_on_what_was_deleted() -> None:
    body = p(f'{run("推进")}<w:del w:id="5"><w:r><w:delText>三年建成</w:delText></w:r></w:del>')
    assert words(body, "三年", options=ReadOptions(revisions="original")) == ["某省行动计划", "三年"]


def test_words_of_a_cell() -> None:
    assert words(table(cell("任务") + cell("责任单位：省发展改革委")), "省发展改革委") == [
        "某省行动计划",
        "省发展改革委",
    ]


def test_an_automatic_number_stands_on_its_words() -> None:
    body, numbering = numbered("推进共享"), lists(level(0, "chineseCounting", "%1、"))
    assert words(body, "一、推进", numbering=numbering) == ["某省行动计划", "推进"]


def test_words_of_a_note_stand_where_the_body_refers_to_it() -> None:
    body = p(run("推进共享") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run("。"))
    data = docx(TITLE + body, footnotes=f'<w:footnote w:id="7">{p("共享指数据共享")}</w:footnote>')
    assert (
        '<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="7"/></w:r><w:commentRangeEnd w:id="1"/>'
        in member(commented(data, "指数据"))
    )


def test_words_of_a_text_box_stand_on_the_paragraph_before_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框中文字')}</w:txbxContent></w:pict></w:r>"
    assert words(p(run("推进") + run("共享") + box), "框中", "进共") == ["某省行动计划", "推进共享", "进共"]
    assert words(p(run("推进共享") + box), "框中") == ["某省行动计划", "推进共享"]


@pytest.mark.parametrize("wanted", ["推", "推进", "进共", "享。", "推进共享。"])
def test_no_character_is_lost_or_changed(wanted: str) -> None:
    data = docx(TITLE + p("推进共享。"))
    changed = commented(data, wanted)
    assert marked(changed)["1"] == wanted
    assert re.sub("<[^>]+>", "", member(changed)) == re.sub("<[^>]+>", "", member(data))
