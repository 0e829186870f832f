"""Compares two reports, obligation by obligation and element by element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dfjlint.model.report import (
    Coverage,
    DocumentReport,
    ElementResult,
    Evidence,
    ObligationResult,
    Report,
    Status,
)
from dfjlint.reporters.comparison.model import Change, Comparison, DocumentComparison, ElementChange, Move
from dfjlint.reporters.files import clean_path
from dfjlint.reporters.verdicts import applies, gap_codes

_RANKS = {
    Coverage.CONTRADICTED: 0,
    Coverage.MISSING: 1,
    Coverage.UNDETERMINED: 1,
    Coverage.PARTIAL: 2,
    Coverage.COVERED: 3,
}
# The other codes follow from the elements, which are compared themselves.
_QUALITY = frozenset({"G03", "G04", "G05", "G06", "G07", "G11", "G12"})


def compare(old: Report, new: Report) -> Comparison:
    """What the new report has gained, lost and moved.

    Plans are matched by pack and path; if one is left on each side, these two are drafts of one plan.
    """
    pairs, only_old, only_new = _pairs(old, new)
    judged = [(first, second) for first, second in pairs if first.readable and second.readable]
    unread = [document for pair in pairs if pair not in judged for document in pair if not document.readable]
    return Comparison(
        old=old,
        new=new,
        documents=tuple(_document(first, second) for first, second in judged),
        only_old=tuple(clean_path(document.path) for document in only_old),
        only_new=tuple(clean_path(document.path) for document in only_new),
        unread=tuple(clean_path(document.path) for document in unread),
    )


_Pairs = list[tuple[DocumentReport, DocumentReport]]


def _pairs(old: Report, new: Report) -> tuple[_Pairs, list[DocumentReport], list[DocumentReport]]:
    before, after = _by_place(old), _by_place(new)
    pairs = [(document, after[place]) for place, document in before.items() if place in after]
    only_old = [document for place, document in before.items() if place not in after]
    only_new = [document for place, document in after.items() if place not in before]
    if len(only_old) == len(only_new) == 1 and old.pack_of(only_old[0]).id == new.pack_of(only_new[0]).id:
        return [*pairs, (only_old[0], only_new[0])], [], []
    return pairs, only_old, only_new


def _by_place(report: Report) -> dict[tuple[str, str], DocumentReport]:
    """Pack and path → document."""
    return {(report.pack_of(document).id, clean_path(document.path)): document for document in report.documents}


def _document(old: DocumentReport, new: DocumentReport) -> DocumentComparison:
    results = {result.id: result for result in new.obligations}
    both = [(result, results[result.id]) for result in old.obligations if result.id in results]
    judged = [_change(pair, (old, new)) for pair in both if applies(pair[0]) and applies(pair[1])]
    worse = [change for change in judged if _is_worse(change)]
    better = [change for change in judged if change not in worse and _is_better(change)]
    moved = [change for change in judged if change not in worse and change not in better and change.moved]
    return DocumentComparison(
        pack=new.pack,
        old_path=clean_path(old.path),
        new_path=clean_path(new.path),
        old_title=old.title,
        new_title=new.title,
        before=old.summary,
        after=new.summary,
        lost=tuple(worse),
        gained=tuple(better),
        moved=tuple(moved),
        rescoped=tuple(
            Change(second.id, second.cite, second.quote, _verdict(first), _verdict(second))
            for first, second in both
            if applies(first) is not applies(second)
        ),
    )


def _change(
    pair: tuple[ObligationResult, ObligationResult], documents: tuple[DocumentReport, DocumentReport]
) -> Change:
    old, new = pair
    elements = {element.name: element for element in new.elements}
    both = [(element, elements[element.name]) for element in old.elements if element.name in elements]
    # An obligation that gets worse or better as a whole says it all; its codes are compared only where it stays.
    same = old.coverage is new.coverage
    before, after = _qualities(old), _qualities(new)
    return Change(
        id=new.id,
        cite=new.cite,
        quote=new.quote,
        before=_verdict(old),
        after=_verdict(new),
        lost=tuple(_element(*elements) for elements in both if _weight(elements[0]) > _weight(elements[1])),
        gained=tuple(_element(*elements) for elements in both if _weight(elements[0]) < _weight(elements[1])),
        moved=tuple(_moves(both, documents)),
        new_codes=tuple(code for code in after if same and code not in before),
        gone_codes=tuple(code for code in before if same and code not in after),
    )


def _is_worse(change: Change) -> bool:
    return _RANKS[Coverage(change.after)] < _RANKS[Coverage(change.before)] or bool(change.lost or change.new_codes)


def _is_better(change: Change) -> bool:
    return _RANKS[Coverage(change.after)] > _RANKS[Coverage(change.before)] or bool(change.gained or change.gone_codes)


def _weight(element: ElementResult) -> int:
    """A mention is worth nothing."""
    return {Status.CONTRADICTED: -1, Status.ADDRESSED: 1}.get(element.status, 0)


def _qualities(result: ObligationResult) -> tuple[str, ...]:
    return tuple(code for code in gap_codes(result) if code in _QUALITY)


def _verdict(result: ObligationResult) -> str:
    return result.coverage.value if applies(result) else "not-applicable"


def _element(old: ElementResult, new: ElementResult) -> ElementChange:
    return ElementChange(
        name=new.name,
        before=old.status,
        after=new.status,
        old=next(iter(old.evidence), None),
        new=next(iter(new.evidence), None),
    )


def _moves(
    elements: Sequence[tuple[ElementResult, ElementResult]], documents: tuple[DocumentReport, DocumentReport]
) -> Iterator[Move]:
    for old, new in elements:
        answered = old.status is new.status is Status.ADDRESSED
        if answered and old.evidence and new.evidence:
            before = {place for evidence in old.evidence for place in _places(evidence, documents[0])}
            after = {place for evidence in new.evidence for place in _places(evidence, documents[1])}
            if not before & after:
                yield Move(new.name, old.evidence[0], new.evidence[0])


def _places(evidence: Evidence, document: DocumentReport) -> Iterator[tuple[str, str]]:
    """The names of a place: its locator, and the title of its measure, which stays when numbers shift."""
    yield evidence.path, evidence.locator
    title = document.measures[evidence.measure].title if evidence.measure >= 0 else ""
    if title:
        yield "", "".join(title.split())
