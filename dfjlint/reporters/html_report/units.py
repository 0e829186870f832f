"""The view by responsible body: its measures, and the obligations that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dfjlint.reporters.html_report.measures import MeasureLink, Measures


@dataclass(frozen=True, slots=True)
class Task:
    """A measure that a body is charged with, and the obligations whose evidence stands in it."""

    measure: MeasureLink
    role: str
    obligations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A body with its measures.

    Args:
        number: position in Measures.units; -1 for measures that name nobody.
        obligations: ids that its measures answer or mention, each once.
    """

    number: int
    name: str
    tasks: tuple[Task, ...]
    obligations: tuple[str, ...]


def units_of(measures: Measures, answers: Mapping[int, tuple[str, ...]]) -> tuple[Unit, ...]:
    """The bodies with most measures first; at the end the measures that name nobody, if there are any."""
    units = [_unit(number, name, measures, answers) for number, name in enumerate(measures.units)]
    units.sort(key=lambda unit: (-len(unit.tasks), unit.number))
    nobody = [measure for measure in measures.links if not measure.bodies]
    if nobody:
        units.append(_joined(-1, "", [(measure, "") for measure in nobody], answers))
    return tuple(units)


def _unit(number: int, name: str, measures: Measures, answers: Mapping[int, tuple[str, ...]]) -> Unit:
    charged = []
    for measure in measures.links:
        roles = [body.role for body in measure.bodies if body.unit == number]
        if roles:
            charged.append((measure, roles[0]))
    return _joined(number, name, charged, answers)


def _joined(
    number: int, name: str, charged: Sequence[tuple[MeasureLink, str]], answers: Mapping[int, tuple[str, ...]]
) -> Unit:
    tasks = tuple(Task(measure, role, answers.get(measure.index, ())) for measure, role in charged)
    ids = dict.fromkeys(id for task in tasks for id in task.obligations)
    return Unit(number, name, tasks, tuple(ids))
