"""Finds the text of a plan that comes closest to an element nobody answered, and says why it falls short."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dfjlint.engine.evidence import evidence_of
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.match import Match
from dfjlint.engine.stance import Grade, Stance
from dfjlint.model.plan import Plan, Polarity, Zone
from dfjlint.model.report import Message, Nearest
from dfjlint.model.rules import Element

_ZONE_REASONS: Mapping[Zone, str] = {
    Zone.HEADING: "near-heading",
    Zone.PREAMBLE: "near-preamble",
    Zone.BACKGROUND: "near-background",
    Zone.LETTERHEAD: "near-letterhead",
    Zone.OWNERS: "near-owners",
}
_COMPARED = frozenset((Zone.MEASURE, Zone.HEADING, Zone.TARGETS))


class NearestFinder:
    """Where the character pairs of the elements' names stand, found when the first unanswered element asks."""

    def __init__(self, plan: Plan, stance: Stance, index: ConceptIndex) -> None:
        self._plan = plan
        self._stance = stance
        self._index = index
        self._clauses_of: Mapping[str, Sequence[int]] | None = None

    def of_match(self, match: Match) -> Nearest:
        """A match that is only a mention or a denial, with the reason."""
        return Nearest(evidence_of(self._plan, match.clause, match.marks), self._why(match))

    def of_words(self, element: Element) -> Nearest | None:
        """The clause that shares most character pairs with an element's name, rare pairs weighing more.

        None if no clause shares any.
        """
        if self._clauses_of is None:
            self._clauses_of = self._find_pairs()
        shared: dict[int, float] = defaultdict(float)
        for pair in element.pairs:
            clauses = self._clauses_of.get(pair, ())
            weight = 1 / len(clauses) if clauses else 0
            for number in clauses:
                shared[number] += weight
        if not shared:
            return None
        most = max(shared.values())
        number = min((self._size(number), number) for number, weight in shared.items() if weight == most)[1]
        return Nearest(evidence_of(self._plan, number), Message("near-words", (("element", element.name),)))

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

    def _find_pairs(self) -> Mapping[str, Sequence[int]]:
        """For each pair of characters of some element's name the clauses that hold it, in order."""
        clauses = self._plan.clauses
        starts = [clause.norm_start for clause in clauses]
        pairs, search = self._index.pairs
        found: dict[str, list[int]] = {pair: [] for pair in pairs}
        for term, start, end in search.find(self._plan.outline.text.text):
            number = bisect_right(starts, start) - 1
            if number < 0 or end > clauses[number].norm_end or clauses[number].zone not in _COMPARED:
                continue
            numbers = found[pairs[term]]
            if not numbers or numbers[-1] != number:
                numbers.append(number)
        return found
