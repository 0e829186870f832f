"""Files that are made to do harm: refused or read, soon, and nothing outside is touched."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dfjlint.readers import ReadOptions
from tests.unit.readers.ofd_files import content, ofd, page
from tests.unit.readers.ofd_files import text as ofd_text
from tests.unit.readers.pdf_files import lines, pdf
from tests.unit.readers.reading import SENTENCE, read, refused, texts
from tests.unit.readers.word_files import TYPES, cell, docx, p, part, relations, run, table, zipped

_DEEP = 10_000
_SECRET = "不可外传的内容"
_NOTE = p('<w:r><w:footnoteReference w:id="1"/></w:r>')
_WITH_NOTE = part("document", f"<w:body>{p(SENTENCE)}{_NOTE}</w:body>")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader went to the network")

    monkeypatch.setattr(socket, "socket", refuse)


def _elements(opening: str, closing: str, inner: str) -> str:
    return opening * _DEEP + inner + closing * _DEEP


@pytest.mark.parametrize(
    "body",
    [
        _elements("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", p(SENTENCE)),
        _elements("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", p(SENTENCE)),
        p(_elements('<w:ins w:id="1">', "</w:ins>", run(SENTENCE))),
        p(_elements("<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>", run(SENTENCE))),
    ],
    ids=["controls", "tables", "insertions", "boxes"],
)
def test_word_documents_nested_ten_thousand_deep(body: str) -> None:
    assert refused("plan.docx", docx(body)).title == "the document is nested too deeply"


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "b", "blockquote", "font", "nav"])
def test_pages_nested_ten_thousand_deep(tag: str) -> None:
    nested = f"<{tag}>" * _DEEP + SENTENCE
    assert refused("plan.html", f"<html><body><p>{SENTENCE}</p>{nested}</body></html>").title == (
        "the page is nested too deeply"
    )


@pytest.mark.parametrize("mark", ["> ", "- ", "  ", "**", "[", "`", "#"])
def test_marks_of_markdown_nested_ten_thousand_deep(mark: str) -> None:
    assert SENTENCE in read("plan.md", f"{SENTENCE}\n\n{mark * _DEEP}{SENTENCE}\n").text


def test_ofd_documents_nested_ten_thousand_deep() -> None:
    blocks = _elements('<ofd:PageBlock ID="1">', "</ofd:PageBlock>", ofd_text(SENTENCE, 30, 40))
    assert refused("plan.ofd", ofd(raw_page=page(content(blocks)))).title == "the document is nested too deeply"


def test_pdf_documents_nested_ten_thousand_deep() -> None:
    nested = f"/Deep {'[' * _DEEP}{']' * _DEEP}"
    assert texts(read("plan.pdf", pdf(lines(SENTENCE), page_extra=nested))) == [SENTENCE]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])
def test_entities_in_any_part_are_refused(name: str, codec: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(_SECRET, encoding="utf-8")
    kind = name.split("/")[1].removesuffix(".xml")
    bomb = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>' + part(kind, "&a;")
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": _WITH_NOTE,
        "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml"}),
        name: bomb.encode(codec),
    }
    assert refused("plan.docx", zipped(files)).title.startswith("the document declares entities")


def test_entities_of_a_page_are_not_looked_up(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(_SECRET, encoding="utf-8")
    declared = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY c SYSTEM "http://example.com/c">]>'
    )
    text = read("plan.html", f"{declared}<html><body><p>{SENTENCE}</p><p>&a;&b;&c;</p></body></html>").text
    assert SENTENCE in text
    assert _SECRET not in text


def test_a_page_fetches_nothing_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text(_SECRET, encoding="utf-8")
    there = (tmp_path / "secret.html").as_uri()
    names = f'<link href="{there}"><iframe src="{there}"></iframe><object data="{there}"></object><img src="http://x/">'
    text = read(
        "plan.html", f'<html><head><base href="{there}"></head><body><p>{SENTENCE}</p>{names}</body></html>'
    ).text
    assert text.strip() == SENTENCE


@pytest.mark.parametrize(
    "target", ["../../../../secret.xml", "/secret.xml", "file:///secret.xml", "http://x/secret.xml"]
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_relationships_lead_to_nothing_outside_the_archive(
    target: str, mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = part("footnotes", f'<w:footnote w:id="1">{p(_SECRET)}</w:footnote>')
    (tmp_path / "secret.xml").write_text(notes, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    related = relations(footnotes=target).replace("/>", f"{mode}/>")
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": _WITH_NOTE,
        "word/_rels/document.xml.rels": related,
    }
    assert texts(read("plan.docx", zipped(files))) == [SENTENCE]


def test_reading_writes_nothing_beside_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": part("document", f"<w:body>{p(SENTENCE)}</w:body>"),
        "../evil.txt": "x",
        "/evil.txt": "x",
        "evil.txt": "x",
    }
    assert texts(read("plan.docx", zipped(files))) == [SENTENCE]
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "evil.txt").exists()


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = zipped({"plan.txt": SENTENCE})
    assert refused("plan.docx", zipped({"inner.zip": inner})).title.startswith("the file is an archive")


@pytest.mark.parametrize(
    "rows", [f"<td rowspan={10**9} colspan={10**9}>甲</td>", f"<td colspan=1000>{SENTENCE}</td>" * 1000]
)
def test_cells_that_claim_to_be_huge_cost_nothing(rows: str) -> None:
    table_ = f"<table><tr>{rows}</tr><tr><td>乙</td><td>丙</td></tr></table>"
    assert SENTENCE in read("plan.html", f"<html><body><p>{SENTENCE}</p>{table_}</body></html>").text


def test_a_word_cell_that_claims_to_be_huge_costs_nothing() -> None:
    body = p(SENTENCE) + table(cell("甲", f'<w:gridSpan w:val="{10**9 - 1}"/>') + cell("乙"), cell("丙"))
    assert texts(read("plan.docx", docx(body))) == [SENTENCE, "甲", "乙", "丙"]


def test_a_line_of_a_million_characters_is_read() -> None:
    line = SENTENCE * 40_000
    assert read("plan.txt", line).text == line
    assert refused("plan.txt", line, ReadOptions(max_characters=800_000)).title.endswith("800,000 characters")
