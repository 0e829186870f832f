"""Stretches of an outline cut into clauses, numbered by sentence."""

from __future__ import annotations

import re

from dfjlint.model.plan import Clause, Outline

# A title in 《》 and a note in round brackets are never cut, nor is a number such as 1,000 or 3.5.
# Every repetition is possessive: text without any punctuation costs one pass, never a backtrack.
_CLAUSE = re.compile(
    r"""
    (?=[^\s,;:。!?、])
    ((?:
        [^,;:。!?\n《(]++
      | 《(?:[^《》\n]|《[^《》\n]*+》)*+》
      | \((?:[^()\n]|\([^()\n]*+\))*+\)
      | [《(]
      | (?<=\d)[,:](?=\d)
    )++)
    [,;:、 \t\u3000]*+
    (?:([。!?\n])[\s,;:。!?]*+)?+
    """,
    re.VERBOSE,
)
_SENTENCE_END = 2  # the group that holds the mark
_TRAILING = "、 \t\u3000"


def split_clauses(outline: Outline) -> tuple[Clause, ...]:
    """Cuts every stretch at , ; : and at the ends of sentences.

    The punctuation that closes a clause lies outside it. A stretch always opens a sentence; 。 ! ?
    close one, ; closes a clause only. Sentences are numbered through the whole plan from 0.

    Args:
        outline: offsets of the clauses are norm offsets of its text.
    """
    text = outline.text.text
    paragraphs = outline.paragraphs
    clauses: list[Clause] = []
    sentence = -1
    for stretch in outline.stretches:
        measure = paragraphs[stretch.paragraph].measure
        opens = True
        for match in _CLAUSE.finditer(text, stretch.norm_start, stretch.norm_end):
            start, end = match.span(1)
            sentence += opens
            if text[end - 1] in _TRAILING:
                end = start + len(text[start:end].rstrip(_TRAILING))
            clauses.append(Clause(len(clauses), start, end, sentence, stretch.paragraph, measure, stretch.zone))
            opens = match.lastindex == _SENTENCE_END
    return tuple(clauses)
