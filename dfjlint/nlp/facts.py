"""Owners, deadlines and figures of each measure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from dfjlint.model.plan import Deadline, MeasureFacts, Outline, Quantity, Zone
from dfjlint.nlp.deadlines import find_deadlines
from dfjlint.nlp.owners import find_owners
from dfjlint.nlp.quantities import find_quantities
from dfjlint.nlp.titles import title_ranges

_SPEAKING = frozenset((Zone.MEASURE, Zone.TARGETS, Zone.HEADING))
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年?\s*(?=[年—–~-])")
_DATE = re.compile(r"(?<!\d)(20\d\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")


def measure_facts(outline: Outline) -> tuple[MeasureFacts, ...]:
    """The facts of each measure, in the order of outline.measures.

    Dates and figures inside 《…》 belong to the title of a document and do not count.
    """
    text = outline.text.text
    titles = title_ranges(text)
    owners = find_owners(outline)
    deadlines: dict[int, list[Deadline]] = defaultdict(list)
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    place = _Locator(outline, titles)
    for due in find_deadlines(text, 0, len(text), plan_year(outline)):
        measure = place.measure_of(due.start)
        if measure >= 0:
            span = outline.text.to_source(due.start, due.end)
            deadlines[measure].append(Deadline(due.year, due.month, due.day, span))
    for figure in find_quantities(text, 0, len(text)):
        measure = place.measure_of(figure.start)
        if measure >= 0:
            span = outline.text.to_source(figure.start, figure.end)
            quantities[measure].append(Quantity(figure.comparator, figure.value, figure.unit, span))
    return tuple(
        MeasureFacts(owners.get(index, ()), tuple(deadlines[index]), tuple(quantities[index]))
        for index in range(len(outline.measures))
    )


def plan_year(outline: Outline) -> int:
    """The first year that the plan is made for: by its title, else by the date of its notice; 0 if neither."""
    titled = _YEAR.search(outline.title)
    if titled:
        return int(titled[1])
    text = outline.text.text
    for stretch in outline.stretches:
        if stretch.zone is Zone.LETTERHEAD:
            dated = _DATE.search(text, stretch.norm_start, stretch.norm_end)
            if dated:
                return int(dated[1])
    return 0


class _Locator:
    """The measure that a norm offset speaks for."""

    def __init__(self, outline: Outline, titles: Sequence[tuple[int, int]]) -> None:
        self._outline = outline
        self._starts = [stretch.norm_start for stretch in outline.stretches]
        self._titles = titles
        self._title_starts = [start for start, _ in titles]

    def measure_of(self, offset: int) -> int:
        """Index of the measure, -1 inside a title and outside the words of measures."""
        title = bisect_right(self._title_starts, offset) - 1
        if title >= 0 and offset < self._titles[title][1]:
            return -1
        index = bisect_right(self._starts, offset) - 1
        stretch = self._outline.stretches[index]
        if index < 0 or stretch.zone not in _SPEAKING:
            return -1
        return self._outline.paragraphs[stretch.paragraph].measure
