"""Joins the reports on a plan and its annexes: what any of the files answers is answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from dfjlint.engine.summary import summary_of
from dfjlint.engine.verdict import coverage_of
from dfjlint.model.report import (
    Cited,
    Coverage,
    Disposition,
    DocumentReport,
    ElementResult,
    Gap,
    ObligationResult,
    Part,
    Status,
)
from dfjlint.workspace.shift import shifted

_BEST_FIRST = (Status.ADDRESSED, Status.CONTRADICTED, Status.MENTIONED, Status.MISSING)


def join(members: Sequence[DocumentReport], at_least: Mapping[str, int]) -> DocumentReport:
    """The report on a set.

    The spans of each file count from the offset of its part, so that the set has one row of characters
    in which the files follow each other. Evidence names its file in `path` and in its locator.

    Args:
        members: on the body first, then on the annexes; on the same obligations.
        at_least: obligation → how many elements must be addressed.

    Returns:
        The report on the first file that cannot be read, if there is one.
    """
    for member in members:
        if not member.readable:
            return member
    body = members[0]
    parts = _parts(members)
    placed, measures = [], 0
    for member, part in zip(members, parts, strict=True):
        placed.append(shifted(member, part, measures, PurePath(part.path).name))
        measures += len(member.measures)
    rows = zip(*(member.obligations for member in placed), strict=True)
    results = tuple(_obligation(row, at_least[row[0].id]) for row in rows)
    return replace(
        body,
        sha256=hashlib.sha256("".join(part.sha256 for part in parts).encode()).hexdigest(),
        characters=parts[-1].offset + parts[-1].characters,
        summary=summary_of(results),
        obligations=results,
        findings=tuple(finding for member in placed for finding in member.findings),
        measures=tuple(measure for member in placed for measure in member.measures),
        passages=tuple(passage for member in placed for passage in member.passages),
        line_starts=tuple(
            start + part.offset for member, part in zip(members, parts, strict=True) for start in member.line_starts
        ),
        parts=parts,
        cited=tuple(_cited(placed)),
    )


def _cited(placed: Sequence[DocumentReport]) -> Iterable[Cited]:
    """What any file cites, each once, where it stands first."""
    found: dict[str, Cited] = {}
    for member in placed:
        for entry in member.cited:
            known = found.get(entry.title)
            found[entry.title] = replace(known, times=known.times + entry.times) if known else entry
    return found.values()


def _parts(members: Iterable[DocumentReport]) -> tuple[Part, ...]:
    parts, offset = [], 0
    for member in members:
        parts.append(Part(member.path, member.sha256, offset, member.characters))
        offset += member.characters + 1
    return tuple(parts)


def _obligation(row: Sequence[ObligationResult], at_least: int) -> ObligationResult:
    """The verdicts of the files on one obligation as one; whom it addresses is decided by the body."""
    elements = tuple(_element(group) for group in zip(*(result.elements for result in row), strict=True))
    coverage = coverage_of(elements, at_least)
    best = max(row, key=lambda result: sum(element.status is Status.ADDRESSED for element in result.elements))
    covered = coverage is Coverage.COVERED
    waived = next((result for result in row if result.disposition is not Disposition.OPEN), row[0])
    set_aside = not covered and waived.disposition is not Disposition.OPEN
    return replace(
        row[0],
        coverage=coverage,
        gaps=tuple(_gaps(row, elements, coverage)),
        elements=elements,
        nearest=() if covered else best.nearest or tuple(near for result in row for near in result.nearest)[:3],
        suggestion="" if covered else best.suggestion,
        disposition=waived.disposition if set_aside else Disposition.OPEN,
        disposition_reason=waived.disposition_reason if set_aside else None,
    )


def _element(group: Sequence[ElementResult]) -> ElementResult:
    best = min((element.status for element in group), key=_BEST_FIRST.index)
    same = [element for element in group if element.status is best]
    evidence = tuple(found for element in same for found in element.evidence)
    return ElementResult(group[0].name, best, evidence, tuple(place for element in same for place in element.also))


def _gaps(row: Sequence[ObligationResult], elements: Sequence[ElementResult], coverage: Coverage) -> Iterable[Gap]:
    """Gaps that no file closes.

    A gap about an element stays if the element is no better in any file; a gap about the answer (owner,
    date, figure, force, scope) stays if every file that answers has it.
    """
    if coverage is Coverage.MISSING:
        yield from row[0].gaps
        return
    status = {element.name: element.status for element in elements}
    named: set[str] = set()
    for result in row:
        own = {element.name: element.status for element in result.elements}
        for gap in result.gaps:
            name = dict(gap.message.values).get("element", "")
            if name in status and name not in named and own[name] is status[name] is not Status.ADDRESSED:
                named.add(name)
                yield gap
    yield from _shared([result for result in row if _addresses(result)], status)


def _addresses(result: ObligationResult) -> bool:
    return any(element.status is Status.ADDRESSED for element in result.elements)


def _shared(answering: Sequence[ObligationResult], status: Mapping[str, Status]) -> Iterable[Gap]:
    """Gaps about the answer as a whole, and not that there is none, which every file that answers has."""
    for gap in answering[0].gaps if answering else ():
        whole = gap.code != "G01" and dict(gap.message.values).get("element", "") not in status
        if whole and all(gap.code in {other.code for other in result.gaps} for result in answering):
            yield gap
