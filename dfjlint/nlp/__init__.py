"""What the text of a plan says: clauses, facts of the measures, titles, names, stance of clauses."""

from __future__ import annotations

from dataclasses import dataclass

from dfjlint.model.plan import Clause, MeasureFacts, Outline
from dfjlint.nlp.clauses import split_clauses
from dfjlint.nlp.facts import measure_facts
from dfjlint.nlp.names import name_ranges
from dfjlint.nlp.stance import ClauseReader
from dfjlint.nlp.titles import title_ranges

__all__ = ["Analysis", "ClauseReader", "analyse"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything this stage knows of one plan.

    Args:
        clauses: all clauses, `clauses[i].index == i`.
        measures: facts of each measure, in the order of outline.measures.
        titles: norm ranges of 《…》.
        names: norm ranges of names of bodies, parks and events.
        reader: what a clause does, by its index; works it out when asked.
    """

    clauses: tuple[Clause, ...]
    measures: tuple[MeasureFacts, ...]
    titles: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int], ...]
    reader: ClauseReader


def analyse(outline: Outline) -> Analysis:
    """Reads the text of an outline; neither jieba nor spaCy is imported before a clause is read."""
    text = outline.text.text
    clauses = split_clauses(outline)
    return Analysis(
        clauses=clauses,
        measures=measure_facts(outline),
        titles=title_ranges(text),
        names=name_ranges(text),
        reader=ClauseReader(text, clauses),
    )
