"""One wording: words of Taiwan and Hong Kong to those of the mainland, where a document uses them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dfjlint.text.data import load_data
from dfjlint.text.search import LongestSearch


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of wording.toml, ready for the search; None stands for a longer word that only looks like one."""

    gate: LongestSearch
    certain: tuple[bool | None, ...]
    hits_per_thousand: float
    fold: LongestSearch
    forms: tuple[str | None, ...]


def wording_edits(text: str) -> list[tuple[int, int, str]]:
    """What to change so that the text has the wording of the mainland.

    Words that no mainland text has are folded everywhere; words that mean something else on the
    mainland only in a document that shows by the former where its wording comes from.

    Args:
        text: a whole document (or a term) in Simplified characters.

    Returns:
        (start, end, new word) in text order.
    """
    wording = _wording()
    hits = [(wording.certain[word], start, end) for word, start, end in wording.gate.find(text)]
    certain = [(start, end) for is_certain, start, end in hits if is_certain]
    if not certain:
        return []
    found = wording.fold.find(text)
    edits = [(start, end, form) for word, start, end in found if (form := wording.forms[word]) is not None]
    likely = sum(is_certain is not None for is_certain, _, _ in hits)
    if 1000 * likely >= wording.hits_per_thousand * len(text):
        return edits
    return [edit for edit in edits if any(start <= edit[0] and edit[1] <= end for start, end in certain)]


def wording_twins(term: str) -> list[str]:
    """A term and what it becomes where a converter takes one of two mainland words for the other.

    Args:
        term: normalised.

    Returns:
        The term itself first; one more for each pair of words of which it has one.
    """
    twins = [term]
    for first, second in _twins():
        for word, other in ((first, second), (second, first)):
            if word in term:
                twins.append(term.replace(word, other))
    return twins


@cache
def _twins() -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in load_data("wording.toml")["twins"]["pairs"])


@cache
def _wording() -> _Wording:
    data = load_data("wording.toml")
    gate: dict[str, bool | None] = dict.fromkeys(data["gate"]["accidents"])
    gate |= dict.fromkeys(data["gate"]["certain"], True) | dict.fromkeys(data["gate"]["likely"], False)
    fold: Mapping[str, str | None] = {**data["fold"], **dict.fromkeys(data["keep"]["words"])}
    return _Wording(
        gate=LongestSearch(tuple(gate)),
        certain=tuple(gate.values()),
        hits_per_thousand=data["gate"]["hits_per_thousand"],
        fold=LongestSearch(tuple(fold)),
        forms=tuple(fold.values()),
    )
