"""Checks one plan against one rule pack: obligation × measure → coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dfjlint.engine.applicability import Issuer, applicability, issuer_kind
from dfjlint.engine.checks import checks_of
from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.index import ConceptIndex, Query, ones
from dfjlint.engine.match import Match, Matcher
from dfjlint.engine.nearest import NearestFinder
from dfjlint.engine.stance import Stance
from dfjlint.engine.suggest import suggestion
from dfjlint.engine.verdict import coverage_of, element_result, fact_result, names_owners
from dfjlint.model.plan import ClauseFacts, Plan
from dfjlint.model.report import (
    Coverage,
    Disposition,
    ElementResult,
    Finding,
    Message,
    Nearest,
    ObligationResult,
    Severity,
    Status,
)
from dfjlint.model.rules import Element, Obligation
from dfjlint.text.normalise import normalise_term


class PlanCheck:
    """The state of one check: the hits of the plan, and what each is worth."""

    def __init__(self, plan: Plan, read: Callable[[int], ClauseFacts], index: ConceptIndex, issuer: str) -> None:
        hits = index.find(plan.outline.text.text, plan.clauses)
        self._plan = plan
        self._stance = Stance(plan, index, hits, read)
        self._matcher = Matcher(plan.clauses, hits, self._stance)
        self._nearest = NearestFinder(plan, self._stance, index)
        self._obligations = tuple(zip(index.pack.obligations, index.queries, strict=True))
        self._narrowed = frozenset(ones(hits.masks[index.number(index.pack.narrowing)]))
        self._owned = names_owners(plan)
        self.issuer: Issuer = issuer_kind(normalise_term(issuer or plan.outline.issuer))

    def findings(self) -> tuple[Finding, ...]:
        """What a reader must know about the plan as a whole before trusting the verdicts."""
        if self._stance.on_subject:
            return ()
        return (Finding("DFJ004", Severity.WARNING, Message("off-subject")),)

    def results(self) -> tuple[ObligationResult, ...]:
        """The verdict on every obligation of the pack, in document order."""
        return tuple(self._result(*pair) for pair in self._obligations)

    def _result(self, obligation: Obligation, queries: Sequence[Sequence[Query]]) -> ObligationResult:
        matches = {
            element.name: self._matcher.matches(patterns, obligation.kind)
            for element, patterns in zip(obligation.elements, queries, strict=True)
        }
        elements = tuple(self._element(element, matches[element.name]) for element in obligation.elements)
        coverage = coverage_of(elements, obligation.at_least)
        verdict = Verdict(
            self._plan, obligation, coverage, elements, matches, self._stance.facts, self._narrowed, self._owned
        )
        applies, reason = applicability(obligation.addressee, self.issuer)
        return ObligationResult(
            id=obligation.id,
            cite=obligation.cite,
            quote=obligation.quote,
            modality=obligation.modality.value,
            addressee=obligation.addressee,
            kind=obligation.kind.value,
            applicability=applies,
            applicability_reason=reason,
            coverage=coverage,
            disposition=Disposition.OPEN,
            gaps=tuple(gap for check in checks_of(elements) for gap in check(verdict)),
            elements=elements,
            nearest=tuple(self._near(obligation, elements, matches)) if coverage is not Coverage.COVERED else (),
            suggestion=suggestion(obligation, elements) if coverage is not Coverage.COVERED else "",
        )

    def _element(self, element: Element, matches: list[Match]) -> ElementResult:
        found = element_result(self._plan, element.name, matches)
        if found.status in (Status.ADDRESSED, Status.CONTRADICTED) or not self._stance.on_subject:
            return found
        return fact_result(self._plan, element) or found

    def _near(
        self, obligation: Obligation, results: tuple[ElementResult, ...], matches: dict[str, list[Match]]
    ) -> Iterator[Nearest]:
        """The nearest text for each element that is not addressed."""
        for element, result in zip(obligation.elements, results, strict=True):
            if result.status is Status.ADDRESSED:
                continue
            found = matches[element.name]
            near = self._nearest.of_match(found[0]) if result.evidence else self._nearest.of_words(element)
            if near:
                yield near
