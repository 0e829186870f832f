"""Sequences of words found by spaCy's Matcher, in sentences that hold a word of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dfjlint.nlp.lexicon import Phrase, lexicon

if TYPE_CHECKING:
    from spacy.matcher import Matcher  # noqa: TID251
    from spacy.tokens import Doc  # noqa: TID251
    from spacy.vocab import Vocab  # noqa: TID251


class PhraseHit(NamedTuple):
    """A phrase of acts.toml in tokens [start, end)."""

    start: int
    end: int
    label: str


def find_phrases(words: Sequence[str]) -> list[PhraseHit]:
    """Finds the phrases of acts.toml in a clause.

    Most clauses do not hold the words of any phrase; they cost a look-up for each word and neither
    import nor run spaCy.

    Args:
        words: the tokens of one clause.

    Returns:
        The shortest hit for each label and first token, in order.
    """
    openers = _phrases_by_opener()
    present = [word for word in dict.fromkeys(words) if word in openers]
    present = [word for word in present if any(_is_possible(phrase, words) for phrase in openers[word])]
    if not present:
        return []
    doc = _doc(words)
    shortest: dict[tuple[int, str], int] = {}
    for opener in present:
        for key, start, end in _matcher(opener)(doc):
            place = (start, doc.vocab.strings[key])
            shortest[place] = min(end, shortest.get(place, end))
    return sorted(PhraseHit(start, end, label) for (start, label), end in shortest.items())


def _is_possible(phrase: Phrase, words: Sequence[str]) -> bool:
    """True if every step that a phrase cannot do without has one of its words here, in their order."""
    needed = (step.split("|") for step in phrase.steps if step != "*" and not step.endswith("?"))
    rest = iter(words)
    return all(any(word in step for word in rest) for step in needed)


@cache
def _phrases_by_opener() -> dict[str, list[Phrase]]:
    openers: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in lexicon().phrases:
        for opener in phrase.steps[0].split("|"):
            openers[opener].append(phrase)
    return dict(openers)


@cache
def _vocab() -> Vocab:
    from spacy.vocab import Vocab  # noqa: TID251

    return Vocab()


def _doc(words: Sequence[str]) -> Doc:
    from spacy.tokens import Doc  # noqa: TID251

    return Doc(_vocab(), words=list(words), spaces=[False] * len(words))


@cache
def _matcher(opener: str) -> Matcher:
    from spacy.matcher import Matcher  # noqa: TID251

    matcher = Matcher(_vocab())
    for phrase in _phrases_by_opener()[opener]:
        first: dict[str, object] = {"ORTH": opener}
        matcher.add(phrase.label, [[first, *(_token_pattern(step) for step in phrase.steps[1:])]])
    return matcher


def _token_pattern(step: str) -> dict[str, object]:
    if step == "*":
        return {"OP": "*"}
    alternatives = step.removesuffix("?").split("|")
    pattern: dict[str, object] = {"ORTH": {"IN": alternatives}}
    if step.endswith("?"):
        pattern["OP"] = "?"
    return pattern
