"""What is judged as one: a plan, or a plan set of body and annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dfjlint.config import PlanSet, Settings
from dfjlint.errors import UsageError
from dfjlint.workspace.places import SettingsByFolder, document_id
from dfjlint.workspace.plans import PlanFile


@dataclass(frozen=True, slots=True)
class Unit:
    """One plan or one set.

    Args:
        id: its name in baseline and waivers: path from the root, or name of the set.
        files: body first.
        settings: in force in the folder of the body.
    """

    id: str
    files: tuple[PlanFile, ...]
    settings: Settings


def units_of(plans: Sequence[PlanFile], run: Settings, settings: SettingsByFolder) -> tuple[Unit, ...]:
    """The plans as units, in order; a file of a set brings the whole set, once, at its first file's place.

    Args:
        run: settings of the run, which has the sets.

    Raises:
        UsageError: if a file of a set is missing, or a file stands in two sets as body.
    """
    sets = [_files(entry, run, settings, plans) for entry in run.plan_sets]
    units: dict[str, Unit] = {}
    for plan in plans:
        homes = [(entry, files) for entry, files in zip(run.plan_sets, sets, strict=True) if _holds(files, plan)]
        for entry, files in homes:
            units.setdefault(entry.name, Unit(entry.name, files, settings.at(files[0].path.parent)))
        if not homes:
            name = document_id(plan.path, run.root)
            units.setdefault(name, Unit(name, (plan,), settings.at(plan.path.parent)))
    return tuple(units.values())


def _holds(files: Sequence[PlanFile], plan: PlanFile) -> bool:
    return any(file.path == plan.path for file in files)


def _files(
    entry: PlanSet, run: Settings, settings: SettingsByFolder, plans: Sequence[PlanFile]
) -> tuple[PlanFile, ...]:
    """The files of a set, shown as the user named them where they did."""
    where = f"{run.origins['plan-sets']}:plan-sets ({entry.name})"
    paths = [entry.base / entry.body]
    if not paths[0].is_file():
        raise UsageError(f"there is no file {entry.body!r}", where, "a path from the folder of the settings file")
    for annex in entry.annexes:
        found = sorted(path for path in entry.base.glob(annex) if path.is_file() and path not in paths)
        if not found:
            raise UsageError(f"no file is named {annex!r}", where, "a path or pattern from the settings file's folder")
        paths += found
    named = {plan.path: plan for plan in plans}
    return tuple(named.get(path) or PlanFile(settings.shown(path), path) for path in paths)
