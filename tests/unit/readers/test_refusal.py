from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from dfjlint.readers import ReadOptions, read_document
from tests.unit.readers.reading import SENTENCE, read, refused, texts
from tests.unit.readers.word_files import docx, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


def test_word_xml_is_named_as_not_read() -> None:
    data = b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">'
    error = refused("plan.xml", data)
    assert error.title == "this format cannot be read: a Word document saved as XML"
    assert "save it as .docx" in error.hint


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("plan.xlsx", zipped({"xl/workbook.xml": ""}), "a workbook (.xls, .xlsx, .et)"),
        ("plan.xls", ole("Workbook"), "a workbook (.xls, .xlsx, .et)"),
        ("plan.pptx", zipped({"ppt/presentation.xml": ""}), "a presentation (.ppt, .pptx, .dps)"),
        ("plan.zip", zipped({"plan.txt": "甲"}), "an archive (.zip, .rar, .7z, .gz)"),
        ("plan.rar", b"Rar!\x1a\x07\x00", "an archive (.zip, .rar, .7z, .gz)"),
        ("plan.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("plan.mht", b"From: <Saved>\r\nMIME-Version: 1.0\r\n", "a web archive (.mht)"),
        ("plan", OLE, "an old Office file"),
    ],
)
def test_other_formats_are_named_as_no_plan(name: str, data: bytes, format: str) -> None:
    assert refused(name, data).title == f"the file is {format}, not a plan"


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("plan.docx", b"%PDF-1.7\n", "a PDF document (.pdf)"),
        ("plan.docx", zipped({"a.txt": "甲"}), "an archive (.zip, .rar, .7z, .gz)"),
        ("plan.docx", ole("WordDocument"), "an old Word or WPS document (.doc, .wps)"),
        ("plan.docx", SENTENCE.encode(), "a text file"),
        ("plan.docx", PAGE.encode(), "a web page (.html)"),
        ("plan.txt", docx(p(SENTENCE)), "a Word document (.docx)"),
        ("plan.txt", PAGE.encode(), "a web page (.html)"),
        ("plan.html", docx(p(SENTENCE)), "a Word document (.docx)"),
        ("plan.pdf", PAGE.encode(), "a web page (.html)"),
        ("plan.pdf", SENTENCE.encode(), "a text file"),
        ("plan.ofd", b"%PDF-1.7\n", "a PDF document (.pdf)"),
        ("plan.txt", zipped({"OFD.xml": "<a/>"}), "an OFD document (.ofd)"),
        ("plan.pdf", zipped({"content.xml": "<a/>"}), "an OpenDocument file (.odt)"),
    ],
)
def test_a_wrong_name_is_told_from_a_wrong_format(name: str, data: bytes, format: str) -> None:
    suffix = name.removeprefix("plan")
    assert refused(name, data).title == f"the file is {format}, but its name ends in {suffix}"


def test_an_encrypted_office_document_is_named() -> None:
    assert refused("plan.docx", ole("EncryptedPackage")).title == "the document is protected by a password"


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("plan.doc", PAGE.encode(), "html"),
        ("plan.doc", docx(p(SENTENCE)), "docx"),
        ("plan.docm", docx(p(SENTENCE)), "docx"),
        ("PLAN.TXT", SENTENCE.encode(), "txt"),
        ("plan", SENTENCE.encode(), "txt"),
        ("plan", docx(p(SENTENCE)), "docx"),
        ("plan", b"\xef\xbb\xbf <!-- x -->\n" + PAGE.encode(), "html"),
        ("plan.xhtml", b'<?xml version="1.0" encoding="utf-8"?>\n' + PAGE.encode(), "html"),
        ("plan.html", SENTENCE.encode(), "html"),
        ("plan.markdown", SENTENCE.encode(), "md"),
    ],
)
def test_content_decides_where_the_name_leaves_it_open(name: str, data: bytes, format: str) -> None:
    document = read(name, data)
    assert (document.format, texts(document)) == (format, [SENTENCE])


def test_an_empty_file_is_named() -> None:
    assert refused("plan.docx", b"").title == "the file is empty"


def test_an_empty_archive_is_an_archive() -> None:
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    assert "an archive" in refused("plan.docx", stream.getvalue()).title


def test_paths_are_shown_with_forward_slashes() -> None:
    document = read_document(Path("plan.txt"), "plans\\plan.txt", SENTENCE.encode(), ReadOptions())
    assert document.path == "plans/plan.txt"
