"""G06: the plan answers more weakly than the instrument asks (應當 → 鼓勵, 探索, 研究, 適時)."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.evidence import evidence_of
from dfjlint.model.plan import Force
from dfjlint.model.report import Gap, Message
from dfjlint.model.rules import Modality

# NONE is the force of the adverbials (以…为指导) in which guidance is followed: no weaker word stands there.
_STRONG = frozenset({Force.BINDING, Force.DIRECTIVE, Force.NONE})
# What each modality is content with: an encouragement may be answered by an encouragement.
_ENOUGH = {
    Modality.SHALL: _STRONG,
    Modality.DIRECTIVE: _STRONG,
    Modality.TARGET: _STRONG,
    Modality.ENCOURAGE: _STRONG | {Force.ENCOURAGE},
}


def force_gaps(verdict: Verdict) -> Iterator[Gap]:
    """A gap for each addressed element that every answer only encourages or explores."""
    enough = _ENOUGH[verdict.obligation.modality]
    for element, found in verdict.answers():
        if any(verdict.facts(match.clause).force in enough for match in found):
            continue
        facts = verdict.facts(found[0].clause)
        evidence = evidence_of(verdict.plan, found[0].clause, found[0].marks)
        cue = ""
        if facts.cue_end > facts.cue_start:
            span = verdict.plan.outline.text.to_source(facts.cue_start, facts.cue_end)
            cue = verdict.plan.source.text[span.start : span.end]
        yield Gap("G06", Message("gap-force", (("element", element.name), ("cue", cue))), element.name, evidence)
