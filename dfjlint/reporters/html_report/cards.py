"""The card of an obligation: what the provision asks beside what the plan answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dfjlint.model.report import (
    Coverage,
    ElementResult,
    Evidence,
    Message,
    Nearest,
    ObligationResult,
    Status,
)
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.measures import MeasureLink, Measures, named_measures
from dfjlint.reporters.html_report.plan_text import PlanText
from dfjlint.reporters.shown import Piece, cut, pieces_of
from dfjlint.reporters.verdicts import applies

NOT_APPLICABLE = "not-applicable"
#: Worst first, for sorting.
RANKS = (
    Coverage.CONTRADICTED.value,
    Coverage.MISSING.value,
    Coverage.PARTIAL.value,
    Coverage.UNDETERMINED.value,
    Coverage.COVERED.value,
    NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the plan with a link to where they stand in its text.

    Args:
        target: id of the passage; empty if the text is not on the page.
        start, end: in the source.
        why: why they do not answer; None where they do.
    """

    pieces: tuple[Piece, ...]
    locator: str
    target: str
    start: int
    end: int
    measure: MeasureLink | None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class SpotLink:
    """A place of the plan by its number: label and end in the source as for a quote, title of its measure."""

    label: str
    title: str
    target: str
    end: int


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element with the words of the plan for it.

    Args:
        sole: True if one place of one measure is all that answers it; every fifth of these is wrong (docs/accuracy.md).
        also: further places, one for each measure or paragraph that no quote stands in.
    """

    name: str
    status: str
    sole: bool
    quotes: tuple[Quote, ...]
    also: tuple[SpotLink, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """One gap with the words that fall short.

    Args:
        repeated: True if an element of the same obligation shows these words already.
    """

    code: str
    message: Message
    quote: Quote | None
    repeated: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one obligation.

    Args:
        result: the obligation itself, for what is shown as it stands.
        status: its coverage, or "not-applicable".
        quote: the provision's words, those of its elements told apart.
        chapter: the part of the provision before its first bracket.
        rank: position in RANKS.
        place: where in the plan its first evidence begins; after everything if there is none.
        nearest: what comes near an element that nothing in the plan mentions.
    """

    result: ObligationResult
    anchor: str
    status: str
    quote: tuple[Piece, ...]
    chapter: str
    codes: tuple[str, ...]
    gaps: tuple[GapView, ...]
    elements: tuple[ElementView, ...]
    nearest: tuple[Quote, ...]
    measures: tuple[int, ...]
    units: tuple[int, ...]
    rank: int
    place: int


class CardMaker:
    """Makes the cards of one document.

    Args:
        text: of the plan, as the page shows it.
        length: of the plan in characters.
    """

    def __init__(self, anchors: Anchors, measures: Measures, text: PlanText, length: int) -> None:
        self._anchors = anchors
        self._measures = measures
        self._text = text
        self._length = length

    def card(self, result: ObligationResult) -> Card:
        """The card of an obligation."""
        status = result.coverage.value if applies(result) else NOT_APPLICABLE
        numbers = named_measures(result)
        bodies = {body.unit for number in numbers for body in self._measures.links[number].bodies}
        starts = [found.span.start for element in result.elements for found in element.evidence[:1]]
        return Card(
            result=result,
            anchor=self._anchors.obligation(result.id),
            status=status,
            quote=_provision(result),
            chapter=chapter_of(result.cite),
            codes=tuple(dict.fromkeys(gap.code for gap in result.gaps)),
            gaps=tuple(self._gaps(result)),
            elements=tuple(self._element(element, result.nearest) for element in result.elements),
            nearest=tuple(self._nearest(result)),
            measures=numbers,
            units=tuple(sorted(bodies)),
            rank=RANKS.index(status),
            place=min(starts, default=self._length),
        )

    def quote(self, evidence: Evidence, why: Message | None = None) -> Quote:
        """An evidence as the page shows it."""
        start = evidence.span.start
        return Quote(
            pieces=pieces_of(evidence),
            locator=evidence.locator,
            target=self._anchors.text(start) if start in self._text.starts else "",
            start=start,
            end=evidence.span.end,
            measure=self._measures.link(evidence.measure),
            why=why,
        )

    def _element(self, element: ElementResult, nearest: Sequence[Nearest]) -> ElementView:
        short = element.status is not Status.ADDRESSED
        whys = {near.evidence.span: near.why for near in nearest} if short else {}
        quotes = tuple(self.quote(found, whys.get(found.span)) for found in element.evidence)
        sole = not short and len(element.spots) == len(element.measures) == 1
        return ElementView(element.name, element.status.value, sole, quotes, tuple(self._also(element)))

    def _also(self, element: ElementResult) -> Iterator[SpotLink]:
        seen = {found.measure if found.measure >= 0 else found.locator for found in element.evidence}
        for spot in element.also:
            measure = self._measures.link(spot.measure)
            start = spot.span.start
            label = measure.label if measure else self._text.locator(start)
            key = spot.measure if measure else label
            if key not in seen:
                seen.add(key)
                target = self._anchors.text(start) if start in self._text.starts else ""
                yield SpotLink(label, measure.title if measure else "", target, spot.span.end)

    def _nearest(self, result: ObligationResult) -> Iterator[Quote]:
        """The nearest text that no element shows already, each place once."""
        seen = {
            found.span
            for element in result.elements
            if element.status is not Status.ADDRESSED
            for found in element.evidence
        }
        for near in result.nearest:
            if near.evidence.span not in seen:
                seen.add(near.evidence.span)
                yield self.quote(near.evidence, near.why)

    def _gaps(self, result: ObligationResult) -> Iterator[GapView]:
        seen = {found.span for element in result.elements for found in element.evidence}
        for gap in result.gaps:
            quote = self.quote(gap.evidence) if gap.evidence else None
            repeated = gap.evidence is not None and gap.evidence.span in seen
            yield GapView(gap.code, gap.message, quote, repeated)


def chapter_of(cite: str) -> str:
    """The chapter of a provision: 二 for 二(二); the provision itself where it is not divided."""
    return cite.partition("(")[0].partition("（")[0] or cite


def _provision(result: ObligationResult) -> tuple[Piece, ...]:
    """The quotation of the provision, with the names of its elements told apart where it has them."""
    words = {element.name: element.status is Status.ADDRESSED for element in result.elements}
    words |= {gap.instrument_words: False for gap in result.gaps if gap.instrument_words}
    ranges = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        start = result.quote.find(word)
        if start >= 0 and word != result.quote:
            ranges.append((start, start + len(word), "met" if words[word] else "unmet"))
    return cut(result.quote, ranges)
