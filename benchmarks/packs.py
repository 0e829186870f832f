"""Packs with more rules: copies of the rules of a pack that ask for other matters."""

from __future__ import annotations

import random
from dataclasses import replace

from dfjlint.model.rules import Concept, Element, Obligation, Pattern, RulePack


def multiplied(pack: RulePack, times: int) -> RulePack:
    """A pack with so many times the rules.

    In each copy every Chinese character stands for another one, so that its terms are as many and as long as
    those of the pack, but name matters that a plan on the first subject seldom speaks of.
    """
    concepts = dict(pack.concepts)
    obligations = list(pack.obligations)
    for number in range(1, times):
        copy = _Copy(pack, number)
        concepts |= {copy.key(concept.key): copy.concept(concept) for concept in pack.concepts.values()}
        obligations += map(copy.obligation, pack.obligations)
    return replace(pack, obligations=tuple(obligations), concepts=concepts)


class _Copy:
    """One copy of the rules."""

    def __init__(self, pack: RulePack, number: int) -> None:
        terms = [term for concept in pack.concepts.values() for term in (*concept.terms, *concept.exceptions)]
        characters = sorted({character for term in terms for character in term if character > "\u4e00"})
        self._number = number
        self._table = str.maketrans(
            "".join(characters), "".join(random.Random(number).sample(characters, len(characters)))
        )

    def key(self, key: str) -> str:
        return f"{key}@{self._number}"

    def concept(self, concept: Concept) -> Concept:
        return Concept(self.key(concept.key), self._all(concept.terms), self._all(concept.exceptions))

    def obligation(self, obligation: Obligation) -> Obligation:
        elements = tuple(map(self._element, obligation.elements))
        return replace(obligation, id=f"{obligation.id}.{self._number}", elements=elements)

    def _element(self, element: Element) -> Element:
        return replace(
            element,
            name=element.name.translate(self._table),
            addressed=tuple(map(self._pattern, element.addressed)),
            mentioned=tuple(map(self._pattern, element.mentioned)),
            pairs=self._all(element.pairs),
        )

    def _pattern(self, pattern: Pattern) -> Pattern:
        return replace(
            pattern, items=tuple(map(self.key, pattern.items)), excludes=tuple(map(self.key, pattern.excludes))
        )

    def _all(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(term.translate(self._table) for term in terms)
