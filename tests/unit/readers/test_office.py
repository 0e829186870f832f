from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from dfjlint.readers import ReadOptions
from tests.unit.readers.reading import SENTENCE, read, refused, texts
from tests.unit.readers.word_files import docx, p, zipped

SOFFICE = shutil.which("soffice") or ""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1\\ansi " + "".join(f"\\u{ord(c)}?" for c in SENTENCE).encode() + b"\\par}"
ODT = zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        f"<text:p>{SENTENCE}</text:p></office:text></office:body></office:document-content>",
    }
)
needs_office = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


def program(folder: Path, body: str) -> ReadOptions:
    """Options with a stand-in for LibreOffice; `out` and `source` are known to its body."""
    path = folder / "soffice"
    head = "import sys, os, time, pathlib\nout = pathlib.Path(sys.argv[-2])\nsource = pathlib.Path(sys.argv[-1])\n"
    path.write_text(f"#!{sys.executable}\n{head}{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return ReadOptions(soffice=str(path), max_seconds=5)


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("plan.doc", OLD_WORD, "an old Word or WPS document (.doc, .wps)"),
        ("plan.wps", OLD_WORD, "an old Word or WPS document (.doc, .wps)"),
        ("plan.odt", ODT, "an OpenDocument file (.odt)"),
        ("plan.rtf", RTF, "an RTF document (.rtf)"),
    ],
)
def test_without_libreoffice_both_ways_out_are_named(name: str, data: bytes, format: str) -> None:
    error = refused(name, data)
    assert error.title == f"to read {format}, LibreOffice is needed"
    assert "install LibreOffice" in error.hint
    assert "save it as .docx" in error.hint


def test_a_program_that_is_not_there_is_named() -> None:
    error = refused("plan.doc", OLD_WORD, ReadOptions(soffice=str(Path("no") / "such" / "program")))
    assert error.title.startswith("LibreOffice could not be started")


@pytest.mark.skipif(os.name == "nt", reason="stand-ins are scripts")
class TestWithAStandIn:
    def test_what_it_writes_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "made.docx").write_bytes(docx(p(SENTENCE)))
        copied = (
            f"out.mkdir()\n(out / 'plan.docx').write_bytes(pathlib.Path({str(tmp_path / 'made.docx')!r}).read_bytes())"
        )
        document = read("plan.doc", OLD_WORD, program(tmp_path, copied))
        assert (document.format, texts(document)) == ("doc", [SENTENCE])

    def test_it_is_given_a_copy_and_a_profile_of_its_own(self, tmp_path: Path) -> None:
        told = tmp_path / "told"
        options = program(tmp_path, f"pathlib.Path({str(told)!r}).write_text('\\n'.join(sys.argv))")
        refused("../plans/plan.doc", OLD_WORD, options)
        arguments = told.read_text(encoding="utf-8").split("\n")
        assert Path(arguments[-1]).name == "plan.doc"
        assert not Path(arguments[-1]).exists()
        assert arguments[1].startswith("-env:UserInstallation=file://")
        assert "--headless" in arguments

    def test_nothing_written_is_named(self, tmp_path: Path) -> None:
        error = refused("plan.doc", OLD_WORD, program(tmp_path, "sys.exit(1)"))
        assert error.title == "LibreOffice could not read the document"

    def test_something_else_written_is_named(self, tmp_path: Path) -> None:
        options = program(tmp_path, "out.mkdir()\n(out / 'plan.docx').write_bytes(b'%PDF-1.7')")
        assert refused("plan.doc", OLD_WORD, options).title == "LibreOffice could not read the document"

    def test_it_is_ended_when_it_takes_too_long(self, tmp_path: Path) -> None:
        options = ReadOptions(soffice=program(tmp_path, "time.sleep(60)").soffice, max_seconds=1)
        start = time.monotonic()
        assert refused("plan.doc", OLD_WORD, options).title == "LibreOffice took longer than 1 seconds"
        assert time.monotonic() - start < 20


@needs_office
@pytest.mark.parametrize(("name", "data"), [("plan.odt", ODT), ("plan.rtf", RTF), ("plan.doc", RTF)])
def test_libreoffice_reads_it(name: str, data: bytes) -> None:
    assert texts(read(name, data, ReadOptions(soffice=SOFFICE))) == [SENTENCE]


@needs_office
def test_a_broken_document_is_no_crash() -> None:
    error = refused("plan.doc", OLD_WORD, ReadOptions(soffice=SOFFICE))
    assert error.title
