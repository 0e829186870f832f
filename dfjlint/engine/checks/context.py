"""What a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dfjlint.engine.match import Match
from dfjlint.model.plan import ClauseFacts, Plan
from dfjlint.model.report import Coverage, ElementResult
from dfjlint.model.rules import Obligation


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one obligation before its gaps are named.

    Args:
        matches: by element name, best first; elements answered by a fact have none.
        facts: the facts of a clause by its index.
    """

    plan: Plan
    obligation: Obligation
    coverage: Coverage
    elements: Sequence[ElementResult]
    matches: Mapping[str, Sequence[Match]]
    facts: Callable[[int], ClauseFacts]
