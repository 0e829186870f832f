"""The matrix of provisions and measures: which measure answers how much of which provision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dfjlint.model.report import PackView, Status
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.bars import Tally, tally
from dfjlint.reporters.html_report.cards import Card, chapter_of
from dfjlint.reporters.html_report.measures import MeasureLink, Measures
from dfjlint.reporters.verdicts import applies

#: So many measures fit across an A4 page; a plan with more gets one table below the other.
COLUMNS = 36
# From how many answered elements on a cell is darker.
_HEATS = (1, 2, 4, 7)


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision with its obligations in order.

    Args:
        title: may be empty.
        anchor: id of its obligations on the page.
    """

    cite: str
    title: str
    chapter: str
    anchor: str
    cards: tuple[Card, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Cell:
    """What one measure does for one provision.

    Args:
        addressed: elements that it answers.
        mentioned: elements that it only mentions.
        heat: 0 for nothing answered up to 4.
        obligations: ids, in order.
    """

    addressed: int
    mentioned: int
    heat: int
    obligations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A provision with its cells; None where the measure has nothing for it."""

    provision: Provision
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A measure with the number of obligations that it answers or mentions."""

    measure: MeasureLink
    obligations: int


@dataclass(frozen=True, slots=True)
class Table:
    """A part of the matrix that is as wide as a page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def provisions_of(cards: Sequence[Card], anchors: Anchors, pack: PackView) -> tuple[Provision, ...]:
    """The provisions in the order of their first obligation."""
    groups: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        groups[card.result.cite].append(card)
    return tuple(
        Provision(
            cite=cite,
            title=pack.heading(cite),
            chapter=chapter_of(cite),
            anchor=anchors.provision(number),
            cards=tuple(group),
            tally=tally(card.result for card in group),
        )
        for number, (cite, group) in enumerate(groups.items(), start=1)
    )


def matrix_of(provisions: Sequence[Provision], measures: Measures) -> tuple[Table, ...]:
    """The matrix, cut into tables of at most COLUMNS measures; obligations that do not apply are left out."""
    grids = [_cells(provision) for provision in provisions]
    tables = []
    for begin in range(0, len(measures.links), COLUMNS):
        part = measures.links[begin : begin + COLUMNS]
        rows = tuple(
            Row(provision, tuple(grid.get(measure.index) for measure in part))
            for provision, grid in zip(provisions, grids, strict=True)
        )
        columns = tuple(Column(measure, _named(grids, measure.index)) for measure in part)
        tables.append(Table(columns, rows))
    return tuple(tables)


def _cells(provision: Provision) -> Mapping[int, Cell]:
    counts: dict[int, dict[Status, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    ids: dict[int, dict[str, None]] = defaultdict(dict)
    for card in provision.cards:
        if not applies(card.result):
            continue
        for element in card.result.elements:
            for index in element.measures:
                counts[index][element.status].add((card.result.id, element.name))
                ids[index][card.result.id] = None
    return {index: _cell(found, tuple(ids[index])) for index, found in counts.items()}


def _cell(found: Mapping[Status, set[tuple[str, str]]], ids: tuple[str, ...]) -> Cell:
    addressed = len(found.get(Status.ADDRESSED, ()))
    others = sum(len(names) for status, names in found.items() if status is not Status.ADDRESSED)
    return Cell(addressed, others, sum(addressed >= least for least in _HEATS), ids)


def _named(grids: Sequence[Mapping[int, Cell]], index: int) -> int:
    return sum(len(grid[index].obligations) for grid in grids if index in grid)
