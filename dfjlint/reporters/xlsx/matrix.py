"""The matrix: how many elements of each provision each measure answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from dfjlint.messages import label
from dfjlint.model.report import Coverage, DocumentReport, ObligationResult, Status
from dfjlint.reporters.verdicts import applies
from dfjlint.reporters.wording import plain
from dfjlint.reporters.xlsx.sheet import Column, Table, Value

_MENTIONED = "·"
# From how many answered elements on a cell is darker.
_HEATS = ((7, "5B9BD5"), (4, "9DC3E6"), (2, "BDD7EE"), (1, "DEEBF7"))
_OUTSIDE = -1


def write_matrix(sheet: Worksheet, document: DocumentReport, lang: str) -> None:
    """Rows are provisions, columns measures; obligations that do not apply are left out."""
    heads = [
        Column(label("sheet-cite", lang), 9, centred=True),
        Column(label("sheet-obligations", lang), 9, centred=True),
        Column(label("coverage-covered", lang), 9, centred=True),
    ]
    measures = [(_OUTSIDE, label("sheet-outside", lang))]
    measures += [(measure.index, plain(f"{measure.label} {measure.title}")) for measure in document.measures]
    columns = [*heads, *(Column(title, 5.5, centred=True) for _, title in measures)]
    table = Table(sheet, columns, lang, frozen=len(heads), upright=True)
    for cite, group in _provisions(document).items():
        addressed, mentioned = _counts(group, Status.ADDRESSED), _counts(group, Status.MENTIONED)
        cells: list[Value] = [
            addressed.get(index) or (_MENTIONED if mentioned.get(index) else "") for index, _ in measures
        ]
        covered = sum(result.coverage is Coverage.COVERED for result in group)
        table.add([cite, len(group), covered, *cells], [""] * len(heads) + [_heat(cell) for cell in cells])
    table.finish()


def _provisions(document: DocumentReport) -> Mapping[str, Sequence[ObligationResult]]:
    groups: dict[str, list[ObligationResult]] = defaultdict(list)
    for result in document.obligations:
        if applies(result):
            groups[result.cite].append(result)
    return groups


def _counts(group: Sequence[ObligationResult], status: Status) -> Mapping[int, int]:
    """Index of a measure → how many elements it answers or mentions."""
    counts: dict[int, int] = defaultdict(int)
    for result in group:
        for element in result.elements:
            if element.status is status:
                for index in {spot.measure for spot in element.spots}:
                    counts[index] += 1
    return counts


def _heat(cell: Value) -> str:
    if not isinstance(cell, int):
        return ""
    return next((colour for least, colour in _HEATS if cell >= least), "")
