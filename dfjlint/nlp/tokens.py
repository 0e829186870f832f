"""The tokens of one clause with the kind of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from dfjlint.nlp.lexicon import VERBAL, Kind, lexicon
from dfjlint.nlp.segment import nouns, words

_ENUMERATOR = re.compile(
    r"(?:\([一二三四五六七八九十百\d]{1,4}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.．、](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}[章节条])\s*"
)
_EMPTY = frozenset((Kind.JOIN, Kind.LINK, Kind.DE))
# A verb of two characters with its object.
_VERB_WITH_OBJECT = 4
_ASPECT = frozenset(("了", "着", "好"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of a clause, its leading number left out.

    Args:
        words: the tokens.
        kinds: what each can be; MASKED inside 《》 and round brackets.
        shifts: where in the token its verb begins (全面实施: 2).
        starts: norm offset of each token, and of the clause's end.
        last_content: index of the last token that is neither 的 nor a conjunction, -1 if none.
    """

    words: list[str]
    kinds: list[Kind]
    shifts: list[int]
    starts: list[int]
    last_content: int

    def __len__(self) -> int:
        return len(self.words)

    def verb(self, index: int) -> str:
        """The verb of a verbal token, without the adverb it is written with."""
        return self.words[index][self.shifts[index] :]

    def kind(self, index: int) -> Kind:
        """The kind at an index; OTHER beyond the end."""
        return self.kinds[index] if index < len(self.kinds) else Kind.OTHER

    def word(self, index: int) -> str:
        """The token at an index; empty beyond the end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def after(self, index: int) -> int:
        """The index behind a verb and its aspect particle (完成了)."""
        return index + 2 if self.word(index + 1) in _ASPECT else index + 1

    def has_object(self, index: int) -> bool:
        """True if content follows the verb at an index, other than 的 or 等."""
        behind = self.after(index)
        if behind > self.last_content:
            return False
        return self.kinds[behind] is not Kind.DE and self.words[behind] != "等"

    def back_over(self, index: int, kinds: frozenset[Kind], start: int = 0) -> int:
        """The index of the first token of the run of such kinds that ends before an index."""
        while index > start and self.kinds[index - 1] in kinds:
            index -= 1
        return index


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Tokens of the clause text[start:end]."""
    number = _ENUMERATOR.match(text, start, end)
    begin = number.end() if number else start
    body = text[begin:end]
    cut = _split_verbs(words(body))
    entries = list(map(lexicon().entries.__getitem__, cut))
    kinds = [entry.kind for entry in entries]
    dual = lexicon().sets["dual"]
    for index, word in enumerate(cut):
        if word in dual:
            kinds[index] = _dual(cut, kinds, index)
    if "《" in body or "(" in body:
        kinds = _masked(cut, kinds)
    return Tokens(
        words=cut,
        kinds=kinds,
        shifts=[entry.shift for entry in entries],
        starts=list(accumulate(map(len, cut), initial=begin)),
        last_content=next((i for i in range(len(kinds) - 1, -1, -1) if kinds[i] not in _EMPTY), -1),
    )


def _split_verbs(cut: list[str]) -> list[str]:
    """支持软件 and 培养人才 are words of the dictionary: their verbs are cut off; 集成电路 stays whole."""
    entries, named = lexicon().entries, nouns()
    if not any(len(word) == _VERB_WITH_OBJECT and entries[word].kind is Kind.OTHER for word in cut):
        return cut
    split: list[str] = []
    for word in cut:
        whole = len(word) != _VERB_WITH_OBJECT or entries[word].kind is not Kind.OTHER or word in named
        split += [word] if whole or entries[word[:2]].kind not in VERBAL else [word[:2], word[2:]]
    return split


def _dual(cut: list[str], kinds: list[Kind], index: int) -> Kind:
    """统一建设: an adverb; 统一标准, 统一全省标准: a verb."""
    if index + 1 == len(cut) or cut[index + 1] in lexicon().sets["scope"]:
        return Kind.WEAK
    behind = kinds[index + 1]
    return Kind.ADVERB if behind in VERBAL or behind is Kind.ADVERB else Kind.WEAK


def _masked(cut: list[str], kinds: list[Kind]) -> list[Kind]:
    depth = 0
    masked = []
    for word, kind in zip(cut, kinds, strict=True):
        depth += word in "《("
        masked.append(Kind.MASKED if depth > 0 else kind)
        depth -= word in "》)" and depth > 0
    return masked
