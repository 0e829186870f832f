"""Whether a clause commits to its acts, denies them, reports them as done or only describes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dfjlint.model.plan import Polarity, Zone
from dfjlint.nlp.acts import Predicate, head_chain
from dfjlint.nlp.describing import Cue, find_description
from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.pipeline import PhraseHit
from dfjlint.nlp.tokens import Tokens

_FUTURE = re.compile(r"到\s*20\d\d\s*年|十[三四五六]五末|年?底前|年内|力争|确保|将|下一步|今后")
_COMMITTING = frozenset((Zone.MEASURE, Zone.TARGETS))
_ADVERBIAL = frozenset((Kind.ADVERB,))

Verdict = tuple[Polarity, Cue]


def find_polarity(
    tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit], zone: Zone, before: str
) -> Verdict | None:
    """The polarity of a clause with the tokens [start, end) that decided it; None if it commits.

    Args:
        phrases: sequences found in the clause.
        zone: 取得显著成效 is a goal among the targets and the measures, a report elsewhere.
        before: the text of the paragraph up to the end of the clause; a future date in it turns
            累计建成… from a report into a goal.
    """
    return (
        _negated(tokens, predicate, phrases)
        or _described(tokens, predicate, phrases)
        or _done(tokens, predicate)
        or _counted(tokens, predicate, phrases, zone, before)
    )


def opens_report(tokens: Tokens) -> Cue | None:
    """The tokens of an opener that makes a report of the rest of its sentence: 近年来, 截至, 当前 alone."""
    listed = lexicon().sets["report"]
    sourced = lexicon().sets["sourced"]
    if tokens.words and tokens.words[0] in ("据", "根据", "经") and tokens.words[-1] in sourced:
        return 0, len(tokens)  # 根据研究机构测算
    if len(tokens) == 1 and tokens.words[0] in lexicon().sets["now"]:
        return 0, 1
    if "".join(tokens.words[-2:]).endswith(tuple(lexicon().sets["view"])):
        return len(tokens) - 1, len(tokens)
    for index, word in enumerate(tokens.words):
        if word in listed and (index < 4 or word in ("以来", "近年来")):
            return index, index + 1
    return None


def closes_with_state(text: str) -> bool:
    """True if a clause ends with a state of affairs: 不断涌现, 取得积极进展."""
    sets = lexicon().sets
    if text.endswith(tuple(sets["state_phrase"])):
        return True
    adverbs = tuple(sets["state_adverb"])
    return any(text.endswith(verb) and text[: -len(verb)].endswith(adverbs) for verb in sets["state_verb"])


def closes_with_want(text: str) -> bool:
    """True if a clause ends with what is wanting or how things are: 专业人才不足, 研发投入大."""
    return text.endswith(tuple(lexicon().sets["wanting"]))


def is_future(text: str) -> bool:
    """True if a text names a date or a turn to what is to come: 到2030年, 力争."""
    return _FUTURE.search(text) is not None


def turns_to_plan(tokens: Tokens) -> bool:
    """True if a word of the clause turns its sentence from report to plan: 下一步, 要, 将."""
    listed = lexicon().sets["turn"]
    return any(word in listed for word in tokens.words)


def _negated(tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit]) -> Verdict | None:
    if not predicate.verbs:
        return None
    chain = head_chain(tokens, predicate)
    cue = _denial(tokens, predicate.verbs[0], phrases, predicate.start)
    if cue is None:
        cancelling = next((i for i in chain if tokens.kinds[i] is Kind.CANCEL), None)
        if cancelling is None:
            return None
        cue = cancelling, cancelling + 1
        # 取消证明、推行承诺制 cancels one of two; 暂缓提升监测、防范能力 puts off all that follows.
        joins = tokens.kind(_behind_adverbs(tokens, cancelling)) not in VERBAL
        ends = frozenset((Kind.LINK, Kind.JOIN) if joins else (Kind.LINK,))
    else:
        ends = frozenset((Kind.LINK,))
    later = predicate.verbs[len(chain) :]
    return None if any(_stands_apart(tokens, i, ends) for i in later) else (Polarity.NEGATED, cue)


def _denial(tokens: Tokens, first: int, phrases: Sequence[PhraseHit], start: int) -> Cue | None:
    """不再新建, 不得再新建, 不开展; not 不再单独建设 (the manner only), not 未经审核不得安排 (a double denial)."""
    for phrase in phrases:
        if phrase.label == "deny" and start <= phrase.start <= first:
            return None if _lacks(tokens, start, phrase.start) else (phrase.start, phrase.end)
    denying = next((i for i in range(start, first) if tokens.kinds[i] is Kind.DENY), None)
    if denying is None or tokens.word(denying + 1) in lexicon().sets["qualifier"]:
        return None
    if _lacks(tokens, start, denying):
        return None
    return (denying, denying + 1) if tokens.kind(_behind_adverbs(tokens, denying)) in VERBAL else None


def _lacks(tokens: Tokens, start: int, end: int) -> bool:
    """True if 未经, 未按 and the like stand in a run of tokens: a condition, which the denial enforces."""
    return any((word[:1] == "未" and word != "未来") or word[:2] == "凡未" for word in tokens.words[start:end])


def _behind_adverbs(tokens: Tokens, index: int) -> int:
    index += 1
    while tokens.kind(index) is Kind.ADVERB:
        index += 1
    return index


def _stands_apart(tokens: Tokens, verb: int, ends: frozenset[Kind]) -> bool:
    """True if a later act is outside the scope of the denial: 取消…并推行…."""
    lead = tokens.back_over(verb, _ADVERBIAL) - 1
    return tokens.kinds[lead] in ends and tokens.kinds[verb] is not Kind.CANCEL


def _done(tokens: Tokens, predicate: Predicate) -> Verdict | None:
    first = predicate.verbs[0] if predicate.verbs else len(tokens)
    taken = lexicon().sets["taken"]
    for index in range(min(first, len(tokens))):
        if tokens.words[index] in taken:
            return None
        if tokens.kinds[index] is Kind.DONE and not _in_attribute(tokens, index):
            return Polarity.DONE, (index, index + 1)
    aspect = next((index for index, word in enumerate(tokens.words) if word == "了" and index), None)
    return None if aspect is None else (Polarity.DONE, (aspect - 1, aspect + 1))


def _in_attribute(tokens: Tokens, done: int) -> bool:
    """已建成的…, 已获批的…: what 已 stands before only qualifies a noun."""
    verb = _behind_adverbs(tokens, done)
    if tokens.kind(verb) in VERBAL:
        return tokens.kind(verb + 1) is Kind.DE
    return Kind.DE in tokens.kinds[verb:]


def _described(tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit]) -> Verdict | None:
    cue = find_description(tokens, predicate, phrases)
    return None if cue is None else (Polarity.BACKGROUND, cue)


def _counted(
    tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit], zone: Zone, before: str
) -> Verdict | None:
    first = predicate.verbs[0] if predicate.verbs else len(tokens)
    totals = lexicon().sets["total"]
    for index in range(min(first, len(tokens))):
        if tokens.words[index] in totals and not _is_goal(tokens, first, zone, before):
            return Polarity.DONE, (index, index + 1)
    for phrase in phrases:
        if phrase.label == "result" and phrase.start <= first and zone not in _COMMITTING:
            return None if is_future(before) else (Polarity.DONE, (phrase.start, phrase.end))
    return None


def _is_goal(tokens: Tokens, first: int, zone: Zone, before: str) -> bool:
    """累计建成… with a date to come, 累计交易额达到… in a measure: figures to reach."""
    figure = tokens.kind(first) is Kind.REACH and zone is Zone.MEASURE
    return figure or zone is Zone.TARGETS or is_future(before)
