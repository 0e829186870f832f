"""The workbook: its sheets in order."""

from __future__ import annotations

from openpyxl import Workbook

from dfjlint.messages import label
from dfjlint.model.report import Report
from dfjlint.reporters.xlsx.about import write_about
from dfjlint.reporters.xlsx.archive import saved
from dfjlint.reporters.xlsx.matrix import write_matrix
from dfjlint.reporters.xlsx.register import write_register
from dfjlint.reporters.xlsx.tasks import write_tasks


def render_xlsx(report: Report, lang: str) -> bytes:
    """Gap register, breakdown of tasks, one matrix for each plan that was read, and what they were made from."""
    book = Workbook()
    book.properties.creator = "dfjlint"
    book.properties.title = label("report-title", lang)
    first = book.active
    if first is not None:
        book.remove(first)
    write_register(book.create_sheet(label("sheet-register", lang)), report, lang)
    write_tasks(book.create_sheet(label("sheet-tasks", lang)), report, lang)
    readable = [document for document in report.documents if document.readable]
    for number, document in enumerate(readable, start=1):
        suffix = f" {number}" if len(readable) > 1 else ""
        write_matrix(book.create_sheet(label("sheet-matrix", lang) + suffix), document, lang)
    write_about(book.create_sheet(label("sheet-about", lang)), report, lang)
    return saved(book)
