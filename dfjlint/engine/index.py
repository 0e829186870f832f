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
    """A term of a concept in the normalised text, inside one clause."""

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
        """Everything of the pack that stands inside a clause of a normalised text."""
        starts = [clause.norm_start for clause in clauses]
        by_term: dict[int, list[Hit]] = {}
        for term, start, end in self._search.find(text):
            number = bisect_right(starts, start) - 1
            if number >= 0 and end <= clauses[number].norm_end:
                by_term.setdefault(term, []).append(Hit(start, end, number))
        hits: dict[str, list[list[Hit]]] = {}
        guarded: dict[str, list[Hit]] = {}
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
        places: Mapping[str, list[list[Hit]]],
        guarded: Mapping[str, list[Hit]],
        clauses: Sequence[Clause],
    ) -> None:
        self._places = places
        self._guarded = guarded
        self._clauses = clauses
        self._by_clause: dict[str, dict[int, list[Hit]]] = {}
        self._groups: dict[tuple[str, str], frozenset[int]] = {}

    def __contains__(self, concept: str) -> bool:
        return concept in self._places

    def of(self, concept: str) -> Mapping[int, list[Hit]]:
        """Hits of a concept by clause index; hits inside an exception are dropped."""
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
        guards = self._guarded.get(concept)
        found: dict[int, list[Hit]] = {}
        for places in self._places.get(concept, ()):
            for hit in places:
                if guards is None or not _inside(hit, guards):
                    found.setdefault(hit.clause, []).append(hit)
        return found


def _inside(hit: Hit, guards: Sequence[Hit]) -> bool:
    return any(guard.start <= hit.start and hit.end <= guard.end for guard in guards)
