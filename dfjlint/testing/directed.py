"""Changes to one clause of a plan after which its verdict must change in a stated way (directed relations)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from dfjlint.api import check_source
from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import Applicability, Coverage, DocumentReport, ElementResult, ObligationResult, Status
from dfjlint.model.source import Span
from dfjlint.nlp import analyse
from dfjlint.testing.relations import document_of, outline_of

# How often the same clause may be cut until it no longer answers; each cut takes one item or one sentence.
_MOST_CUTS = 40
_ITEM = re.compile("[、，,。；;：:和及与或]")
_SENTENCE_ENDS = "。；;！!？?\n"
_TRIALS = ("試點", "示範", "先行")
_WEAK, _NARROW, _NO = "探索", "选择1个县试点", "暂缓"
Check = Callable[[str], DocumentReport]


@dataclass(frozen=True, slots=True)
class Target:
    """An element that exactly one clause of a plan answers.

    Args:
        text: the plan.
        before: the verdict on the element's obligation, which is covered.
        span: the clause that answers.
        act: where its first verb begins, or the matched words it stands in (集约部署 is not cut into two);
            -1 if the clause takes its verb from the clause before.
        item: the matched words with a separator, if they are one item of an enumeration; else empty.
    """

    text: str
    before: ObligationResult
    element: str
    span: Span
    act: int
    item: Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one directed change; `quote` is the clause that was changed."""

    relation: str
    rule: str
    element: str
    quote: str
    holds: bool


def directed_outcomes(text: str, index: ConceptIndex, every: int = 1) -> Iterator[Outcome]:
    """Every directed relation on every nth addressed element of the covered obligations of a plan.

    Args:
        text: of the plan, one paragraph a line.
    """

    def check(changed: str) -> DocumentReport:
        return check_source(document_of(changed), index)

    at_least = {entry.id: entry.at_least for entry in index.pack.obligations}
    covered = [entry for entry in check(text).obligations if entry.coverage is Coverage.COVERED]
    answered = [(entry, part.name) for entry in covered for part in entry.elements if part.status is Status.ADDRESSED]
    for result, element in answered[::every]:
        target = _target(text, result, element, check)
        if target is None:
            continue
        for relation, holds in _RELATIONS.items():
            held = holds(target, check, at_least[result.id])
            if held is not None:
                quote = target.text[target.span.start : target.span.end]
                yield Outcome(relation, result.id, element, quote, held)


def _target(text: str, result: ObligationResult, name: str, check: Check) -> Target | None:
    """The plan with all answers of an element cut out but the best; None if the best cannot stand alone."""
    for _round in range(_MOST_CUTS):
        best, *others = _element(result, name).evidence
        if not others:
            return _described(text, result, name) if best.marks else None
        kept = _sentence(text, best.span)
        cuts = {_sentence(text, entry.span) for entry in others} - {kept}
        if len({_sentence(text, entry.span) for entry in others}) != len(cuts) or not cuts:
            return None  # two clauses of one sentence answer
        for start, end in sorted(cuts, reverse=True):
            text = text[:start] + text[end:]
        result = _result(check(text), result.id)
        if result.coverage is not Coverage.COVERED or _element(result, name).status is not Status.ADDRESSED:
            return None
    return None


def _described(text: str, result: ObligationResult, name: str) -> Target:
    evidence = _element(result, name).evidence[0]
    outline = outline_of(text)
    analysis = analyse(outline)
    act = -1
    for clause in analysis.clauses:
        here = outline.text.to_source(clause.norm_start, clause.norm_end)
        verbs = analysis.reader(clause.index).acts if evidence.span.start <= here.start < evidence.span.end else ()
        if verbs and act < 0:
            act = outline.text.to_source(verbs[0].norm_start, verbs[0].norm_end).start
    act = min([act, *(mark.start for mark in evidence.marks if mark.start < act < mark.end)])
    return Target(text, result, name, evidence.span, act, _item(text, evidence.span, evidence.marks, act))


