"""The gap register: what falls short, worst first, with room for what is decided about it."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from dfjlint.messages import label, render
from dfjlint.model.report import Coverage, Disposition, DocumentReport, Finding, ObligationResult, Report
from dfjlint.reporters.verdicts import distinct_nearest, gap_codes, shortfalls
from dfjlint.reporters.wording import place, plain, verdict
from dfjlint.reporters.xlsx.sheet import Column, Table, Value

_COLUMNS = (
    ("number", 6, True),
    ("rule", 12, True),
    ("cite", 9, True),
    ("asked", 38, False),
    ("modality", 10, True),
    ("addressee", 16, False),
    ("coverage", 10, True),
    ("codes", 9, True),
    ("gap", 34, False),
    ("nearest-why", 52, False),
    ("suggestion", 42, False),
    ("disposition", 12, True),
    ("decision", 18, False),
)
_FILLS = {
    Coverage.CONTRADICTED: "E6B8E0",
    Coverage.MISSING: "F8CBAD",
    Coverage.PARTIAL: "FFE699",
    Coverage.UNDETERMINED: "D9D9D9",
}
_COVERAGE = [name for name, _, _ in _COLUMNS].index("coverage")


def write_register(sheet: Worksheet, report: Report, lang: str) -> None:
    """One row for each obligation that falls short, and for each finding about a file."""
    beside = Beside(report, lang)
    columns = [Column(label(f"sheet-{name}", lang), width, centred) for name, width, centred in _COLUMNS]
    table = Table(sheet, columns + beside.columns, lang, frozen=3)
    number = 0
    for document in report.documents:
        rows = [(_finding(finding, lang), "") for finding in document.findings]
        rows += [(_gap(result, lang), _FILLS.get(result.coverage, "")) for result in shortfalls(document)]
        for values, fill in rows:
            number += 1
            table.add([number, *values, *beside.cells(document)], [""] * _COVERAGE + [fill])
    for finding in report.findings:
        number += 1
        table.add([number, *_finding(finding, lang), *[""] * len(beside.columns)])
    table.finish()


class Beside:
    """The last columns of a table: the name of the file and the decision, each where there are several."""

    def __init__(self, report: Report, lang: str) -> None:
        self._report = report
        self._files = len({document.path for document in report.documents}) > 1
        self._packs = len(report.packs) > 1
        titles = [("sheet-file", 24)] * self._files + [("html-instrument", 32)] * self._packs
        self.columns = [Column(label(title, lang), width) for title, width in titles]

    def cells(self, document: DocumentReport) -> list[Value]:
        """What stands there in a row about a document."""
        instrument = plain(self._report.pack_of(document).instrument) if document.pack else ""
        return [*[plain(document.path)] * self._files, *[instrument] * self._packs]


def _gap(result: ObligationResult, lang: str) -> list[Value]:
    agreed = label(f"disposition-{result.disposition.value}", lang)
    reason = result.disposition_reason
    return [
        result.id,
        result.cite,
        plain(result.quote),
        label(f"modality-{result.modality}", lang),
        label(f"addressee-{result.addressee}", lang),
        verdict(result, lang),
        " ".join(gap_codes(result)),
        "\n".join(dict.fromkeys(plain(render(gap.message, lang)) for gap in result.gaps)),
        "\n".join(_nearest(result, lang)),
        plain(result.suggestion),
        agreed,
        plain(render(reason, lang)) if reason and result.disposition is not Disposition.OPEN else "",
    ]


def _nearest(result: ObligationResult, lang: str) -> Iterator[str]:
    for near in distinct_nearest(result):
        yield place(near.evidence)
        yield f"→ {plain(render(near.why, lang))}"
    if not result.nearest:
        shown = [gap.evidence for gap in result.gaps if gap.evidence]
        yield from [place(evidence) for evidence in shown] or [label("label-nothing-found", lang)]


def _finding(finding: Finding, lang: str) -> list[Value]:
    severity = label(f"html-severity-{finding.severity.value}", lang)
    message = plain(render(finding.message, lang))
    return [finding.id, "", "", "", "", severity, "", message, plain(finding.locator), "", "", ""]
