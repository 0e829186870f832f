"""What one clause of a plan does, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dfjlint.model.plan import Clause, ClauseFacts, Force, Polarity, Zone
from dfjlint.nlp.acts import find_predicate, make_acts
from dfjlint.nlp.force import find_force
from dfjlint.nlp.lexicon import Kind, lexicon
from dfjlint.nlp.pipeline import find_phrases
from dfjlint.nlp.polarity import (
    closes_with_state,
    closes_with_want,
    find_polarity,
    is_future,
    opens_report,
    turns_to_plan,
)
from dfjlint.nlp.tokens import Tokens, tokenise
from dfjlint.nlp.topics import topic_end

# Length of the longest state that closes a clause, with its verb: 取得阶段性成效.
_STATE = 8
# So many characters of adverbs may lead a verb that opens its clause: 进一步补齐.
_LED = 3
_DESCRIPTIVE = frozenset((Polarity.DONE, Polarity.BACKGROUND))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Facts of a clause with what its sentence hands on to the next one.

    `report` is the cue of 近年来 or 截至, which makes a report of everything up to the end of the
    sentence or to 下一步, 要, 将. `state` is True for 新业态不断涌现, which may be followed by more of its kind.
    """

    facts: ClauseFacts
    report: tuple[int, int] | None
    state: bool = False


class ClauseReader:
    """Reads the clauses of one plan on demand and remembers them.

    Args:
        text: the normalised text.
        clauses: all clauses of the plan, `clauses[i].index == i`.
    """

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._text = text
        self._clauses = clauses
        self._readings: dict[int, _Reading] = {}

    def __call__(self, index: int) -> ClauseFacts:
        """The facts of clause `index`; the clauses before it in its sentence are read too."""
        reading = self._readings.get(index)
        return reading.facts if reading is not None else self._read_up_to(index).facts

    def _read_up_to(self, index: int) -> _Reading:
        first = index
        sentence = self._clauses[index].sentence
        while first > 0 and self._clauses[first - 1].sentence == sentence and first not in self._readings:
            first -= 1
        reading = self._readings.get(first)
        for current in range(first if reading is None else first + 1, index + 1):
            reading = self._read(self._clauses[current], reading)
            self._readings[current] = reading
        assert reading is not None
        return reading

    def _read(self, clause: Clause, before: _Reading | None) -> _Reading:
        facts, tokens = self._alone(clause)
        first = before is None or before.state or before.facts.polarity in _DESCRIPTIVE
        state = first and clause.zone is Zone.MEASURE and self._is_state(clause, facts)
        if state or self._is_wanting(clause, facts) or self._is_defined(clause):
            facts = replace(facts, polarity=Polarity.BACKGROUND)
        if facts.force is Force.NONE and facts.polarity is Polarity.COMMITTED:
            if tokens.word(0) in lexicon().sets["taken"] and self._goes_on(clause):
                facts = _taken_over(facts, self._alone(self._clauses[clause.index + 1])[0])
            elif before is not None and before.facts.force is not Force.NONE:
                facts = _taken_over(facts, before.facts)
            elif clause.zone is Zone.TARGETS and facts.topic_end < clause.norm_end:
                facts = replace(facts, force=Force.DIRECTIVE)  # a state to reach: 设施高效集约
            elif before is not None:
                facts = _taken_over(facts, before.facts)
        return replace(_with_report(facts, tokens, before), state=state)

    def _alone(self, clause: Clause) -> tuple[ClauseFacts, Tokens]:
        """The facts of a clause by its own words."""
        tokens = tokenise(self._text, clause.norm_start, clause.norm_end)
        begin = topic_end(tokens)
        predicate = find_predicate(tokens, begin)
        begin = predicate.start
        phrases = find_phrases(tokens.words)
        force, force_cue = find_force(tokens, predicate, phrases)
        before = self._paragraph_up_to(clause)
        verdict = find_polarity(tokens, predicate, phrases, clause.zone, before)
        cue = verdict[1] if verdict else force_cue
        facts = ClauseFacts(
            force=force,
            polarity=verdict[0] if verdict else Polarity.COMMITTED,
            acts=make_acts(tokens, predicate) if predicate.verbs else (),
            topic_end=tokens.starts[begin] if begin else clause.norm_start,
            cue_start=tokens.starts[cue[0]] + tokens.shifts[cue[0]] if cue else clause.norm_start,
            cue_end=tokens.starts[cue[1]] if cue else clause.norm_start,
        )
        return facts, tokens

    def _is_state(self, clause: Clause, facts: ClauseFacts) -> bool:
        """True for a clause that does nothing before it closes with a state: 新业态不断涌现, 工作取得积极进展."""
        if _acts_before_tail(clause, facts) or is_future(self._paragraph_up_to(clause)):
            return False
        return closes_with_state(self._text[clause.norm_start : clause.norm_end])

    def _is_wanting(self, clause: Clause, facts: ClauseFacts) -> bool:
        """True for 专业人才不足 and 开拓市场的能力不强; not for 补齐人才不足, 解决能力不强的…不足."""
        text = self._text[clause.norm_start : clause.norm_end]
        if not closes_with_want(text):
            return False
        if any(act.verb in lexicon().sets["remedy"] for act in facts.acts):
            return False
        opens = bool(facts.acts) and lexicon().entries[facts.acts[0].verb].kind is not Kind.WEAK
        opens = opens and facts.acts[0].norm_start <= clause.norm_start + _LED
        return not opens or "的" in text

    def _is_defined(self, clause: Clause) -> bool:
        """True if a later clause of the sentence says what this one is: 坚持创新,是…的经验."""
        later = clause.index + 1
        while later < len(self._clauses) and self._clauses[later].sentence == clause.sentence:
            start = self._clauses[later].norm_start
            if self._text.startswith("是", start) and not self._text.startswith("是否", start):
                return True
            later += 1
        return False

    def _goes_on(self, clause: Clause) -> bool:
        following = clause.index + 1
        return following < len(self._clauses) and self._clauses[following].sentence == clause.sentence

    def _paragraph_up_to(self, clause: Clause) -> str:
        start = self._text.rfind("\n", 0, clause.norm_start) + 1
        return self._text[start : clause.norm_end]


def _acts_before_tail(clause: Clause, facts: ClauseFacts) -> bool:
    if not facts.acts:
        return False
    first = facts.acts[0].norm_start
    return first == clause.norm_start or first < clause.norm_end - _STATE


def _taken_over(facts: ClauseFacts, other: ClauseFacts) -> ClauseFacts:
    """A clause without a verb has the force and polarity of the clause that it belongs to."""
    return replace(
        facts,
        force=other.force,
        polarity=other.polarity,
        cue_start=other.cue_start,
        cue_end=other.cue_end,
    )


def _with_report(facts: ClauseFacts, tokens: Tokens, before: _Reading | None) -> _Reading:
    opener = opens_report(tokens)
    if opener is not None:
        report: tuple[int, int] | None = (tokens.starts[opener[0]], tokens.starts[opener[1]])
    elif before is not None and not turns_to_plan(tokens):
        report = before.report
    else:
        report = None
    if report is not None and facts.polarity is Polarity.COMMITTED:
        facts = replace(facts, polarity=Polarity.DONE, cue_start=report[0], cue_end=report[1])
    return _Reading(facts, report)
