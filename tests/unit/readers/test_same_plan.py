"""One plan written in several formats is read alike."""

from __future__ import annotations

import html
import io

import docx
import pytest

from dfjlint.model.source import BlockKind
from tests.conftest import PLAN_2019
from tests.unit.readers.reading import read, texts


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [line for line in PLAN_2019.read_text(encoding="utf-8").split("\n") if line.strip()]


def test_as_text(lines: list[str]) -> None:
    assert texts(read("plan.txt", PLAN_2019.read_bytes())) == lines


@pytest.mark.parametrize("codec", ["big5hkscs", "gb18030", "utf-16"])
def test_as_text_in_other_encodings(lines: list[str], codec: str) -> None:
    text = "\r\n".join(lines).encode(codec, "ignore")
    assert texts(read("plan.txt", text)) == [line.encode(codec, "ignore").decode(codec) for line in lines]


def test_as_markdown(lines: list[str]) -> None:
    document = read("plan.md", "\n\n".join(lines))
    assert texts(document) == lines
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_as_markdown_with_headings(lines: list[str]) -> None:
    chapters = [line for line in lines if line[1:2] == "、"]
    content = "\n\n".join(f"## {line}" if line in chapters else line for line in lines)
    document = read("plan.md", content)
    assert texts(document) == lines
    assert texts(document, BlockKind.HEADING) == chapters


def test_as_a_web_page(lines: list[str]) -> None:
    body = "\n".join(f"<p>　　{html.escape(line)}</p>" for line in lines)
    page = f'<html><head><meta charset="utf-8"></head><body><div class="content">{body}</div></body></html>'
    document = read("plan.html", page)
    assert texts(document) == lines
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_as_a_word_document(lines: list[str]) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    found = read("plan.docx", stream.getvalue())
    assert texts(found) == lines
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


def test_as_a_word_document_with_headings_and_a_table(lines: list[str]) -> None:
    document = docx.Document()
    document.add_heading(lines[0], 0)
    document.add_heading(lines[1], 2)
    table = document.add_table(2, 2)
    for index, line in enumerate(lines[2:6]):
        table.cell(index // 2, index % 2).text = line
    stream = io.BytesIO()
    document.save(stream)
    found = read("plan.docx", stream.getvalue())
    assert [(block.kind.value, block.level, block.place.row, block.place.column) for block in found.blocks] == [
        ("heading", 1, 0, 0),
        ("heading", 2, 0, 0),
        ("table-cell", 0, 1, 1),
        ("table-cell", 0, 1, 2),
        ("table-cell", 0, 2, 1),
        ("table-cell", 0, 2, 2),
    ]
    assert texts(found) == lines[:6]
