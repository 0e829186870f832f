"""Runs the cases that stand beside the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dfjlint.api import check_source
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.pack import cases_of
from dfjlint.engine.schema import CaseFile
from dfjlint.model.report import Coverage, ObligationResult, Status
from dfjlint.model.rules import Obligation
from dfjlint.model.source import Block, BlockKind, Place, SourceDocument, Span


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What became of one case.

    Args:
        expectation: "pass", "fail" or "todo".
        ok: True if the verdict is the expected one; a `todo` is ok as long as it still fails.
        found: the statuses of the elements, for the message.
    """

    rule: str
    expectation: str
    text: str
    element: str
    ok: bool
    found: str


def run_cases(folder: Path, index: ConceptIndex, only: tuple[str, ...] = ()) -> Iterator[CaseOutcome]:
    """All cases of a pack, rule by rule; `only` keeps rules whose id begins with one of its values.

    Raises:
        PackError: if a rule has no cases or a case names an element the rule does not have.
    """
    for obligation in index.pack.obligations:
        if only and not obligation.id.startswith(only):
            continue
        cases = cases_of(folder, obligation.id)
        for expectation, entries in (("pass", cases.passing), ("fail", cases.failing), ("todo", cases.todo)):
            for case in entries:
                yield _outcome(case, expectation, obligation, index)


def case_document(text: str, title: str) -> SourceDocument:
    """A plan whose only measure is the text of a case."""
    lines = [title, "一、主要任务", *text.strip().split("\n")]
    blocks, start = [], 0
    for number, line in enumerate(lines, 1):
        blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH, place=Place(line=number)))
        start += len(line) + 1
    return SourceDocument("case.txt", "txt", "", "\n".join(lines), tuple(blocks))


def _outcome(case: CaseFile, expectation: str, obligation: Obligation, index: ConceptIndex) -> CaseOutcome:
    report = check_source(case_document(case.text, index.pack.case_title), index)
    result = next(result for result in report.obligations if result.id == obligation.id)
    answered = _answered(result, case.element)
    found = "、".join(f"{element.name} {element.status.value}" for element in result.elements)
    ok = answered if expectation == "pass" else not answered
    return CaseOutcome(obligation.id, expectation, case.text, case.element, ok, found)


def _answered(result: ObligationResult, element: str) -> bool:
    """True if the element (or, without one, the obligation) is answered."""
    if not element:
        return result.coverage is Coverage.COVERED
    return any(entry.name == element and entry.status is Status.ADDRESSED for entry in result.elements)
