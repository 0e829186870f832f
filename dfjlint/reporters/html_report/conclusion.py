"""The conclusion on one plan: counts, counts by chapter, and what to do first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dfjlint.model.report import Coverage, PackView, Status
from dfjlint.reporters.html_report.bars import Tally, tally
from dfjlint.reporters.html_report.cards import Card
from dfjlint.reporters.verdicts import applies

_FIRST = 8
# 應當 weighs more than a bare imperative, and that more than an encouragement.
_MODALITIES = ("shall", "target", "directive", "encourage")
_URGENT = (Coverage.CONTRADICTED, Coverage.MISSING, Coverage.PARTIAL, Coverage.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the instrument with its counts; the title may be empty."""

    name: str
    title: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class CodeCount:
    """A gap code with the number of obligations that have it."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a reader who reads one page must know.

    Args:
        elements: of the obligations that apply; `addressed` of them are answered.
        short: covered obligations that still have a gap (a weaker verb, a missing owner).
        codes: gap codes that occur, in their order.
        first: what to do first, most urgent first.
        later: how many more obligations are not covered.
    """

    tally: Tally
    elements: int
    addressed: int
    short: tuple[Card, ...]
    chapters: tuple[Chapter, ...]
    codes: tuple[CodeCount, ...]
    first: tuple[Card, ...]
    later: int


def conclude(cards: Sequence[Card], pack: PackView) -> Conclusion:
    """The conclusion from the cards of a plan."""
    judged = [card for card in cards if applies(card.result)]
    elements = [element for card in judged for element in card.result.elements]
    open_cards = sorted((card for card in judged if card.result.coverage in _URGENT), key=_urgency)
    return Conclusion(
        tally=tally(card.result for card in cards),
        elements=len(elements),
        addressed=sum(element.status is Status.ADDRESSED for element in elements),
        short=tuple(card for card in judged if card.result.coverage is Coverage.COVERED and card.gaps),
        chapters=_chapters(cards, pack),
        codes=tuple(_codes(judged)),
        first=tuple(open_cards[:_FIRST]),
        later=len(open_cards[_FIRST:]),
    )


def _urgency(card: Card) -> tuple[int, int]:
    """Worst coverage first, then the strongest modality; the sort keeps the order of the provisions."""
    modality = card.result.modality
    weight = _MODALITIES.index(modality) if modality in _MODALITIES else len(_MODALITIES)
    return _URGENT.index(card.result.coverage), weight


def _codes(cards: Sequence[Card]) -> Iterator[CodeCount]:
    for code in sorted({code for card in cards for code in card.codes}):
        yield CodeCount(code, sum(code in card.codes for card in cards))


def _chapters(cards: Sequence[Card], pack: PackView) -> tuple[Chapter, ...]:
    groups: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        groups[card.chapter].append(card)
    return tuple(
        Chapter(name, pack.heading(name), tally(card.result for card in group)) for name, group in groups.items()
    )
