"""What a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dfjlint.engine.match import Match
from dfjlint.engine.stance import Grade
from dfjlint.model.plan import ClauseFacts, Plan
from dfjlint.model.report import Coverage, ElementResult, Status
from dfjlint.model.rules import Obligation


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one obligation before its gaps are named.

    Args:
        matches: by element name, best first; elements answered by a fact have none.
        facts: the facts of a clause by its index.
        narrowed: indexes of the clauses that speak of a part only.
        owned: True if the plan as a whole names who is responsible.
    """

    plan: Plan
    obligation: Obligation
    coverage: Coverage
    elements: Sequence[ElementResult]
    matches: Mapping[str, Sequence[Match]]
    facts: Callable[[int], ClauseFacts]
    narrowed: Container[int]
    owned: bool

    def answers(self) -> Iterator[tuple[ElementResult, list[Match]]]:
        """Each addressed element with the matches that answer it, best first."""
        for element in self.elements:
            found = [match for match in self.matches.get(element.name, ()) if match.grade is Grade.COMMITTED]
            if element.status is Status.ADDRESSED and found:
                yield element, found

    def measures(self) -> list[int]:
        """Indexes of the measures that answer the obligation, each once, best first."""
        numbers = (self.plan.clauses[match.clause].measure for _, found in self.answers() for match in found)
        return [number for number in dict.fromkeys(numbers) if number >= 0]
