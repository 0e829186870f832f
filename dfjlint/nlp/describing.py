"""Whether a clause describes how things are instead of saying what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from dfjlint.nlp.acts import HEADS, Predicate
from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.pipeline import PhraseHit
from dfjlint.nlp.tokens import Tokens

Cue = tuple[int, int]


def find_description(tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit]) -> Cue | None:
    """The tokens that make a description of a clause: 随着…, 仍需, 是…的重要引擎, 承担着; None if none does."""
    first = predicate.verbs[0] if predicate.verbs else len(tokens)
    return _phrase(tokens, predicate, phrases, first) or _word(tokens, predicate, first)


def _phrase(tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit], first: int) -> Cue | None:
    for phrase in phrases:
        copula = tokens.words[phrase.start] in lexicon().sets["copula"] and phrase.start != tokens.after(first)
        copula = copula and tokens.word(phrase.start - 1) not in lexicon().sets["notably"]
        if phrase.label == "background" and (phrase.start <= first or predicate.subject_first or copula):
            return phrase.start, phrase.end
    return None


def _equates(tokens: Tokens, copula: int) -> bool:
    """True for 开放合作是基本原则; not for 特别是落实…要求."""
    sets = lexicon().sets
    if not copula or tokens.words[copula] != "是" or tokens.words[copula - 1] in sets["notably"]:
        return False
    return tokens.words[-1].endswith(tuple(sets["equated"]))


def _word(tokens: Tokens, predicate: Predicate, first: int) -> Cue | None:
    sets = lexicon().sets
    opens = tokens.back_over(first, HEADS, predicate.start) == predicate.start
    for index, word in enumerate(tokens.words):
        before = index < first
        cue = index, index + 1
        if before and word in sets["still"]:
            return cue
        if before and word in sets["describe"] and (index < 2 or tokens.kinds[index] is Kind.ADVERB):
            return cue
        if index and before and word in sets["stative"]:
            return cue  # 企业分布在东部园区: behind a subject
        if word == "着" and index and tokens.kinds[index - 1] in VERBAL and Kind.DE not in tokens.kinds[:index]:
            return index - 1, index + 1  # 各部门承担着不同的职责
        if _equates(tokens, index):
            return cue
        subject_first = not opens or Kind.DE in tokens.kinds[:index]
        if subject_first and word in sets["unmet"] and Kind.DE not in tokens.kinds[index:]:
            return cue  # 支持作用尚未充分发挥; not 推动尚未上云系统迁移, 对尚未接入的系统
    return None
