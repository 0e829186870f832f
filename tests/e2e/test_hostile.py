"""Very large and hostile files, given to the command: bounded memory, one line each, exit code 2."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.unit.readers.pdf_files import nested
from tests.unit.readers.reading import SENTENCE
from tests.unit.readers.word_files import TYPES, docx, p

_MIB = 1 << 20
_MEMORY = 2 << 30  # bytes of address space, with everything that Python and its libraries map


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    paragraph = f"{SENTENCE}\n".encode()
    (folder / "long.txt").write_bytes(paragraph * (200 * _MIB // len(paragraph)))
    (folder / "long.html").write_bytes(b"<html><body>" + b"<p>%s</p>" % paragraph * (200 * _MIB // len(paragraph)))
    (folder / "below.txt").write_bytes(paragraph * (45 * _MIB // len(paragraph)))
    with zipfile.ZipFile(folder / "long.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(200):
                part.write(f"<w:p><w:r><w:t>{SENTENCE}".encode() * (_MIB // 80))
    (folder / "bomb.docx").write_bytes(docx("<w:p/>" * 5_000_000))
    (folder / "bomb.pdf").write_bytes(nested(9, 10))
    (folder / "deep.docx").write_bytes(docx("<w:tbl><w:tr><w:tc>" * 10_000 + p(SENTENCE)))
    (folder / "cut.docx").write_bytes(docx(p(SENTENCE))[:-30])
    (folder / "wrong.docx").write_bytes(SENTENCE.encode())
    (folder / "dfjlint.toml").write_text("limits = { max-seconds = 10 }\n", encoding="utf-8")
    return folder


def _bounded(folder: Path) -> subprocess.CompletedProcess[str]:
    """The command with no more memory than the bound."""
    code = (
        "import resource, sys; "
        f"resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY})); "
        "from dfjlint.cli.app import main; sys.argv[0] = 'dfjlint'; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, "check", ".", "--lang", "en", "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_each_is_refused_for_its_reason(folder: Path) -> None:
    result = _bounded(folder)
    reasons = {
        path: reason
        for line in result.stderr.splitlines()
        for path, _, reason in [line.partition(": DFJ001 The file could not be read: ")]
    }
    assert result.returncode == 2
    assert reasons.keys() == {path.name for path in folder.iterdir()} - {"dfjlint.toml"}
    expected = {
        "long.txt": "the file is larger than 52,428,800 bytes",
        "long.html": "the file is larger than 52,428,800 bytes",
        "below.txt": "the document has more than 2,000,000 characters",
        "long.docx": "the document is too large to be read safely",
        "bomb.docx": "the document is too large to be read safely",
        "bomb.pdf": "the PDF document takes",
        "deep.docx": "the document is nested too deeply",
        "cut.docx": "the document is damaged or cut short",
        "wrong.docx": "the file is a text file, but its name ends in .docx",
    }
    assert {path: reason[: len(expected[path])] for path, reason in reasons.items()} == expected
