"""What is kept of a document: a row for each obligation, flat enough for any tool that reads Parquet."""

from __future__ import annotations

import json
from dataclasses import dataclass

from dfjlint.corpus.documents import Document
from dfjlint.model.report import DocumentReport, Gap, Message, Nearest, ObligationResult

QUOTE = 300
"""Code points of a quotation that are kept."""
_NEAREST = 2


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element with its best evidence; empty where there is none."""

    name: str
    status: str
    quote: str
    locator: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap: code, message of the catalogue as JSON, the words of the plan that fall short."""

    code: str
    message: str
    quote: str
    locator: str


@dataclass(frozen=True, slots=True)
class NearestRow:
    """Words that come near, and why they do not answer, as JSON."""

    quote: str
    locator: str
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """One obligation of one document; a document without a verdict is one row without an obligation.

    Args:
        key: of the document.
        failure: empty; or unreadable, failed, died, time-limit.
        failure_message: why, a message of the catalogue as JSON.
        title, issuer: as read from the document, or as the manifest has the issuer.
    """

    key: str
    document: str
    sha256: str
    failure: str
    failure_message: str
    characters: int
    script: str
    title: str
    issuer: str
    obligation: str = ""
    applicability: str = ""
    coverage: str = ""
    disposition: str = ""
    gaps: tuple[GapRow, ...] = ()
    elements: tuple[ElementRow, ...] = ()
    nearest: tuple[NearestRow, ...] = ()


def rows_of(document: Document, report: DocumentReport) -> tuple[Row, ...]:
    """The rows of a document that was checked."""
    if not report.readable:
        finding = report.findings[0]
        failure = "unreadable" if finding.id == "DFJ001" else "failed"
        return (failed_row(document, failure, finding.message, report.sha256),)
    return tuple(_row(document, report, result) for result in report.obligations)


def failed_row(document: Document, failure: str, message: Message, sha256: str = "") -> Row:
    """The row of a document without a verdict."""
    return Row(
        key=document.key,
        document=document.name,
        sha256=sha256,
        failure=failure,
        failure_message=dump_message(message),
        characters=0,
        script="",
        title="",
        issuer=document.issuer,
    )


def dump_message(message: Message) -> str:
    """A message as JSON, to be said in any language later."""
    return json.dumps([message.key, *message.values], ensure_ascii=False, separators=(",", ":"))


def load_message(text: str) -> Message:
    """The message that was dumped."""
    key, *values = json.loads(text)
    return Message(key, tuple((str(name), str(value)) for name, value in values))


def _row(document: Document, report: DocumentReport, result: ObligationResult) -> Row:
    return Row(
        key=document.key,
        document=document.name,
        sha256=report.sha256,
        failure="",
        failure_message="",
        characters=report.characters,
        script=report.script,
        title=" ".join(report.title.split()),
        issuer=report.issuer,
        obligation=result.id,
        applicability=result.applicability.value,
        coverage=result.coverage.value,
        disposition=result.disposition.value,
        gaps=tuple(_gap(gap) for gap in result.gaps),
        elements=tuple(
            ElementRow(
                element.name,
                element.status.value,
                element.evidence[0].quote[:QUOTE] if element.evidence else "",
                element.evidence[0].locator if element.evidence else "",
            )
            for element in result.elements
        ),
        nearest=tuple(map(_nearest, result.nearest[:_NEAREST])),
    )


def _gap(gap: Gap) -> GapRow:
    quote, locator = (gap.evidence.quote[:QUOTE], gap.evidence.locator) if gap.evidence else ("", "")
    return GapRow(gap.code, dump_message(gap.message), quote, locator)


def _nearest(near: Nearest) -> NearestRow:
    return NearestRow(near.evidence.quote[:QUOTE], near.evidence.locator, dump_message(near.why))
