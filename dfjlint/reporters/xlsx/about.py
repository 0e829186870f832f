"""What the workbook was made from: plans, counts, versions, hashes, and what the codes mean."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from dfjlint.messages import label, render
from dfjlint.model.report import DocumentReport, Report
from dfjlint.reporters.files import files_of
from dfjlint.reporters.imprint import imprint_facts
from dfjlint.reporters.verdicts import GAP_CODES
from dfjlint.reporters.wording import document_line, plain
from dfjlint.reporters.xlsx.sheet import Column, Table


def write_about(sheet: Worksheet, report: Report, lang: str) -> None:
    """Two columns: what, and its value."""
    columns = [Column(label("sheet-item", lang), 22), Column(label("sheet-value", lang), 110)]
    table = Table(sheet, columns, lang)
    for name, value in _lines(report, lang):
        table.add([name, value])
    table.finish()


def _lines(report: Report, lang: str) -> Iterator[tuple[str, str]]:
    for pack in report.packs:
        yield label("html-instrument", lang), plain(pack.instrument)
        yield label("html-pack", lang), f"{pack.id} {pack.version} sha256:{pack.sha256}"
    yield label("html-tool", lang), f"dfjlint {report.tool_version}"
    for document in report.documents:
        yield from _document(document, report, lang)
    for finding in report.findings:
        yield finding.id, plain(render(finding.message, lang))
    for code in GAP_CODES:
        yield f"{code} {label(f'html-code-{code}', lang)}", label(f"html-about-{code}", lang)
    yield label("sheet-note", lang), label("html-caution", lang)
    yield label("sheet-matrix", lang), label("sheet-matrix-note", lang)


def _document(document: DocumentReport, report: Report, lang: str) -> Iterator[tuple[str, str]]:
    yield label("html-document", lang), plain(document.title) or plain(document.path)
    if len(report.packs) > 1 and document.readable:
        yield label("html-checked-against", lang), plain(report.pack_of(document).instrument)
    for file in files_of(document):
        yield label("sheet-file", lang), f"{plain(file.path)} sha256:{file.sha256}"
    if document.readable:
        issuer = plain(document.issuer) or label("issuer-unknown", lang)
        counts = label(
            "label-plan", lang, characters=document.characters, measures=len(document.measures), issuer=issuer
        )
        yield "", counts
        for name, value in imprint_facts(document):
            yield label(name, lang), plain(value) if isinstance(value, str) else render(value, lang)
        for entry in document.cited:
            yield "", f"《{plain(entry.title)}》{plain(entry.locator)}"
        yield "", document_line(document, lang)
    for finding in document.findings:
        yield finding.id, plain(render(finding.message, lang))
