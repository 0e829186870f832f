"""One plan in every format gets the same verdicts from the same words."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from dfjlint.api import check_bytes
from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import DocumentReport
from dfjlint.readers import ReadOptions
from tests.conftest import PLAN_2019, SAMPLES
from tests.e2e.command import dfjlint
from tests.e2e.plan_files import SOFFICE, as_docx, as_html, as_markdown, as_ofd, converted

PDFTOTEXT = shutil.which("pdftotext") or ""
OPTIONS = ReadOptions(soffice=SOFFICE)
needs_office = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")


@cache
def _lines() -> tuple[str, ...]:
    return tuple(line for line in PLAN_2019.read_text(encoding="utf-8").split("\n") if line.strip())


def _verdicts(report: DocumentReport) -> Mapping[str, object]:
    """Everything that is said about each obligation, evidence by its words, whatever the wraps."""
    return {
        result.id: (
            result.applicability,
            result.coverage,
            [gap.code for gap in result.gaps],
            [
                (element.name, element.status, ["".join(found.quote.split()) for found in element.evidence])
                for element in result.elements
            ],
        )
        for result in report.obligations
    }


@pytest.fixture(scope="module")
def from_text(index: ConceptIndex) -> DocumentReport:
    return check_bytes(PLAN_2019.read_bytes(), "plan.txt", index)


def _assert_same(data: bytes, name: str, index: ConceptIndex, from_text: DocumentReport) -> DocumentReport:
    report = check_bytes(data, name, index, "", OPTIONS)
    assert report.findings == from_text.findings
    assert (report.title, report.issuer) == (from_text.title, from_text.issuer)
    assert [measure.label for measure in report.measures] == [measure.label for measure in from_text.measures]
    assert _verdicts(report) == _verdicts(from_text)
    return report


def test_text_is_the_measure(from_text: DocumentReport) -> None:
    assert len(from_text.obligations) == 102
    assert len(from_text.measures) == 29


WRITERS = {"md": as_markdown, "html": as_html, "docx": as_docx, "ofd": as_ofd}


@pytest.mark.parametrize("suffix", WRITERS)
def test_written_here(suffix: str, index: ConceptIndex, from_text: DocumentReport) -> None:
    _assert_same(WRITERS[suffix](_lines()), f"plan.{suffix}", index, from_text)


def test_ofd_with_short_lines_and_many_pages(index: ConceptIndex, from_text: DocumentReport) -> None:
    report = _assert_same(as_ofd(_lines(), columns=22, rows=17), "plan.ofd", index, from_text)
    assert any(passage.zone == "chrome" and passage.text.startswith("— 12 —") for passage in report.passages)


@needs_office
@pytest.mark.parametrize("suffix", ["pdf", "doc", "odt"])
def test_written_by_libreoffice(suffix: str, index: ConceptIndex, from_text: DocumentReport, tmp_path: Path) -> None:
    _assert_same(converted(as_docx(_lines()), suffix, tmp_path), f"plan.{suffix}", index, from_text)


def test_the_numbers_of_the_word_document_stand_nowhere_in_its_text() -> None:
    import io

    import docx

    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(as_docx(_lines()))).paragraphs]
    assert any(text.startswith("優化升級信息化基礎設施") for text in texts)


@needs_office
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
def test_every_sample_file_is_read_or_refused_for_its_reason(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "files", tmp_path / "files")
    refused = {
        path.name: check_bytes(path.read_bytes(), path.name, _index(), "", OPTIONS)
        for path in sorted((tmp_path / "files").iterdir())
    }
    reasons = {
        name: dict(report.findings[0].message.values)["reason"]
        for name, report in refused.items()
        if not report.readable
    }
    assert reasons == {"wrong_content_data_x_plan.pdf": "@read-front-page"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
@pytest.mark.skipif(not PDFTOTEXT, reason="pdftotext of Poppler is not installed")
@pytest.mark.parametrize("flags", [(), ("-layout",)], ids=["plain", "layout"])
@pytest.mark.parametrize(
    "stem",
    ["nat_big_data_outline_2015", "nat_digital_china_layout_2023", "nda_trusted_data_space_2024_2028"],
)
def test_a_pdf_and_its_text_by_another_program_agree(stem: str, flags: tuple[str, ...], index: ConceptIndex) -> None:
    path = SAMPLES / "files" / f"{stem}.pdf"
    text = subprocess.run([PDFTOTEXT, *flags, str(path), "-"], capture_output=True, check=True).stdout
    from_pdf = check_bytes(path.read_bytes(), path.name, index)
    from_other = check_bytes(text.replace(b"\f", b"\n"), f"{stem}.txt", index)
    assert from_pdf.imprint == from_other.imprint
    pairs = list(zip(_statuses(from_pdf), _statuses(from_other), strict=True))
    assert [one for one, other in pairs if one != other] == []


def _statuses(report: DocumentReport) -> list[tuple[str, str, str]]:
    return [(entry.id, part.name, part.status) for entry in report.obligations for part in entry.elements]


def _index() -> ConceptIndex:
    from dfjlint.api import pack_index

    return pack_index("fujian-2018")


def test_the_command_reads_what_it_finds_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.ofd").write_bytes(as_ofd(_lines()))
    (tmp_path / "b.docx").write_bytes(as_docx(_lines()))
    result = dfjlint("check", ".", "--fail-on", "none", "--lang", "en", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert [line.split()[0] for line in result.stdout.splitlines() if line.startswith(("a.ofd", "b.docx"))] == [
        "a.ofd",
        "b.docx",
    ]
