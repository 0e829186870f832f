"""Joins the parts of the HTML report: everything that its templates may show."""

from __future__ import annotations

from dataclasses import dataclass

from dfjlint.model.plan import Zone
from dfjlint.model.report import Disposition, DocumentReport, Message, PackView, Passage, Report
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.bars import Tally
from dfjlint.reporters.html_report.cards import Card, CardMaker
from dfjlint.reporters.html_report.conclusion import Conclusion, conclude
from dfjlint.reporters.html_report.matrix import Provision, Table, matrix_of, provisions_of
from dfjlint.reporters.html_report.measures import MeasureLink, Measures, measures_of
from dfjlint.reporters.html_report.plan_text import Group, PlanText, answered_by, touched_by
from dfjlint.reporters.html_report.units import Unit, units_of
from dfjlint.reporters.imprint import imprint_facts
from dfjlint.reporters.shown import one_line
from dfjlint.reporters.verdicts import applies

_BY_REFERENCE = "G09"


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document as the page shows it.

    Args:
        name: its title, or its path where it has none.
        script: value of the lang attribute for its words.
        statuses: id of each obligation → its status, for the chips that name it.
        not_applicable, by_reference, waived: cards that are listed on their own as well.
        beyond: measures that answer no obligation, each with the ids of those that it mentions.
        unread: page furniture: read, but not taken for a part of the plan.
    """

    number: int
    anchors: Anchors
    document: DocumentReport
    pack: PackView
    name: str
    script: str
    measures: Measures
    conclusion: Conclusion
    provisions: tuple[Provision, ...]
    matrix: tuple[Table, ...]
    groups: tuple[Group, ...]
    units: tuple[Unit, ...]
    statuses: dict[str, str]
    not_applicable: tuple[Card, ...]
    by_reference: tuple[Card, ...]
    waived: tuple[Card, ...]
    beyond: tuple[tuple[MeasureLink, tuple[str, ...]], ...]
    unread: tuple[Passage, ...]

    @property
    def href(self) -> str:
        """Where its part of the page begins."""
        return f"#{self.anchors.part('report')}"

    @property
    def facts(self) -> tuple[tuple[str, Message | str], ...]:
        """What it says of itself: key of the name, and the value."""
        return tuple(imprint_facts(self.document))

    @property
    def tally(self) -> Tally:
        """Its counts."""
        return self.conclusion.tally


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report as the page shows it.

    Args:
        home: name of the page that leads here; empty if there is none.
    """

    report: Report
    documents: tuple[DocumentView, ...]
    home: str = ""
    is_index: bool = False


def script_of(document: DocumentReport) -> str:
    """The value of the lang attribute for the words of a document."""
    return document.script if document.script in ("zh-Hans", "zh-Hant") else "zh"


def page_of(report: Report, home: str = "") -> Page:
    """The page of a report."""
    documents = tuple(_document(number, part, report) for number, part in enumerate(report.documents, start=1))
    return Page(report, documents, home)


def _document(number: int, document: DocumentReport, report: Report) -> DocumentView:
    anchors, pack = Anchors.of_document(number), report.pack_of(document)
    measures = measures_of(document, anchors)
    text = PlanText(document.passages, document.obligations)
    maker = CardMaker(anchors, measures, text, document.characters)
    cards = tuple(map(maker.card, document.obligations))
    provisions = provisions_of(cards, anchors, pack)
    answers, touched = answered_by(document.obligations), touched_by(document.obligations)
    return DocumentView(
        number=number,
        anchors=anchors,
        document=document,
        pack=pack,
        name=one_line(document.title) or document.path,
        script=script_of(document),
        measures=measures,
        conclusion=conclude(cards, pack),
        provisions=provisions,
        matrix=matrix_of(provisions, measures),
        groups=text.groups(anchors, measures),
        units=units_of(measures, touched),
        statuses={card.result.id: card.status for card in cards},
        not_applicable=tuple(card for card in cards if not applies(card.result)),
        by_reference=tuple(card for card in cards if _BY_REFERENCE in card.codes),
        waived=tuple(card for card in cards if card.result.disposition is not Disposition.OPEN),
        beyond=tuple(
            (measure, touched.get(measure.index, ())) for measure in measures.links if measure.index not in answers
        ),
        unread=tuple(passage for passage in document.passages if passage.zone is Zone.CHROME),
    )
