"""Outlines put together by hand: one paragraph for each part."""

from __future__ import annotations

from array import array

from dfjlint.model.plan import ClauseFacts, Measure, Outline, Paragraph, Section, Stretch, Zone
from dfjlint.model.text import NormalisedText, Script
from dfjlint.nlp.clauses import split_clauses
from dfjlint.nlp.stance import ClauseReader


def outline_of(*parts: str | tuple[Zone, str], title: str = "", cut: bool = False) -> Outline:
    """Parts become paragraphs; a bare string is one of measure 0.

    Args:
        cut: all parts are stretches of a single paragraph.
    """
    typed = [(Zone.MEASURE, part) if isinstance(part, str) else part for part in parts]
    paragraphs: list[Paragraph] = []
    stretches: list[Stretch] = []
    offset = 0
    for zone, words in typed:
        end = offset + len(words)
        if not (cut and paragraphs):
            paragraphs.append(Paragraph(offset, end, zone, 0, 0, "一、第1段"))
        stretches.append(Stretch(offset, end, zone, len(paragraphs) - 1))
        offset = end if cut else end + 1
    text = ("" if cut else "\n").join(words for _, words in typed)
    return Outline(
        text=identity(text),
        sections=(Section(0, -1, 1, "一、", "", 0, 0),),
        measures=(Measure(0, 0, "一", "", 0, len(text)),),
        paragraphs=tuple(paragraphs),
        stretches=tuple(stretches),
        title=title,
        issuer="",
        script=Script.HANS,
    )


def identity(text: str) -> NormalisedText:
    """Text that is its own source."""
    return NormalisedText(text, array("l", range(len(text))), array("l", range(1, len(text) + 1)))


def read_all(text: str, zone: Zone = Zone.MEASURE) -> list[ClauseFacts]:
    """The facts of every clause of one paragraph."""
    outline = outline_of((zone, text))
    clauses = split_clauses(outline)
    reader = ClauseReader(text, clauses)
    return [reader(clause.index) for clause in clauses]


def read(text: str, zone: Zone = Zone.MEASURE) -> ClauseFacts:
    """The facts of the last clause of one paragraph."""
    return read_all(text, zone)[-1]
