"""Reads labelled plans: what readers said about each element, with the spans that show it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from dfjlint.engine.pack import read_file
from dfjlint.engine.schema import RuleId, Strict
from dfjlint.engine.verdict import coverage_of
from dfjlint.errors import UsageError
from dfjlint.model.report import Coverage, ElementResult, Status
from dfjlint.model.rules import Obligation
from dfjlint.model.source import Span

_STATUS = {"yes": Status.ADDRESSED, "weak": Status.MENTIONED, "no": Status.MISSING}


class LabelEntry(Strict):
    """One element of one obligation as labelled; evidence is [start, end) in code points of the text."""

    id: RuleId
    element: str
    label: Literal["yes", "weak", "no"]
    disputed: bool = False
    evidence: tuple[tuple[int, int], ...] = ()


class LabelFile(Strict):
    """A labelled plan; `status` repeats for readers the coverage that follows from the elements."""

    plan: str
    text_sha256: str
    note: str = ""
    elements: tuple[LabelEntry, ...] = Field(min_length=1)
    status: dict[RuleId, Literal["covered", "partial", "missing"]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one plan.

    Args:
        name: file stem of the labels.
        path: of the plan's text file.
        status: (obligation id, element name) → status.
        evidence: the same keys → labelled spans, best first.
    """

    name: str
    path: Path
    status: Mapping[tuple[str, str], Status]
    evidence: Mapping[tuple[str, str], tuple[Span, ...]]

    def coverage(self, obligation: str, elements: Sequence[str], at_least: int) -> Coverage:
        """Coverage of an obligation by its labels, as the guide defines it."""
        return coverage_of([ElementResult(name, self.status[obligation, name], ()) for name in elements], at_least)


def label_files(arguments: Sequence[str]) -> list[Path]:
    """The label files behind files and folders, in the order given.

    Raises:
        UsageError: if there are none.
    """
    paths: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        paths += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not paths:
        raise UsageError("no label file here", ", ".join(arguments), "labels are *.yaml files")
    return paths


def read_labels(path: Path, root: str, obligations: Iterable[Obligation]) -> Labels:
    """One label file; its plan is looked for below root, else below the folders above the file.

    Raises:
        PackError: if the file does not have the right shape.
        UsageError: if the plan is not found, its text is not the labelled one, or an element has no label.
    """
    content = read_file(path, LabelFile)
    plan = _find_plan(path, content.plan, root)
    text = plan.read_bytes().decode("utf-8-sig")
    if hashlib.sha256(text.encode()).hexdigest() != content.text_sha256:
        raise UsageError("the text is not the one that was labelled", str(plan), "its sha256 differs from text_sha256")
    keys = [(entry.id, entry.element) for entry in content.elements]
    for obligation in obligations:
        for element in obligation.elements:
            if (obligation.id, element.name) not in keys:
                raise UsageError(f"no label for {obligation.id} {element.name}", str(path), "label every element")
    return Labels(
        name=path.stem,
        path=plan,
        status={key: _STATUS[entry.label] for key, entry in zip(keys, content.elements, strict=True)},
        evidence={
            key: tuple(Span(start, end) for start, end in entry.evidence)
            for key, entry in zip(keys, content.elements, strict=True)
        },
    )


def _find_plan(path: Path, plan: str, root: str) -> Path:
    folders = [Path(root)] if root else [path.resolve().parent, *path.resolve().parent.parents]
    for folder in folders:
        if (folder / plan).is_file():
            return folder / plan
    raise UsageError(f"the plan {plan} of these labels was not found", str(path), "say where with --root")
