"""A rule pack that has never seen a plan: without every term that serves that plan alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dfjlint.model.rules import RulePack
from dfjlint.testing.relations import outline_of


def pack_without(pack: RulePack, plan: str, others: Sequence[str]) -> tuple[RulePack, int]:
    """The pack without the terms that stand in a plan and in none of the others, and how many those are.

    It is a lower bound for what the rules do on a plan nobody has seen: a term that was known before any plan was read,
    but happens to stand in this one only, goes too.

    Args:
        plan: text of the plan that is left out.
        others: texts of the plans that remain.
    """
    own = outline_of(plan).text.text
    rest = "\n".join(outline_of(other).text.text for other in others)
    known: dict[str, bool] = {}

    def serves_it_alone(term: str) -> bool:
        if term not in known:
            known[term] = term in own and term not in rest
        return known[term]

    concepts = {
        key: replace(concept, terms=tuple(term for term in concept.terms if not serves_it_alone(term)))
        for key, concept in pack.concepts.items()
    }
    return replace(pack, concepts=concepts), sum(known.values())
