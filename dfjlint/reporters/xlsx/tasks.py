"""The breakdown of tasks (任务分解表): who does what by when for each element that the decision asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from dfjlint.messages import label, render
from dfjlint.model.plan import OwnerRole
from dfjlint.model.report import (
    DocumentReport,
    ElementResult,
    Gap,
    MeasureView,
    ObligationResult,
    Report,
    Status,
)
from dfjlint.reporters.owners import OwnerNames
from dfjlint.reporters.verdicts import applies
from dfjlint.reporters.wording import place, plain, verdict
from dfjlint.reporters.xlsx.register import Beside
from dfjlint.reporters.xlsx.sheet import Column, Table, Value

_COLUMNS = (
    ("number", 6, True),
    ("cite", 9, True),
    ("task", 42, False),
    ("element", 26, False),
    ("lead", 22, False),
    ("support", 22, False),
    ("deadline", 16, False),
    ("target", 16, False),
    ("covered", 10, True),
    ("evidence", 56, False),
    ("remark", 40, False),
)
_FILLS = {Status.MISSING: "F8CBAD", Status.CONTRADICTED: "E6B8E0", Status.MENTIONED: "FFE699"}
_COVERED = [name for name, _, _ in _COLUMNS].index("covered")


def write_tasks(sheet: Worksheet, report: Report, lang: str) -> None:
    """One row for each element of each obligation, in the order of the decision."""
    beside = Beside(report, lang)
    columns = [Column(label(f"sheet-{name}", lang), width, centred) for name, width, centred in _COLUMNS]
    table = Table(sheet, columns + beside.columns, lang, frozen=2)
    number = 0
    for document in report.documents:
        rows = TaskRows(document, lang)
        for result in document.obligations:
            for values, fill in rows.of(result):
                number += 1
                table.add([number, *values, *beside.cells(document)], [""] * _COVERED + [fill])
    table.finish()


class TaskRows:
    """Makes the rows of one document."""

    def __init__(self, document: DocumentReport, lang: str) -> None:
        self._measures = document.measures
        self._names = OwnerNames(document.passages)
        self._lang = lang

    def of(self, result: ObligationResult) -> Iterator[tuple[list[Value], str]]:
        """The rows of an obligation, each with the colour of its coverage."""
        for number, element in enumerate(result.elements):
            measure = self._measure(element) if applies(result) else None
            yield (
                [
                    result.cite,
                    plain(result.quote),
                    plain(element.name),
                    self._owners(measure, (OwnerRole.LEAD, OwnerRole.RESPONSIBLE)),
                    self._owners(measure, (OwnerRole.SUPPORT,)),
                    "\n".join(map(plain, measure.deadlines)) if measure else "",
                    "\n".join(map(plain, measure.quantities)) if measure else "",
                    self._status(result, element),
                    "\n".join(self._places(element)),
                    "\n".join(self._remarks(result, element, measure, first=number == 0)),
                ],
                _FILLS.get(element.status, "") if applies(result) else "",
            )

    def _places(self, element: ElementResult) -> Iterator[str]:
        """The evidence, and the labels of the measures beyond it."""
        yield from map(place, element.evidence)
        seen = {evidence.measure for evidence in element.evidence}
        others = [plain(self._measures[index].label) for index in element.measures if index not in seen]
        if others:
            yield f"{label('html-also', self._lang)}{'；'.join(others)}"

    def _measure(self, element: ElementResult) -> MeasureView | None:
        """The measure that does it: the first that the evidence stands in; a mention charges nobody."""
        if element.status is not Status.ADDRESSED:
            return None
        index = next((evidence.measure for evidence in element.evidence if evidence.measure >= 0), -1)
        return self._measures[index] if index >= 0 else None

    def _owners(self, measure: MeasureView | None, roles: Sequence[OwnerRole]) -> str:
        owners = measure.owners if measure else ()
        return "、".join(dict.fromkeys(plain(self._names.of(owner)) for owner in owners if owner.role in roles))

    def _status(self, result: ObligationResult, element: ElementResult) -> str:
        return label(f"status-{element.status.value}", self._lang) if applies(result) else verdict(result, self._lang)

    def _remarks(
        self, result: ObligationResult, element: ElementResult, measure: MeasureView | None, first: bool
    ) -> Iterator[str]:
        if not applies(result):
            yield plain(render(result.applicability_reason, self._lang))
            return
        for gap in result.gaps:
            about = _about(gap, result)
            if about == element.name or (first and not about):
                yield f"{gap.code} {plain(render(gap.message, self._lang))}"
        owners = measure.owners if measure else ()
        if owners and all(owner.role is OwnerRole.RESPONSIBLE for owner in owners):
            yield label("sheet-undivided", self._lang)


def _about(gap: Gap, result: ObligationResult) -> str:
    """Name of the element that a gap is about; empty if it is about the whole obligation."""
    about = dict(gap.message.values).get("element", "")
    return about if any(element.name == about for element in result.elements) else ""
