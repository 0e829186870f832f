"""Decides what a hit at a place of the plan is worth: a commitment, a mention, a denial or nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

from dfjlint.engine.index import ConceptIndex, Hits
from dfjlint.model.plan import Clause, ClauseFacts, Force, Plan, Polarity, Zone
from dfjlint.model.rules import Kind, Scope
from dfjlint.text.normalise import normalise_term

# A preamble may echo guidance and goals; it never carries out a measure (guide, "Label per element").
_ECHOED = (Kind.GUIDANCE, Kind.GOAL)
# What a plan is called, and what stands around it, commits to nothing.
_SILENT = (Zone.CHROME, Zone.TITLE)
# A passage is copied where this share of its characters stands word for word in the decision.
_COPIED_SHARE = 0.6
_COPIED_CLAUSES = 3
# A plan whose title does not say so is on the subject if this share of its sentences speaks of it.
# Measured: 0.45 to 0.95 in plans on digital matters, below 0.3 in others.
_SUBJECT_SHARE = 0.4


class Grade(IntEnum):
    """Worth of a hit, worst first."""

    NOTHING = 0
    MENTION = 1
    DENIED = 2
    COMMITTED = 3


class Stance:
    """Grades hits of one plan against one pack.

    A plan on another subject (private economy, waste) serves that subject: what it says about
    digital matters by the way is a mention, except in a chapter devoted to them.

    Attributes:
        on_subject: True if the plan as a whole is on the decision's subject.
    """

    def __init__(self, plan: Plan, index: ConceptIndex, hits: Hits, read: Callable[[int], ClauseFacts]) -> None:
        self._plan = plan
        self._pack = pack = index.pack
        self._subject = hits.groups(index.number(pack.subject), Scope.SENTENCE)
        self._read = read
        self._text = plan.outline.text.text
        self._copied = _copied_paragraphs(plan, self._text, pack.restated)
        self._copied_measures = {plan.outline.paragraphs[number].measure for number in self._copied}
        self.on_subject = self._plan_on_subject()
        self._bare: dict[int, bool] = {}
        self._silent: dict[tuple[int, bool], bool] = {}
        self._devoted: dict[int, bool] = {}
        self._titles = _by_clause(plan.titles, plan.clauses)
        self._names = _by_clause(plan.names, plan.clauses)

    def grade(self, number: int, spans: Iterable[tuple[int, int]], kind: Kind, titles: bool) -> Grade:
        """What the best of some hits in one clause is worth for an obligation of a kind.

        Args:
            number: index of the clause.
            spans: norm ranges of the hits.
            titles: True to let 《…》 count.
        """
        if self._says_nothing(number, kind):
            return Grade.NOTHING
        clause = self._plan.clauses[number]
        if not self._may_commit(clause, kind) or not (self.on_subject or self._in_subject_chapter(clause)):
            return Grade.MENTION
        named = self._names.get(number, ()) if titles else (*self._titles.get(number, ()), *self._names.get(number, ()))
        if named:
            spans = [(a, b) for a, b in spans if not any(start <= a and b <= end for start, end in named)]
        facts = self._read(number) if spans else None
        return (
            max((self._by_facts(end, kind, facts, clause.zone) for _, end in spans), default=Grade.MENTION)
            if facts
            else Grade.MENTION
        )

    def mention(self, number: int, kind: Kind) -> Grade:
        """What a hit of a `mentioned` pattern is worth: a mention, unless its clause says nothing.

        The name of a responsible body (省农业农村厅) does not even come near the matter.
        """
        nowhere = self._plan.clauses[number].zone is Zone.OWNERS or self._says_nothing(number, kind)
        return Grade.NOTHING if nowhere else Grade.MENTION

    def words(self, clause: int) -> str:
        """The normalised text of a clause."""
        found = self._plan.clauses[clause]
        return self._text[found.norm_start : found.norm_end]

    def facts(self, clause: int) -> ClauseFacts:
        """The facts of a clause."""
        return self._read(clause)

    def _says_nothing(self, number: int, kind: Kind) -> bool:
        """The title, chrome, other subjects, the decision's own words and bare keywords."""
        key = (number, kind in _ECHOED)
        silent = self._silent.get(key)
        if silent is None:
            clause = self._plan.clauses[number]
            silent = clause.zone in _SILENT or not self._speaks_of_subject(clause)
            silent = silent or self._restates(clause, kind) or self._is_keyword_list(clause)
            self._silent[key] = silent
        return silent

    def _by_facts(self, end: int, kind: Kind, facts: ClauseFacts, zone: Zone) -> Grade:
        if facts.polarity is Polarity.NEGATED:
            return Grade.DENIED
        if kind is Kind.GUIDANCE and zone is Zone.PREAMBLE and facts.polarity is Polarity.BACKGROUND:
            return Grade.COMMITTED  # 数字政府建设是贯彻…战略部署的重要抓手: who says so has understood
        if kind is Kind.GUIDANCE and facts.polarity is Polarity.COMMITTED:
            return Grade.COMMITTED  # 以…为指导, 按照…部署: guidance is followed in just such adverbials
        if facts.polarity is not Polarity.COMMITTED or facts.force is Force.NONE:
            return Grade.MENTION
        return Grade.MENTION if end <= facts.topic_end else Grade.COMMITTED

    def _may_commit(self, clause: Clause, kind: Kind) -> bool:
        if clause.zone is Zone.MEASURE:
            return True
        if clause.zone is Zone.HEADING:
            return clause.measure >= 0
        if clause.zone is Zone.TARGETS:
            return True
        return clause.zone is Zone.PREAMBLE and kind in _ECHOED

    def _restates(self, clause: Clause, kind: Kind) -> bool:
        """A clause that repeats the decision: in a copied passage, or word for word before the measures."""
        copied = clause.paragraph in self._copied or (clause.zone is Zone.HEADING and self._heads_copy(clause))
        if copied and not self._has_own_terms(clause.measure):
            return True
        if clause.zone in (Zone.MEASURE, Zone.HEADING, Zone.TARGETS) or kind in _ECHOED:
            return False
        return self._text[clause.norm_start : clause.norm_end] in self._pack.restated

    def _heads_copy(self, clause: Clause) -> bool:
        """True for the heading of a measure whose text is copied."""
        return clause.measure >= 0 and clause.measure in self._copied_measures

    def _has_own_terms(self, measure: int) -> bool:
        """True if a measure names who does it or by when: then it commits, whoever worded it."""
        if measure < 0:
            return False
        facts = self._plan.facts[measure]
        return bool(facts.owners or facts.deadlines)

    def _is_keyword_list(self, clause: Clause) -> bool:
        """True in a paragraph of a measure without a single act: bare words commit to nothing."""
        if clause.zone is not Zone.MEASURE:
            return False
        if clause.paragraph not in self._bare:
            self._bare[clause.paragraph] = not self._paragraph_acts(clause)
        return self._bare[clause.paragraph]

    def _paragraph_acts(self, clause: Clause) -> bool:
        clauses = self._plan.clauses
        first = last = clause.index
        while first > 0 and clauses[first - 1].paragraph == clause.paragraph:
            first -= 1
        while last + 1 < len(clauses) and clauses[last + 1].paragraph == clause.paragraph:
            last += 1
        return any(self._read(number).force is not Force.NONE for number in range(first, last + 1))

    def _speaks_of_subject(self, clause: Clause) -> bool:
        return self.on_subject or clause.sentence in self._subject or self._in_subject_chapter(clause)

    def _plan_on_subject(self) -> bool:
        """By the plan's title, else by how many sentences of its measures speak of the subject."""
        title = normalise_term(self._plan.outline.title)
        if any(term in title for term in self._pack.concepts[self._pack.subject].terms):
            return True
        sentences = {clause.sentence for clause in self._plan.clauses if clause.zone is Zone.MEASURE}
        return len(sentences & self._subject) >= _SUBJECT_SHARE * len(sentences)

    def _in_subject_chapter(self, clause: Clause) -> bool:
        """True if a chapter of the plan is devoted to the subject and the clause stands in it."""
        section = self._plan.outline.paragraphs[clause.paragraph].section
        if section < 0:
            return False
        if section not in self._devoted:
            self._devoted[section] = self._is_devoted(section)
        return self._devoted[section]

    def _is_devoted(self, section: int) -> bool:
        sections = self._plan.outline.sections
        while sections[section].parent >= 0:
            section = sections[section].parent
        terms = self._pack.concepts[self._pack.subject].terms
        return any(term in sections[section].title for term in terms)


def _copied_paragraphs(plan: Plan, text: str, restated: frozenset[str]) -> frozenset[int]:
    """Paragraphs that are mostly the decision's own words."""
    total: dict[int, int] = {}
    same: dict[int, list[int]] = {}
    for clause in plan.clauses:
        size = clause.norm_end - clause.norm_start
        total[clause.paragraph] = total.get(clause.paragraph, 0) + size
        if text[clause.norm_start : clause.norm_end] in restated:
            same.setdefault(clause.paragraph, []).append(size)
    return frozenset(
        number
        for number, sizes in same.items()
        if len(sizes) >= _COPIED_CLAUSES and sum(sizes) >= _COPIED_SHARE * total[number]
    )


def _by_clause(ranges: Sequence[tuple[int, int]], clauses: Sequence[Clause]) -> dict[int, list[tuple[int, int]]]:
    """The ranges that touch each clause."""
    starts = [clause.norm_start for clause in clauses]
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end in ranges:
        for number in range(max(0, bisect_right(starts, start) - 1), bisect_right(starts, end)):
            found.setdefault(number, []).append((start, end))
    return found
