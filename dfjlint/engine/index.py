"""One pass over a plan for every term of every rule, and which concepts stand in which clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dfjlint.model.plan import Clause
from dfjlint.model.rules import Element, Pattern, RulePack, Scope
from dfjlint.text.search import TermSearch


@dataclass(frozen=True, slots=True)
class Query:
    """A pattern with its concepts as numbers.

    Args:
        places: how many places of the plan it takes.
        size: how many concepts must stand together.
        mentioned: True if it only comes near the element.
    """

    anchor: int
    conditions: tuple[int, ...]
    excludes: tuple[int, ...]
    scope: Scope
    titles: bool
    places: int
    size: int
    mentioned: bool


class ConceptIndex:
    """The terms and patterns of a pack, compiled for search; built once per pack and process.

    Attributes:
        queries: for each obligation and each of its elements the patterns, `addressed` first.
    """

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self._numbers = {key: number for number, key in enumerate(pack.concepts)}
        terms: dict[str, int] = {}
        owners: list[list[int]] = []
        guards: list[list[int]] = []
        for number, concept in enumerate(pack.concepts.values()):
            for words, lists in ((concept.terms, owners), (concept.exceptions, guards)):
                for word in words:
                    term = terms.setdefault(word, len(terms))
                    if term == len(owners):
                        owners.append([])
                        guards.append([])
                    lists[term].append(number)
        self._search = TermSearch(list(terms))
        self._owners = owners
        self._guards = guards
        self._terms = _inverted(owners, len(self._numbers))
        self.queries = tuple(
            tuple(self._queries(element) for element in obligation.elements) for obligation in pack.obligations
        )

    @cached_property
    def pairs(self) -> tuple[list[str], TermSearch]:
        """The character pairs of all elements' names, and their search."""
        elements = (element for obligation in self.pack.obligations for element in obligation.elements)
        pairs = list(dict.fromkeys(pair for element in elements for pair in element.pairs))
        return pairs, TermSearch(pairs)

    def number(self, concept: str) -> int:
        """The number of a concept of the pack."""
        return self._numbers[concept]

    def find(self, text: str, clauses: Sequence[Clause]) -> Hits:
        """Everything of the pack that stands inside a clause of a normalised text."""
        starts = [clause.norm_start for clause in clauses]
        ends = [clause.norm_end for clause in clauses]
        inside: dict[int, list[tuple[int, int, int]]] = {}
        places: dict[int, list[int]] = {}
        for hit in self._search.find(text):
            term, start, end = hit
            number = bisect_right(starts, start) - 1
            if number < 0 or end > ends[number]:
                continue
            if number in inside:
                inside[number].append(hit)
            else:
                inside[number] = [hit]
            if term in places:
                places[term].append(number)
            else:
                places[term] = [number]
        return Hits(self._terms, self._guards, clauses, inside, self._masks(places, len(clauses)))

    def _masks(self, places: dict[int, list[int]], count: int) -> list[int]:
        """For each concept its clauses as bits, those of which an exception takes every hit included."""
        masks = [0] * len(self._numbers)
        owners = self._owners
        for term, numbers in places.items():
            mask = bits(numbers, count)
            for concept in owners[term]:
                masks[concept] |= mask
        return masks

    def _queries(self, element: Element) -> tuple[Query, ...]:
        addressed = [self._query(pattern, False) for pattern in element.addressed]
        return (*addressed, *(self._query(pattern, True) for pattern in element.mentioned))

    def _query(self, pattern: Pattern, mentioned: bool) -> Query:
        anchor, *conditions = [self._numbers[item] for item in pattern.items]
        excludes = tuple(self._numbers[item] for item in pattern.excludes)
        return Query(
            anchor=anchor,
            conditions=tuple(conditions),
            excludes=excludes,
            scope=pattern.scope,
            titles=pattern.titles,
            places=pattern.places,
            size=len(pattern.items),
            mentioned=mentioned,
        )


class Hits:
    """The hits of one plan.

    Args:
        terms: for each concept its terms.
        guards: for each term the concepts of which it is an exception.
        inside: for each clause with hits the (term, start, end) of each.
        masks: for each concept the clauses that hold one of its terms, as bits.
    """

    def __init__(
        self,
        terms: Sequence[frozenset[int]],
        guards: Sequence[Sequence[int]],
        clauses: Sequence[Clause],
        inside: dict[int, list[tuple[int, int, int]]],
        masks: list[int],
    ) -> None:
        self._terms = terms
        self._clauses = clauses
        self._inside = inside
        self._groups: dict[tuple[int, Scope], frozenset[int]] = {}
        self._guarded: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self.masks = masks
        self._drop_exceptions(guards)

    def spans(self, concept: int, clause: int) -> list[tuple[int, int]]:
        """The norm ranges of a concept in a clause, without those inside an exception."""
        known = self._spans.get((concept, clause))
        if known is None:
            known = self._spans[concept, clause] = self._find(concept, clause)
        return known

    def _find(self, concept: int, clause: int) -> list[tuple[int, int]]:
        terms = self._terms[concept]
        found = [(start, end) for term, start, end in self._inside.get(clause, ()) if term in terms]
        guards = self._guarded.get((concept, clause))
        if guards is None:
            return found
        return [(a, b) for a, b in found if not any(start <= a and b <= end for start, end in guards)]

    def groups(self, concept: int, scope: Scope) -> frozenset[int]:
        """The sentences or measures (by index) in which a concept stands."""
        key = (concept, scope)
        if key not in self._groups:
            standing = (self._clauses[number] for number in ones(self.masks[concept]))
            by_measure = scope is Scope.MEASURE
            self._groups[key] = frozenset(clause.measure if by_measure else clause.sentence for clause in standing)
        return self._groups[key]

    def _drop_exceptions(self, guards: Sequence[Sequence[int]]) -> None:
        """Takes the clauses out of the masks in which every hit of a concept stands inside an exception."""
        for clause, hits in self._inside.items():
            for term, start, end in hits:
                for concept in guards[term]:
                    if self.masks[concept] >> clause & 1:
                        self._guarded.setdefault((concept, clause), []).append((start, end))
        for concept, clause in self._guarded:
            if not self._find(concept, clause):
                self.masks[concept] ^= 1 << clause


def _inverted(owners: Sequence[Sequence[int]], count: int) -> list[frozenset[int]]:
    """For each concept its terms."""
    terms: list[list[int]] = [[] for _ in range(count)]
    for term, concepts in enumerate(owners):
        for concept in concepts:
            terms[concept].append(term)
    return [frozenset(numbers) for numbers in terms]


def bits(numbers: Iterable[int], count: int) -> int:
    """Numbers below `count` as the bits of one."""
    data = bytearray((count >> 3) + 1)
    for number in numbers:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")


def ones(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, in order."""
    digits = f"{mask:b}"[::-1]
    number = digits.find("1")
    while number >= 0:
        yield number
        number = digits.find("1", number + 1)
