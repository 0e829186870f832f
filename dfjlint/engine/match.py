"""Finds the places of a plan where a pattern stands, with what each is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dfjlint.engine.index import Hits, Query, ones
from dfjlint.engine.stance import Grade, Stance
from dfjlint.model.plan import Clause, Force, Zone
from dfjlint.model.rules import Kind, Scope

_FORCE_RANK = {Force.BINDING: 3, Force.DIRECTIVE: 3, Force.ENCOURAGE: 2, Force.EXPLORE: 1, Force.NONE: 0}
_ZONE_RANK = {Zone.MEASURE: 3, Zone.TARGETS: 2, Zone.PREAMBLE: 1, Zone.HEADING: 0}
# Words of one matter in passing: so few characters, and less than this share of their clause. Of the
# elements that only such a place seemed to answer, readers of 33 plans took less than half for answered.
_NAMED = 4
_SHARE = 0.25


class Match:
    """A clause that answers (or comes near) an element.

    Args:
        grade: what it is worth.
        clause: index of the anchor's clause.
    """

    __slots__ = ("_hits", "_query", "clause", "grade")

    def __init__(self, grade: Grade, clause: int, query: Query, hits: Hits) -> None:
        self.grade = grade
        self.clause = clause
        self._query = query
        self._hits = hits

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Norm ranges of the words that matched in the clause."""
        return _marks(self._query, self.clause, self._hits)


class Matcher:
    """Applies the patterns of elements to one plan."""

    def __init__(self, clauses: Sequence[Clause], hits: Hits, stance: Stance) -> None:
        self._clauses = clauses
        self._hits = hits
        self._stance = stance
        self._zones = [_ZONE_RANK.get(clause.zone, 0) for clause in clauses]
        self._grades: dict[tuple[int, Kind, bool, bool], dict[int, tuple[Grade, int]]] = {}

    def matches(self, queries: Sequence[Query], kind: Kind) -> list[Match]:
        """All matches of the patterns of an element, at most one a clause, best first.

        Args:
            kind: of the obligation.
        """
        best, answers = self._collect(queries, kind)
        passing = self._passing(answers)
        ranked = sorted([(-score, clause) for clause, (score, _, _) in best.items()])
        found = [
            Match(Grade.MENTION if clause in passing else best[clause][1], clause, best[clause][2], self._hits)
            for _, clause in ranked
        ]
        return sorted(found, key=lambda match: -match.grade) if passing else found

    def _collect(
        self, queries: Sequence[Query], kind: Kind
    ) -> tuple[dict[int, tuple[int, Grade, Query]], dict[int, list[Query]]]:
        """For each clause its best pattern with score and grade, and all patterns that would answer there."""
        best: dict[int, tuple[int, Grade, Query]] = {}
        answers: dict[int, list[Query]] = {}
        for query in queries:
            clauses = self._places(query)
            if not clauses:
                continue
            grades = self._grades.setdefault((query.anchor, kind, query.titles, query.mentioned), {})
            for clause in clauses:
                known = best.get(clause)
                if query.mentioned and known is not None and known[1] > Grade.MENTION:
                    continue
                grade, longest = grades.get(clause) or self._graded(query, clause, kind, grades)
                if grade is Grade.DENIED and not query.mentioned and self._asks_for_denial(query, clause):
                    grade = Grade.COMMITTED
                if grade is Grade.COMMITTED:
                    answers.setdefault(clause, []).append(query)
                score = self._score(grade, clause, query.size, longest)
                if known is None or score > known[0]:
                    best[clause] = (score, grade, query)
        return best, answers

    def _passing(self, answers: Mapping[int, Sequence[Query]]) -> frozenset[int]:
        """Clauses that only name the matter in passing, as the plan speaks of it in too few places.

        The same words again (a measure that stands twice) are no other place.

        Args:
            answers: for each clause that would answer the patterns that stand in it.
        """
        places = len({self._stance.words(clause) for clause in answers})
        return frozenset(
            clause for clause, queries in answers.items() if all(self._needs(q, clause) > places for q in queries)
        )

    def _needs(self, query: Query, clause: int) -> int:
        """In how many places a pattern must stand: as its rule says, else two if it is few words of the clause."""
        if query.places or query.conditions:
            return max(query.places, 1)
        named = sum(end - start for start, end in _marks(query, clause, self._hits))
        return 2 if named <= _NAMED and named < _SHARE * len(self._stance.words(clause)) else 1

    def _score(self, grade: Grade, clause: int, size: int, longest: int) -> int:
        """Larger is better evidence: by grade, zone, force, number of concepts, length of the anchor, in this order."""
        force = _FORCE_RANK[self._stance.facts(clause).force] if grade is Grade.COMMITTED else 0
        return (((grade * 4 + self._zones[clause]) * 4 + force << 8 | size) << 24) + longest

    def _places(self, query: Query) -> Iterable[int]:
        """Clauses in which the anchor stands and all conditions hold."""
        masks = self._hits.masks
        mask = masks[query.anchor]
        if not mask:  # the anchor of most patterns stands nowhere: nothing more is looked at
            return ()
        if query.scope is Scope.CLAUSE:
            for concept in query.conditions:
                mask &= masks[concept]
        if not mask:
            return ()
        for concept in query.excludes:
            mask &= ~masks[concept]
        if query.scope is Scope.CLAUSE:
            return ones(mask)
        return [n for n in ones(mask) if all(self._near(concept, n, query.scope) for concept in query.conditions)]

    def _near(self, concept: int, number: int, scope: Scope) -> bool:
        clause = self._clauses[number]
        if scope is Scope.SENTENCE or clause.measure < 0:
            return clause.sentence in self._hits.groups(concept, Scope.SENTENCE)
        return clause.measure in self._hits.groups(concept, Scope.MEASURE)

    def _graded(self, query: Query, clause: int, kind: Kind, grades: dict[int, tuple[Grade, int]]) -> tuple[Grade, int]:
        """What an anchor is worth in a clause, and the length of its longest term there; remembered."""
        spans = self._hits.spans(query.anchor, clause)
        if query.mentioned:
            grade = self._stance.mention(clause, kind)
        else:
            grade = self._stance.grade(clause, spans, kind, query.titles)
        found = grades[clause] = (grade, max([end - start for start, end in spans]))
        return found

    def _asks_for_denial(self, query: Query, clause: int) -> bool:
        """True if the word that denies is one the rule itself looks for (关停分散的机房)."""
        facts = self._stance.facts(clause)
        marks = _marks(query, clause, self._hits)
        return any(start <= facts.cue_start and facts.cue_end <= end for start, end in marks)


def _marks(query: Query, clause: int, hits: Hits) -> tuple[tuple[int, int], ...]:
    concepts = (query.anchor, *query.conditions)
    return _merge(span for concept in concepts for span in hits.spans(concept, clause))


def _merge(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted ranges with overlapping and touching ones joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
