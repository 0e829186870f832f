"""Word plans with comments: what stays, what is replaced, what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import docx
import pytest

from dfjlint.api import commented_docx
from dfjlint.errors import ReadError
from dfjlint.model.report import Part
from tests.unit.readers.reading import SENTENCE
from tests.unit.readers.word_files import TYPES, p, relations, zipped
from tests.unit.readers.word_files import docx as word
from tests.unit.readers.word_files import part as word_part
from tests.unit.reporters.docx_comments.word_plans import commented, marked, member, report_on

_ANSWER = (
    '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
    '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/></w15:commentsEx>'
)


@cache  # a comment has the time of its making
def plan() -> bytes:
    """A plan as python-docx writes it, with the comment of a colleague."""
    document = docx.Document()
    document.add_heading("某省数字政府建设行动计划", 0)
    paragraph = document.add_paragraph("推进公共数据共享，")
    document.add_comment(paragraph.add_run("扩大开放。"), "请核对责任单位", author="李四", initials="李")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def comments(data: bytes) -> list[tuple[int, str, str]]:
    found = docx.Document(io.BytesIO(data)).comments
    return [(comment.comment_id, comment.author, comment.text.split("\n")[0]) for comment in found]


def records(data: bytes) -> dict[str, bytes]:
    """Every member as it is packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        ends = [entry.header_offset for entry in entries[1:]] + [archive.start_dir]
        return {entry.filename: data[entry.header_offset : end] for entry, end in zip(entries, ends, strict=True)}


def test_comments_stand_beside_those_of_others() -> None:
    found = comments(commented(plan(), "公共数据"))
    assert found[0] == (0, "李四", "请核对责任单位")
    assert [(number, author) for number, author, _ in found[1:]] == [(1, "dfjlint"), (2, "dfjlint")]
    assert found[1][2].startswith("覆盖检查（dfjlint）：适用要求")
    assert found[2][2] == "检查程序出错（公共数据），请连同该文件一并反馈。（DFJ009）"


def test_comments_speak_the_language_that_was_asked_for() -> None:
    assert comments(commented(plan(), lang="en"))[1][2].startswith("dfjlint: 2 of 6 applicable obligations covered")


def test_every_other_member_stays_as_it_is_packed() -> None:
    before, after = records(plan()), records(commented(plan(), "公共数据"))
    assert list(before) == list(after)
    changed = {name for name, record in before.items() if after[name] != record}
    assert changed == {"word/document.xml", "word/comments.xml"}


def test_the_comment_of_another_stays_byte_for_byte() -> None:
    before, after = member(plan(), "word/comments.xml"), member(commented(plan()), "word/comments.xml")
    assert after.startswith(before.removesuffix("</w:comments>").rstrip())


def test_the_same_plan_gives_the_same_bytes() -> None:
    data = plan()
    assert commented(data, "公共数据") == commented(data, "公共数据")


def test_a_second_run_replaces_the_comments_of_the_first() -> None:
    once = commented(plan(), "公共数据")
    assert commented(once, "公共数据") == once
    other = commented(once, "共享")
    assert [author for _, author, _ in comments(other)] == ["李四", "dfjlint", "dfjlint"]
    assert marked(other) == {"0": "扩大开放。", "1": "某省数字政府建设行动计划", "2": "共享"}


def test_a_comment_that_somebody_has_answered_stays() -> None:
    body = p("某省行动计划") + p(
        '<w:commentRangeStart w:id="3"/><w:r><w:t>推进共享</w:t></w:r><w:commentRangeEnd w:id="3"/>'
        '<w:r><w:commentReference w:id="3"/></w:r>'
    )
    old = (
        '<w:comment w:id="{}" w:author="dfjlint"><w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'w14:paraId="{}"><w:r><w:t>旧</w:t></w:r></w:p></w:comment>'
    )
    data = zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
            "word/comments.xml": word_part("comments", old.format(3, "0000000A") + old.format(4, "0000000C")),
            "word/commentsExtended.xml": _ANSWER,
            "word/_rels/document.xml.rels": relations(comments="comments.xml", commentsExtended="commentsExtended.xml"),
        }
    )
    changed = commented(data)
    assert re.findall(r'<w:comment w:id="(\d+)"', member(changed, "word/comments.xml")) == ["3", "4"]
    assert marked(changed) == {"3": "推进共享", "4": "某省行动计划"}
    assert "0000000C" not in member(changed, "word/comments.xml")


def test_marks_of_a_comment_that_is_no_more_stay() -> None:
    left = '<w:commentRangeStart w:id="0"/><w:r><w:t>推进共享</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    once = commented(word(p("某省行动计划") + p(left)))
    assert 'w:comment w:id="1"' in member(once, "word/comments.xml")
    assert left in member(once)
    assert commented(once) == once


def test_a_plan_without_comments_gets_a_part_that_is_named() -> None:
    changed = commented(word(p(SENTENCE)))
    assert '<Override PartName="/word/comments.xml"' in member(changed, "[Content_Types].xml")
    assert 'Target="comments.xml"' in member(changed, "word/_rels/document.xml.rels")
    assert 'w:author="dfjlint"' in member(changed, "word/comments.xml")


def test_the_part_of_a_strict_document_is_strict() -> None:
    data = word(p(SENTENCE))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {
            name: archive.read(name)
            .replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name in archive.namelist()
        }
    changed = commented(zipped(dict(files)))
    assert 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"' in member(changed, "word/comments.xml")
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in member(
        changed, "word/_rels/document.xml.rels"
    )


def test_the_annex_of_a_set_gets_the_comments_on_its_own_words() -> None:
    body, annex = word(p("某省行动计划") + p("推进共享")), word(p("附件一") + p("任务清单"))
    report = report_on(body, "推进")
    length = report.characters
    found = commented_docx(report, Part("plan.docx", "", 0, length), body, "en")
    assert found is not None
    assert marked(found) == {"0": "某省行动计划", "1": "推进"}
    other = commented_docx(report, Part("annex.docx", "", length + 1, 9), annex, "en")
    assert other is not None
    assert marked(other) == {}


def test_a_file_of_another_format_has_no_copy() -> None:
    report = report_on(plan())
    assert commented_docx(report, Part("plan.txt", "", 0, 9), SENTENCE.encode(), "en") is None


@pytest.mark.parametrize(
    ("main", "why"),
    [
        (word_part("document", f"<w:body>{p(SENTENCE)}</w:body>").encode("utf-16"), "the part is not UTF-8"),
        (
            '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r>'
            f"<t>{SENTENCE}</t></r></p></body></document>".encode(),
            "the elements of the document have no prefix",
        ),
    ],
)
def test_a_part_that_cannot_be_changed_is_refused(main: bytes, why: str) -> None:
    data = zipped({"[Content_Types].xml": TYPES, "word/document.xml": main})
    with pytest.raises(ReadError) as caught:
        commented(data)
    assert caught.value.title == f"comments cannot be put into the file: {why}"


def test_a_member_that_stands_twice_is_refused() -> None:
    stream = io.BytesIO(word(p(SENTENCE)))
    with zipfile.ZipFile(stream, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", word_part("document", f"<w:body>{p(SENTENCE)}</w:body>"))
    with pytest.raises(ReadError, match="two members of one name"):
        commented(stream.getvalue())


def test_comments_that_declare_entities_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]>' + word_part("comments", "")
    data = zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": word_part("document", f"<w:body>{p(SENTENCE)}</w:body>"),
            "word/comments.xml": bomb,
            "word/_rels/document.xml.rels": relations(comments="comments.xml"),
        }
    )
    with pytest.raises(ReadError, match="declares a document type"):
        commented(data)
