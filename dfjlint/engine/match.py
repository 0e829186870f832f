"""Finds the places of a plan where a pattern stands, with what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dfjlint.engine.index import Hit, Hits
from dfjlint.engine.stance import Grade, Stance
from dfjlint.model.plan import Clause, Force, Zone
from dfjlint.model.rules import Element, Kind, Pattern, Scope

_FORCE_RANK = {Force.BINDING: 3, Force.DIRECTIVE: 3, Force.ENCOURAGE: 2, Force.EXPLORE: 1, Force.NONE: 0}
_ZONE_RANK = {Zone.MEASURE: 3, Zone.TARGETS: 2, Zone.PREAMBLE: 1, Zone.HEADING: 0}


@dataclass(frozen=True, slots=True)
class Match:
    """A clause that answers (or comes near) an element.

    Args:
        grade: what it is worth.
        clause: index of the anchor's clause.
        marks: norm ranges of the words that matched in that clause.
        rank: larger is better evidence; only for comparing matches of one element.
    """

    grade: Grade
    clause: int
    marks: tuple[tuple[int, int], ...]
    rank: tuple[int, ...]


class Matcher:
    """Applies the patterns of elements to one plan."""

    def __init__(self, clauses: Sequence[Clause], hits: Hits, stance: Stance) -> None:
        self._clauses = clauses
        self._hits = hits
        self._stance = stance

    def matches(self, element: Element, kind: Kind) -> list[Match]:
        """All matches of an element, at most one a clause, best first."""
        best: dict[int, Match] = {}
        for match in self._all(element, kind):
            known = best.get(match.clause)
            if known is None or (match.grade, match.rank) > (known.grade, known.rank):
                best[match.clause] = match
        return sorted(
            best.values(), key=lambda match: (-match.grade, tuple(-part for part in match.rank), match.clause)
        )

    def _all(self, element: Element, kind: Kind) -> Iterator[Match]:
        for pattern in element.addressed:
            for clause, anchors in self._places(pattern):
                yield self._graded(pattern, clause, anchors, kind)
        for pattern in element.mentioned:
            for clause, anchors in self._places(pattern):
                grade = max(self._stance.mention(hit, kind) for hit in anchors)
                yield self._match(pattern, clause, anchors, grade)

    def _places(self, pattern: Pattern) -> Iterator[tuple[int, list[Hit]]]:
        """Clauses in which the anchor stands and all conditions hold, with the anchor's hits there."""
        anchor, conditions = pattern.items[0], pattern.items[1:]
        hits = self._hits
        if anchor not in hits or any(item not in hits for item in conditions):
            return
        for number, anchors in hits.of(anchor).items():
            if not all(self._near(item, number, pattern.scope) for item in conditions):
                continue
            if any(number in hits.of(item) for item in pattern.excludes):
                continue
            yield number, anchors

    def _near(self, item: str, number: int, scope: Scope) -> bool:
        if scope is Scope.CLAUSE:
            return number in self._hits.of(item)
        clause = self._clauses[number]
        if scope is Scope.SENTENCE or clause.measure < 0:
            return clause.sentence in self._hits.groups(item, "sentence")
        return clause.measure in self._hits.groups(item, "measure")

    def _graded(self, pattern: Pattern, clause: int, anchors: list[Hit], kind: Kind) -> Match:
        grade = max(self._stance.grade(hit, kind, pattern.titles) for hit in anchors)
        match = self._match(pattern, clause, anchors, grade)
        if grade is Grade.DENIED and self._asks_for_denial(match):
            return self._match(pattern, clause, anchors, Grade.COMMITTED)
        return match

    def _asks_for_denial(self, match: Match) -> bool:
        """True if the word that denies is one the rule itself looks for (关停分散的机房)."""
        facts = self._stance.facts(match.clause)
        return any(start <= facts.cue_start and facts.cue_end <= end for start, end in match.marks)

    def _match(self, pattern: Pattern, clause: int, anchors: list[Hit], grade: Grade) -> Match:
        marks = [(hit.start, hit.end) for hit in anchors]
        for item in pattern.items[1:]:
            marks += [(hit.start, hit.end) for hit in self._hits.of(item).get(clause, ())]
        longest = max(hit.end - hit.start for hit in anchors)
        zone = _ZONE_RANK.get(self._clauses[clause].zone, 0)
        force = _FORCE_RANK[self._stance.facts(clause).force] if grade is Grade.COMMITTED else 0
        return Match(grade, clause, _merge(marks), (zone, force, len(pattern.items), longest))


def _merge(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted ranges with overlapping and touching ones joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
