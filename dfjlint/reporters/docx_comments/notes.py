"""What a comment says, and on which words of the plan it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dfjlint.messages import label, render
from dfjlint.model.plan import Zone
from dfjlint.model.report import DocumentReport, ObligationResult
from dfjlint.model.source import Span
from dfjlint.reporters.verdicts import ground, open_shortfalls
from dfjlint.reporters.wording import plain, reasons, summary_line, verdict


@dataclass(frozen=True, slots=True)
class Note:
    """A comment.

    Args:
        span: the words that it is about, in the text of the document.
        lines: its paragraphs.
    """

    span: Span
    lines: tuple[str, ...]


def notes_of(document: DocumentReport, lang: str) -> tuple[Note, ...]:
    """The comments on a plan, in the order of its words.

    One stands on the title: the summary, and the obligations that no word of the plan comes near to. Every
    other obligation that falls short has its own, on the words that fall short, or else on the nearest.
    """
    title = _title(document)
    notes = [
        Note(finding.span or title, (_finding(finding.id, plain(render(finding.message, lang)), lang),))
        for finding in document.findings
    ]
    nowhere = []
    for result in open_shortfalls(document):
        span = _span(result)
        if span is None:
            nowhere.append(result)
        else:
            notes.append(Note(span, tuple(_lines(result, lang))))
    first = Note(title, tuple(_about_all(document, nowhere, lang)))
    # The sort is stable: of comments on the same words the worst stays first.
    return tuple(sorted((first, *notes), key=lambda note: (note.span.start, note.span.end)))


def _about_all(document: DocumentReport, nowhere: list[ObligationResult], lang: str) -> Iterator[str]:
    yield label("comment-summary", lang, summary=summary_line(document.summary, lang))
    if nowhere:
        yield label("comment-nowhere", lang, count=len(nowhere))
    yield from (_head(result, lang) for result in nowhere)


def _span(result: ObligationResult) -> Span | None:
    """The words that a comment on an obligation stands on; None if it has none."""
    found = ground(result)
    if found:
        return found.span
    return next((near.evidence.span for near in result.nearest), None)


def _lines(result: ObligationResult, lang: str) -> Iterator[str]:
    yield _head(result, lang)
    yield from reasons(result, lang)
    if ground(result) is None:
        yield label("comment-nearest", lang, why=plain(render(result.nearest[0].why, lang)))
    if result.suggestion:
        yield label("comment-suggestion", lang, suggestion=plain(result.suggestion))


def _head(result: ObligationResult, lang: str) -> str:
    words = {"verdict": verdict(result, lang), "cite": result.cite, "quote": plain(result.quote), "id": result.id}
    return label("comment-head", lang, **words)


def _finding(name: str, text: str, lang: str) -> str:
    return label("comment-finding", lang, text=text, id=name)


def _title(document: DocumentReport) -> Span:
    """The words of the title, else the first words that are the plan's own, else the beginning."""
    zones = (Zone.TITLE, Zone.HEADING, Zone.PREAMBLE, Zone.MEASURE)
    found = (passage.span for zone in zones for passage in document.passages if passage.zone is zone)
    return next(found, Span(0, min(1, document.characters)))
