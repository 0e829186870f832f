"""G07: the plan answers for a part only (全省 → 試點)."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.evidence import evidence_of
from dfjlint.model.report import Gap, Message

# The instrument itself asks for a trial: then a trial is enough.
_TRIALS = ("試點", "试点", "示範", "示范", "先行")


def scope_gaps(verdict: Verdict) -> Iterator[Gap]:
    """A gap for each addressed element that every answer narrows to a part."""
    if any(word in verdict.obligation.quote for word in _TRIALS):
        return
    for element, found in verdict.answers():
        if all(match.clause in verdict.narrowed for match in found):
            evidence = evidence_of(verdict.plan, found[0].clause, found[0].marks)
            yield Gap("G07", Message("gap-scope", (("element", element.name),)), element.name, evidence)
