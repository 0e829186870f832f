"""Finds the text of a plan that comes closest to an element nobody answered, and says why it falls short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dfjlint.engine.evidence import evidence_of
from dfjlint.engine.match import Match
from dfjlint.engine.stance import Grade, Stance
from dfjlint.model.plan import Plan, Polarity, Zone
from dfjlint.model.report import Message, Nearest
from dfjlint.text.normalise import normalise_term

_ZONE_REASONS: Mapping[Zone, str] = {
    Zone.HEADING: "near-heading",
    Zone.PREAMBLE: "near-preamble",
    Zone.BACKGROUND: "near-background",
    Zone.LETTERHEAD: "near-letterhead",
    Zone.OWNERS: "near-owners",
}


class NearestFinder:
    """Character pairs of every clause, indexed when the first unanswered element asks for them."""

    def __init__(self, plan: Plan, stance: Stance) -> None:
        self._plan = plan
        self._stance = stance
        self._clauses_of: Mapping[str, list[int]] | None = None

    def of_match(self, match: Match) -> Nearest:
        """A match that is only a mention or a denial, with the reason."""
        return Nearest(evidence_of(self._plan, match.clause, match.marks), self._why(match))

    def of_words(self, name: str) -> Nearest | None:
        """The clause that shares most character pairs with an element's name, rare pairs weighing more.

        None if no clause shares any.
        """
        pairs = _pairs(normalise_term(name))
        shared: dict[int, float] = defaultdict(float)
        for pair in pairs:
            clauses = self._index().get(pair, ())
            for number in clauses:
                shared[number] += 1 / len(clauses)
        if not shared:
            return None
        number = min(shared, key=lambda number: (-shared[number], self._size(number), number))
        return Nearest(evidence_of(self._plan, number), Message("near-words", (("element", name),)))

    def _why(self, match: Match) -> Message:
        if match.grade is Grade.DENIED:
            return Message("near-denied", (("cue", self._cue(match.clause)),))
        clause = self._plan.clauses[match.clause]
        reason = _ZONE_REASONS.get(clause.zone)
        if reason:
            return Message(reason)
        facts = self._stance.facts(match.clause)
        if facts.polarity is Polarity.DONE:
            return Message("near-done", (("cue", self._cue(match.clause)),))
        if facts.polarity is Polarity.BACKGROUND:
            return Message("near-background")
        if match.marks and match.marks[-1][1] <= facts.topic_end:
            return Message("near-topic")
        return Message("near-related")

    def _cue(self, clause: int) -> str:
        facts = self._stance.facts(clause)
        if facts.cue_start >= facts.cue_end:
            return ""
        span = self._plan.outline.text.to_source(facts.cue_start, facts.cue_end)
        return self._plan.source.text[span.start : span.end]

    def _size(self, number: int) -> int:
        clause = self._plan.clauses[number]
        return clause.norm_end - clause.norm_start

    def _index(self) -> Mapping[str, list[int]]:
        if self._clauses_of is None:
            index: dict[str, list[int]] = defaultdict(list)
            text = self._plan.outline.text.text
            for clause in self._plan.clauses:
                if clause.zone in (Zone.MEASURE, Zone.HEADING, Zone.TARGETS):
                    for pair in _pairs(text[clause.norm_start : clause.norm_end]):
                        index[pair].append(clause.index)
            self._clauses_of = index
        return self._clauses_of


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters of a text, without those that touch punctuation."""
    pairs = (text[start : start + 2] for start in range(len(text) - 1))
    return frozenset(pair for pair in pairs if pair.isalnum())