def moved_to_courts(text: str, index: ConceptIndex) -> list[str]:
    """Obligations that still apply to the plan after their addressee became the courts."""
    moved = tuple(replace(entry, addressee="judiciary") for entry in index.pack.obligations)
    report = check_source(document_of(text), ConceptIndex(replace(index.pack, obligations=moved)))
    return [entry.id for entry in report.obligations if entry.applicability is Applicability.APPLICABLE]


def _deleted(target: Target, check: Check, _: int) -> bool:
    """Without its sentences, round by round, the element is missing."""
    text, result = target.text, target.before
    for _round in range(_MOST_CUTS):
        element = _element(result, target.element)
        if not element.evidence:
            return element.status is Status.MISSING
        places = [entry.span for entry in element.evidence] + [spot.span for spot in element.also]
        for start, end in sorted({_sentence(text, span) for span in places}, reverse=True):
            text = text[:start] + text[end:]
        result = _result(check(text), result.id)
    return False


def _dropped(target: Target, check: Check, at_least: int) -> bool | None:
    """Without its item of an enumeration the obligation is partial, and the element named."""
    if target.item.start == target.item.end or at_least < len(target.before.elements) or at_least == 1:
        return None
    after = _result(check(target.text[: target.item.start] + target.text[target.item.end :]), target.before.id)
    others = [entry.status for entry in after.elements if entry.name != target.element]
    if _element(after, target.element).status is Status.ADDRESSED or set(others) != {Status.ADDRESSED}:
        return None  # another item of the clause answers too, or the item was part of two answers
    named = {gap.instrument_words for gap in after.gaps if gap.code in ("G02", "G08", "G09")}
    return after.coverage is Coverage.PARTIAL and target.element in named


def _negated(target: Target, check: Check, _: int) -> bool | None:
    after = _inserted(target, _NO, check)
    if after is None:
        return None
    return _element(after, target.element).status is Status.CONTRADICTED


def _weakened(target: Target, check: Check, _: int) -> bool | None:
    after = _inserted(target, _WEAK, check)
    return None if after is None else "G06" in _codes(after, target.element)


def _narrowed(target: Target, check: Check, _: int) -> bool | None:
    if any(word in target.before.quote for word in _TRIALS):
        return None  # the instrument itself asks for a trial
    after = _inserted(target, _NARROW, check)
    return None if after is None else "G07" in _codes(after, target.element)


# A relation says whether it holds; None where it cannot be applied to a target.
_RELATIONS: Mapping[str, Callable[[Target, Check, int], bool | None]] = {
    "evidence deleted": _deleted,
    "item dropped": _dropped,
    "negated (暂缓)": _negated,
    "weakened (探索)": _weakened,
    "narrowed (1个县试点)": _narrowed,
}


def _inserted(target: Target, word: str, check: Check) -> ObligationResult | None:
    """The verdict with a word before the first verb of the clause; None if it has no verb of its own."""
    if target.act < 0:
        return None
    return _result(check(target.text[: target.act] + word + target.text[target.act :]), target.before.id)


def _codes(result: ObligationResult, element: str) -> set[str]:
    return {gap.code for gap in result.gaps if gap.instrument_words == element}


def _result(report: DocumentReport, rule: str) -> ObligationResult:
    return next(entry for entry in report.obligations if entry.id == rule)


def _element(result: ObligationResult, name: str) -> ElementResult:
    return next(entry for entry in result.elements if entry.name == name)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while start > 0 and text[start - 1] not in _SENTENCE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in _SENTENCE_ENDS:
        end += 1
    return start, end + (end < len(text) and text[end] != "\n")


def _item(text: str, clause: Span, marks: tuple[Span, ...], act: int) -> Span:
    nothing = Span(clause.start, clause.start)
    if not marks or "、" not in text[clause.start : clause.end]:
        return nothing
    first, last = min(mark.start for mark in marks), max(mark.end for mark in marks)
    start, end = first, last
    while start > clause.start and not _ITEM.match(text[start - 1]):
        start -= 1
    while end < clause.end and not _ITEM.match(text[end]):
        end += 1
    if start <= act < end or _ITEM.search(text, first, last):
        return nothing
    if start > clause.start and text[start - 1] == "、":
        return Span(start - 1, end)
    return Span(start, end + 1) if end < clause.end and text[end] == "、" else nothing
