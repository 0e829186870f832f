"""How strongly a clause commits, by its modal and the verbs at its head."""

from __future__ import annotations

from collections.abc import Sequence

from dfjlint.model.plan import Force
from dfjlint.nlp.acts import Predicate, head_chain
from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.pipeline import PhraseHit
from dfjlint.nlp.tokens import Tokens

_SURE = frozenset(("应当", "必须", "务必", "务求", "一律", "亟需"))
# 要 应 须 需 需要 are modals only before something that can open a predicate.
_AFTER_MODAL = VERBAL | {Kind.ADVERB, Kind.BINDING, Kind.PROHIBIT, Kind.DENY}
_ALSO_AFTER_MODAL = frozenset(("把", "将", "对", "与", "同", "由"))

Cue = tuple[int, int]


def find_force(tokens: Tokens, predicate: Predicate, phrases: Sequence[PhraseHit]) -> tuple[Force, Cue | None]:
    """The force of a clause with the tokens [start, end) that decided it.

    The weakest cue at the head decides: 要积极探索 explores, 应当鼓励 encourages.

    Returns:
        DIRECTIVE without a cue where only a bare verb stands; NONE where not even that.
    """
    chain = head_chain(tokens, predicate)
    first = predicate.verbs[0] if predicate.verbs else len(tokens)
    limit = chain[-1] if chain else len(tokens)
    encouraged = _first_of(tokens, chain, Kind.ENCOURAGE)
    explored = _explored(tokens, chain, first)
    binding = _binding(tokens, first)
    if explored is not None:
        return Force.EXPLORE, explored
    if encouraged is not None:
        return Force.ENCOURAGE, encouraged
    if binding is not None:
        return Force.BINDING, binding
    for phrase in phrases:
        if phrase.label == "explore" and phrase.start <= limit + 1:
            return Force.EXPLORE, (phrase.start, phrase.end)
    return (Force.DIRECTIVE if predicate.verbs else Force.NONE), None


def _first_of(tokens: Tokens, chain: tuple[int, ...], kind: Kind) -> Cue | None:
    return next(((i, i + 1) for i in chain if tokens.kinds[i] is kind), None)


def _explored(tokens: Tokens, chain: tuple[int, ...], first: int) -> Cue | None:
    adverbs = lexicon().sets["explore_adverb"]
    for index in range(first if chain else 0):
        if tokens.words[index] in adverbs:
            return index, index + 1
    return _first_of(tokens, chain, Kind.EXPLORE)


def _binding(tokens: Tokens, first: int) -> Cue | None:
    topics = lexicon().topics
    for index in range(min(first, len(tokens))):
        kind = tokens.kinds[index]
        if kind is Kind.PROHIBIT or tokens.words[index] in _SURE:
            return index, index + 1
        if kind is Kind.BINDING:
            behind = tokens.word(index + 1)
            opens = tokens.kind(index + 1) in _AFTER_MODAL or behind in topics
            if opens or behind in _ALSO_AFTER_MODAL:
                return index, index + 1
    return None
