"""G03: a measure that answers names nobody, or nobody of the level that the instrument addresses."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.evidence import evidence_of
from dfjlint.model.report import Gap, Message

# Levels that an addressee needs among the owners; an addressee that is not listed is served by any.
_LEVELS = {
    "province": frozenset({"province", "department-of-state"}),
    "province_department": frozenset({"province", "department-of-state"}),
    "leading_group": frozenset({"province", "department-of-state"}),
    "city_county": frozenset({"city", "county"}),
}


def owner_gaps(verdict: Verdict) -> Iterator[Gap]:
    """At most one gap: no owner at all, or none of the right level.

    A plan that names no owners anywhere is judged by the obligation that asks for them (三(一)),
    not once more for each measure.
    """
    measures = verdict.measures()
    if not measures or not verdict.owned:
        return
    owners = [owner for number in measures for owner in verdict.plan.facts[number].owners]
    first = next(match for _, found in verdict.answers() for match in found)
    evidence = evidence_of(verdict.plan, first.clause, first.marks)
    if not owners:
        yield Gap("G03", Message("gap-owner-missing"), "", evidence)
        return
    needed = _LEVELS.get(verdict.obligation.addressee)
    if needed and not any(owner.level in needed for owner in owners):
        values = (
            ("addressee", f"@addressee-{verdict.obligation.addressee}"),
            ("owners", "、".join(o.name for o in owners)),
        )
        yield Gap("G03", Message("gap-owner-level", values), "", evidence)
