"""One pass over a plan for every term of every rule, and what was found where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dfjlint.model.plan import Clause
from dfjlint.model.rules import RulePack
from dfjlint.text.search import TermSearch


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of a concept in the normalised text; clause is -1 outside every clause."""

    start: int
    end: int
    clause: int


class ConceptIndex:
    """The terms of a pack, compiled for search; built once per pack and process."""

    def __init__(self, pack: RulePack) -> None:
        numbers: dict[str, int] = {}
        owners: list[list[str]] = []
        guards: list[list[str]] = []
        for concept in pack.concepts.values():
            for terms, lists in ((concept.terms, owners), (concept.exceptions, guards)):
                for term in terms:
                    number = numbers.setdefault(term, len(numbers))
                    while len(owners) <= number:
                        owners.append([])
                        guards.append([])
                    lists[number].append(concept.key)
        self.pack = pack
        self._search = TermSearch(list(numbers))
        self._owners = owners
        self._guards = guards

    def find(self, text: str, clauses: Sequence[Clause]) -> Hits:
        """Everything of the pack that stands in a normalised text."""
        by_term: dict[int, list[tuple[int, int]]] = {}
        for term, start, end in self._search.find(text):
            by_term.setdefault(term, []).append((start, end))
        hits: dict[str, list[list[tuple[int, int]]]] = {}
        guarded: dict[str, list[tuple[int, int]]] = {}
        for term, places in by_term.items():
            for key in self._owners[term]:
                hits.setdefault(key, []).append(places)
            for key in self._guards[term]:
                guarded.setdefault(key, []).extend(places)
        return Hits(hits, guarded, clauses)


class Hits:
    """The hits of one plan by concept; a concept is worked out when it is first asked for."""

    def __init__(
        self,
        places: Mapping[str, list[list[tuple[int, int]]]],
        guarded: Mapping[str, list[tuple[int, int]]],
        clauses: Sequence[Clause],
    ) -> None:
        self._places = places
        self._guarded = guarded
        self._starts = [clause.norm_start for clause in clauses]
        self._clauses = clauses
        self._by_clause: dict[str, dict[int, list[Hit]]] = {}
        self._groups: dict[tuple[str, str], frozenset[int]] = {}

    def __contains__(self, concept: str) -> bool:
        return concept in self._places

    def of(self, concept: str) -> Mapping[int, list[Hit]]:
        """Hits of a concept by clause index, in text order; hits inside an exception are dropped."""
        found = self._by_clause.get(concept)
        if found is None:
            found = self._by_clause[concept] = self._collect(concept)
        return found

    def groups(self, concept: str, scope: str) -> frozenset[int]:
        """The sentences or measures (by index) in which a concept stands."""
        key = (concept, scope)
        if key not in self._groups:
            self._groups[key] = frozenset(getattr(self._clauses[number], scope) for number in self.of(concept))
        return self._groups[key]

    def _collect(self, concept: str) -> dict[int, list[Hit]]:
        places = sorted({place for group in self._places.get(concept, ()) for place in group})
        guards = self._guarded.get(concept)
        if guards:
            places = [place for place in places if not _inside(place, guards)]
        found: dict[int, list[Hit]] = {}
        for start, end in places:
            number = bisect_right(self._starts, start) - 1
            if number >= 0 and end <= self._clauses[number].norm_end:
                found.setdefault(number, []).append(Hit(start, end, number))
        return found


def _inside(place: tuple[int, int], guards: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in guards)
