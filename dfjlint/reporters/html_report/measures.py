"""The measures of a plan as links, with the names of their bodies in the script of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dfjlint.model.report import DocumentReport, MeasureView, ObligationResult
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.owners import OwnerNames
from dfjlint.reporters.shown import one_line


@dataclass(frozen=True, slots=True)
class Body:
    """A body charged with a measure.

    Args:
        unit: position in Measures.units.
        name: as in the plan where it is printed in full there.
        role: "responsible", "lead" or "support".
    """

    unit: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class MeasureLink:
    """A measure with what is said about it.

    Args:
        target: id of its text on the page; empty if it has none.
    """

    index: int
    label: str
    title: str
    target: str
    bodies: tuple[Body, ...]
    deadlines: tuple[str, ...]
    quantities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of a plan, and the bodies charged with them in the order of their first measure."""

    links: tuple[MeasureLink, ...]
    units: tuple[str, ...]

    def link(self, index: int) -> MeasureLink | None:
        """The measure of an index as evidence names it; None for -1."""
        return self.links[index] if 0 <= index < len(self.links) else None


def measures_of(document: DocumentReport, anchors: Anchors) -> Measures:
    """The measures of a document."""
    shown = {passage.measure for passage in document.passages}
    printed = OwnerNames(document.passages)
    names: dict[str, str] = {}
    for measure in document.measures:
        for owner in measure.owners:
            names.setdefault(owner.name, printed.of(owner))
    order = list(names)
    links = tuple(_link(measure, names, order, anchors, shown) for measure in document.measures)
    return Measures(links, tuple(names.values()))


def named_measures(result: ObligationResult) -> tuple[int, ...]:
    """Indexes of the measures that answer or mention an obligation, each once, in order."""
    return tuple(sorted({index for element in result.elements for index in element.measures}))


def _link(
    measure: MeasureView, names: Mapping[str, str], order: Sequence[str], anchors: Anchors, shown: set[int]
) -> MeasureLink:
    return MeasureLink(
        index=measure.index,
        label=measure.label,
        title=one_line(measure.title),
        target=anchors.measure(measure.index) if measure.index in shown else "",
        bodies=tuple(Body(order.index(owner.name), names[owner.name], owner.role.value) for owner in measure.owners),
        deadlines=measure.deadlines,
        quantities=measure.quantities,
    )
