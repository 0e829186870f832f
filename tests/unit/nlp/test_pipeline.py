"""Phrases of acts.toml, found by spaCy only where a word of one stands."""

from __future__ import annotations

import pytest

from dfjlint.nlp.lexicon import Entry, Kind, lexicon
from dfjlint.nlp.pipeline import PhraseHit, find_phrases


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["有", "条件", "的", "县"], [PhraseHit(0, 3, "explore")]),
        (["不", "新建", "机房"], [PhraseHit(0, 2, "deny")]),
        (["不得", "再", "新建", "机房"], [PhraseHit(0, 3, "deny")]),
        (["数据", "是", "一", "种", "重要", "资源"], [PhraseHit(1, 5, "background")]),
        (["不", "影响", "生产"], []),
        (["推进", "整合"], []),
        ([], []),
    ],
)
def test_phrases(words: list[str], expected: list[PhraseHit]) -> None:
    assert find_phrases(words) == expected


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("推进", Entry(Kind.VERB)),
        ("全面实施", Entry(Kind.VERB, 2)),
        ("大力发展", Entry(Kind.VERB, 2)),
        ("积极探索", Entry(Kind.EXPLORE, 2)),
        ("停止使用", Entry(Kind.CANCEL)),
        ("开发利用", Entry(Kind.WEAK)),
        ("不动产", Entry(Kind.OTHER)),
    ],
)
def test_entries(word: str, entry: Entry) -> None:
    assert lexicon().entries[word] == entry


def test_no_word_stands_in_a_list_of_verbs_and_among_the_nouns() -> None:
    sets = lexicon().sets
    assert {word for word in sets["nominal"] if lexicon().entries[word].kind is Kind.VERB} == set()
