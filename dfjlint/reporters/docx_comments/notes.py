"""What a comment says, and on which words of the plan it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dfjlint.messages import label, render
from dfjlint.model.plan import Zone
from dfjlint.model.report import DocumentReport, ObligationResult
from dfjlint.model.source import Span
from dfjlint.reporters.verdicts import main_evidence, open_shortfalls
from dfjlint.reporters.wording import plain, sentence, summary_line


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
    """One comment for each stretch of words that a shortfall points at, in the order of the plan.

    On the title stand the summary, what must be known of the plan as a whole, and the obligations that no
    word of the plan comes near to.
    """
    title = _title(document)
    lines: dict[Span, list[str]] = defaultdict(list)
    lines[title].append(summary_line(document.summary, lang))
    for finding in document.findings:
        lines[finding.span or title].append(f"{finding.id} {plain(render(finding.message, lang))}")
    for result in open_shortfalls(document):
        found = main_evidence(result)
        lines[found.span if found else title] += _lines(result, lang)
    spans = sorted(lines, key=lambda span: (span.start, span.end))
    return tuple(Note(span, tuple(lines[span])) for span in spans)


def _lines(result: ObligationResult, lang: str) -> list[str]:
    lines = [f"{result.id} {sentence(result, lang)}"]
    if result.suggestion:
        lines.append(f"{label('label-suggestion', lang)}: {plain(result.suggestion)}")
    return lines


def _title(document: DocumentReport) -> Span:
    """The words of the title, else the first words that are the plan's own, else the beginning."""
    zones = (Zone.TITLE, Zone.HEADING, Zone.PREAMBLE, Zone.MEASURE)
    found = (passage.span for zone in zones for passage in document.passages if passage.zone is zone)
    return next(found, Span(0, min(1, document.characters)))
