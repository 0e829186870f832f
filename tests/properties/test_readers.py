"""Whatever the bytes, a reader answers with a document or with ReadError."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dfjlint.errors import ReadError
from dfjlint.model.source import SourceDocument
from dfjlint.readers import ReadOptions, read_document
from dfjlint.readers.encoding import decode
from tests.unit.readers.ofd_files import content, ofd, page
from tests.unit.readers.ofd_files import path as ofd_path
from tests.unit.readers.ofd_files import text as ofd_text
from tests.unit.readers.pdf_files import lines, pdf, rules, text
from tests.unit.readers.reading import SENTENCE
from tests.unit.readers.word_files import (
    cell,
    docx,
    level,
    lists,
    numbered,
    p,
    run,
    style,
    table,
)

EXAMPLES = int(os.environ.get("DFJLINT_EXAMPLES", "200"))
many = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

_BODY = (
    p("总体要求", '<w:pStyle w:val="h1"/>')
    + numbered(SENTENCE)
    + table(cell("甲", '<w:gridSpan w:val="2"/>') + cell("乙", "<w:vMerge/>"))
    + p(f'<w:ins w:id="1">{run("增")}</w:ins><w:r><w:fldChar w:fldCharType="begin"/><w:br/></w:r>')
    + p('<w:r><w:footnoteReference w:id="1"/></w:r>')
)
_PARTS = {
    "styles": style("h1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    "numbering": lists(level(0, "chineseCounting", "%1、")),
    "footnotes": f'<w:footnote w:id="1">{p("注")}</w:footnote>',
}


def outcome(name: str, data: bytes) -> SourceDocument | ReadError:
    """Anything but these two escapes and fails the test."""
    try:
        return read_document(Path(name), name, data, ReadOptions(max_characters=200_000, isolated=False))
    except ReadError as error:
        return error


def is_sound(found: SourceDocument | ReadError) -> bool:
    if isinstance(found, ReadError):
        return bool(found.title and found.where and found.hint)
    return all(found.text[block.span.start : block.span.end].strip() for block in found.blocks)


names = st.sampled_from(["plan.txt", "plan.md", "plan.html", "plan.docx", "plan.pdf", "plan.ofd", "plan.doc", "plan"])


@many
@given(name=names, data=st.binary(max_size=300))
def test_any_bytes(name: str, data: bytes) -> None:
    assert is_sound(outcome(name, data))


@many
@given(name=names, text=st.text(max_size=200))
def test_any_text(name: str, text: str) -> None:
    assert is_sound(outcome(name, text.encode("utf-8", "replace")))


_TAGS = ["p", "div", "table", "tr", "td", "ol", "ul", "li", "h1", "br", "pre", "a href=x", "nav", "script", "b"]


@many
@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag.split()[0]}>" for tag in _TAGS]),
            st.sampled_from(["加快建设", "，", "<td rowspan=9 colspan=3>", "<!--", "-->", "&nbsp;", "\n"]),
        ),
        max_size=60,
    )
)
def test_any_soup_of_tags(pieces: list[str]) -> None:
    assert is_sound(outcome("plan.html", f"<p>{SENTENCE}</p>{''.join(pieces)}".encode()))


_RUNS = [
    run("建设"),
    "<w:r><w:br/></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "<w:r><w:instrText>TOC</w:instrText></w:r>",
    '<w:ins w:id="1"><w:r><w:t>数据</w:t></w:r></w:ins>',
    '<w:del w:id="1"><w:r><w:delText>推进</w:delText></w:r></w:del>',
    f"<w:r><w:pict><w:txbxContent>{p('共享')}</w:txbxContent></w:pict></w:r>",
]
_PROPERTIES = [
    "",
    '<w:pStyle w:val="h1"/>',
    '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr>',
    '<w:rPr><w:del w:id="1"/></w:rPr>',
    "<w:rPr><w:vanish/></w:rPr>",
    '<w:outlineLvl w:val="x"/>',
]
paragraphs = st.builds(
    lambda runs, properties: p("".join(runs) or run(""), properties),
    st.lists(st.sampled_from(_RUNS), max_size=6),
    st.sampled_from(_PROPERTIES),
)
blocks = st.recursive(
    paragraphs,
    lambda inner: st.lists(inner, min_size=1, max_size=4).map(lambda x: table("".join(map(cell, x)))),
    max_leaves=12,
)


@many
@given(st.lists(blocks, max_size=6), st.sampled_from(["accepted", "original"]))
def test_any_well_formed_word_document_is_read(body: list[str], side: str) -> None:
    options = ReadOptions(revisions="original" if side == "original" else "accepted")
    data = docx(p(SENTENCE) + "".join(body), **_PARTS)
    found = read_document(Path("plan.docx"), "plan.docx", data, options)
    assert found.text.startswith(SENTENCE)


@many
@given(st.text(st.characters(codec="gb18030", exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_the_codec_that_is_named_gives_the_text_back(text: str) -> None:
    data = (SENTENCE * 3 + text).encode("gb18030")
    found, codec = decode(data, "plan.txt")
    assert data.decode(codec) == found


_PDF_PIECES = [
    text("建设数据平台", 50, 700),
    text("共享", 300, 700, size=30),
    text("左", 50, 650, matrix="0 1 -1 0"),
    text("斜", 50, 650, matrix="0.7 0.7 -0.7 0.7"),
    text("大", 50, 600, size=1e6),
    text("零", 50, 600, size=0),
    rules((50, 600, 50, 680), (50, 600, 300, 600), (50, 680, 300, 680), (300, 600, 300, 680)),
    "q 0 0 100 100 re W n\n",
    "Q\n",
    "BT\n",
    "1e38 0 0 1e38 0 0 cm\n",
    "0 0 0 0 0 0 cm\n",
]


@many
@given(st.lists(st.lists(st.sampled_from(_PDF_PIECES), max_size=12), min_size=1, max_size=4))
def test_any_pages_of_a_pdf_document(pages: list[list[str]]) -> None:
    assert is_sound(outcome("plan.pdf", pdf(lines(SENTENCE), *map("".join, pages))))


numbers = st.one_of(st.integers(-400, 400).map(str), st.sampled_from(["", "x", "nan", "inf", "1e99", "g", "g 3", "-0"]))
matrices = st.lists(numbers, min_size=5, max_size=7).map(" ".join)


@many
@given(data=st.data())
def test_any_values_in_an_ofd_page(data: st.DataObject) -> None:
    pieces = [
        ofd_text("建设平台", 30, 40, steps=data.draw(matrices), extra=f'CTM="{data.draw(matrices)}"'),
        ofd_path(f"M {data.draw(matrices)} L {data.draw(matrices)} B {data.draw(numbers)} C"),
        f'<ofd:PageBlock ID="{data.draw(numbers)}">{ofd_text("共享", 9, 9, steps=data.draw(numbers))}</ofd:PageBlock>',
    ]
    area = f"<ofd:Area><ofd:PhysicalBox>{data.draw(matrices)}</ofd:PhysicalBox></ofd:Area>"
    raw = page(area + content(ofd_text(SENTENCE, 30, 60) + "".join(pieces)))
    assert is_sound(outcome("plan.ofd", ofd(raw_page=raw)))
