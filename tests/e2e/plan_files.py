"""Writes one plan in every format, with the writers that offices use."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml

SOFFICE = shutil.which("soffice") or ""

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CHAPTER = re.compile("[一二三四五六七八九十]+、")
_ITEM = re.compile(r"\([一二三四五六七八九十]+\)")


def as_markdown(lines: Sequence[str]) -> bytes:
    """Chapters are headings, items begin with their number in bold."""
    marked = []
    for line in lines:
        item = _ITEM.match(line)
        if _CHAPTER.match(line):
            line = f"## {line}"
        elif item:
            head, stop, rest = line.partition("。")
            line = f"**{head}{stop}**{rest}"
        marked.append(line)
    return "\n\n".join(marked).encode()


def as_html(lines: Sequence[str]) -> bytes:
    """A page of a government site in GB 18030, with navigation and a footer."""
    body = "\n".join(f"<p>　　{html.escape(line)}</p>" for line in lines)
    return (
        '<!DOCTYPE html><html><head><meta charset="gb2312"><title>某省人民政府</title></head><body>'
        '<div class="nav"><a href="/">首页</a> | <a href="/a">政务公开</a> | <a href="/b">政务服务</a></div>'
        f'<div class="content">{body}</div>'
        '<div class="footer"><p>版权所有：某省人民政府办公厅</p><p>网站标识码：0000000000</p></div></body></html>'
    ).encode("gb18030")


def as_docx(lines: Sequence[str]) -> bytes:
    """A Word document whose numbers 一、 and (一) are automatic and stand nowhere in its text."""
    document = docx.Document()
    _define_numbers(document)
    for line in lines:
        chapter, item = _CHAPTER.match(line), _ITEM.match(line)
        number = chapter or item
        paragraph = document.add_paragraph(line[number.end() :] if number else line)
        if number:
            properties = paragraph._p.get_or_add_pPr()
            name = "77" if chapter else "78"
            properties.append(parse_xml(f'<w:numPr {_WORD}><w:ilvl w:val="0"/><w:numId w:val="{name}"/></w:numPr>'))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_typed_docx(lines: Sequence[str]) -> bytes:
    """A Word document whose numbers are typed."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _define_numbers(document: Document) -> None:
    """Two lists, 77 for chapters and 78 for items, which count on from chapter to chapter."""
    root = document.part.numbering_part.element
    for place, (name, text) in enumerate((("77", "%1、"), ("78", "(%1)"))):
        level = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
        root.insert(place, parse_xml(f'<w:abstractNum {_WORD} w:abstractNumId="{name}">{level}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {_WORD} w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>'))


def as_ofd(lines: Sequence[str], columns: int = 28, rows: int = 30) -> bytes:
    """A paginated OFD document with page numbers, as a converter of office suites prints it."""
    printed = [piece for line in lines for piece in _wrapped(line, columns)]
    pages = [printed[i : i + rows] for i in range(0, len(printed), rows)]
    files = {
        "OFD.xml": _ofd("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": _ofd(
            "Document",
            "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            "</ofd:CommonData><ofd:Pages>"
            + "".join(f'<ofd:Page ID="{i + 1}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
            + "</ofd:Pages>",
        ),
    }
    for i, page in enumerate(pages):
        texts = [_ofd_text(text, 30 + 5 * indent, 40 + 7 * row) for row, (indent, text) in enumerate(page)]
        texts.append(_ofd_text(f"— {i + 1} —", 98, 280))
        content = f'<ofd:Content><ofd:Layer ID="1">{"".join(texts)}</ofd:Layer></ofd:Content>'
        files[f"Doc_0/Pages/Page_{i}/Content.xml"] = _ofd("Page", content)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _wrapped(line: str, columns: int) -> list[tuple[int, str]]:
    """The printed lines of a paragraph with their indents; Latin characters are half as wide."""
    pieces: list[tuple[int, str]] = []
    text, width, indent = "", 4, 2
    for character in line:
        own = 1 if character.isascii() else 2
        if width + own > 2 * columns:
            pieces.append((indent, text))
            text, width, indent = "", 0, 0
        text, width = text + character, width + own
    return [*pieces, (indent, text)]


def _ofd(tag: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{tag} xmlns:ofd="http://www.ofdspec.org/2016">{content}</ofd:{tag}>'


def _ofd_text(text: str, x: float, y: float) -> str:
    steps = " ".join("2.5" if character.isascii() else "5" for character in text[:-1])
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 7" Font="3" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="{steps}">'
        f"{escape(text)}</ofd:TextCode></ofd:TextObject>"
    )


def converted(data: bytes, suffix: str, folder: Path, source: str = "docx") -> bytes:
    """A document written again by LibreOffice in another format; the suffix may name a filter, txt:Text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"plan.{source}"
    path.write_bytes(data)
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", suffix, "--outdir", str(folder / "out"), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "out" / f"plan.{suffix.partition(':')[0]}").read_bytes()
