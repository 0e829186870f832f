"""Reads a report that was saved as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dfjlint.errors import UsageError
from dfjlint.messages import render
from dfjlint.model.plan import Imprint, Owner
from dfjlint.model.report import (
    Cited,
    DocumentReport,
    ElementResult,
    Evidence,
    Finding,
    Gap,
    MeasureView,
    Message,
    Nearest,
    ObligationResult,
    PackView,
    Part,
    Passage,
    Report,
    Spot,
    Summary,
)
from dfjlint.model.source import Span
from dfjlint.reporters import json_shape as shape
from dfjlint.reporters.json import SCHEMA

_HINT = "give a file that was written with: dfjlint check PLAN --output-format json:FILE"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report, and the language that it was saved in."""

    report: Report
    lang: str


def read_json(data: bytes, where: str) -> SavedReport:
    """The report in the bytes of a JSON file: render_json of it gives the same bytes again.

    Args:
        where: name of the file, for errors.

    Raises:
        UsageError: if it is no report, one of another version, or one that does not fit together.
    """
    data = data.removeprefix(_BOM)
    _check_schema(data, where)
    try:
        saved = shape.ReportShape.model_validate_json(data)
    except ValidationError as error:
        raise UsageError(_fault(error.errors(include_url=False)[0]), where, _HINT) from error
    try:
        report = _report(saved)
        _check_packs(report)
        _check_messages(report, saved.lang)
    except ValueError as error:
        raise UsageError(f"the report does not fit together: {error}", where, _HINT) from error
    return SavedReport(report, saved.lang)


def _check_schema(data: bytes, where: str) -> None:
    """Tell another version from a file that is no report, before saying what is wrong in it."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UsageError("this is not a JSON file", where, _HINT) from error
    schema = content.get("schema") if isinstance(content, dict) else None
    if not isinstance(schema, str) or not schema.startswith("dfjlint-"):
        raise UsageError("this is not a report of dfjlint", where, _HINT)
    if schema != SCHEMA:
        raise UsageError(f"this version reads {SCHEMA}, the file is {schema}", where, "check the plan again")


def _fault(error: ErrorDetails) -> str:
    field = ".".join(map(str, error["loc"]))
    return f"field {field}: {error['msg']}" if field else error["msg"]


def _report(saved: shape.ReportShape) -> Report:
    return Report(
        tool_version=saved.tool.version,
        packs=tuple(map(_pack, saved.packs)),
        documents=tuple(map(_document, saved.documents)),
        findings=tuple(map(_finding, saved.findings)),
    )


def _pack(saved: shape.PackShape) -> PackView:
    headings = tuple((entry.cite, entry.title) for entry in saved.headings)
    return PackView(saved.id, saved.version, saved.sha256, saved.instrument, headings)


def _document(saved: shape.DocumentShape) -> DocumentReport:
    if saved.measures != len(saved.measure_list):
        raise ValueError(f"{saved.path} has {len(saved.measure_list)} measures, not {saved.measures}")
    document = DocumentReport(
        path=saved.path,
        pack=saved.pack,
        sha256=saved.sha256,
        readable=saved.readable,
        characters=saved.characters,
        script=str(saved.script),
        title=saved.title,
        issuer=saved.issuer,
        summary=Summary(**saved.summary.model_dump()),
        obligations=tuple(map(_obligation, saved.obligations)),
        findings=tuple(map(_finding, saved.findings)),
        measures=tuple(_measure(index, measure) for index, measure in enumerate(saved.measure_list)),
        passages=tuple(
            Passage(Span(entry.start, entry.end), entry.text, entry.zone, entry.measure, entry.locator)
            for entry in saved.passages
        ),
        line_starts=tuple(saved.line_starts),
        parts=tuple(Part(part.path, part.sha256, part.offset, part.characters) for part in saved.parts),
        level=saved.level,
        imprint=Imprint(saved.number, saved.date, _horizon(saved.horizon), saved.draft),
        cited=tuple(
            Cited(entry.title, Span(entry.start, entry.end), entry.locator, entry.times) for entry in saved.cited
        ),
    )
    _check_measures(document)
    if list(document.line_starts) != sorted(set(document.line_starts)):
        raise ValueError(f"the lines of {saved.path} are out of order")
    return document


def _horizon(saved: list[int] | None) -> tuple[int, int] | None:
    return (saved[0], saved[1]) if saved else None


def _obligation(saved: shape.ObligationShape) -> ObligationResult:
    return ObligationResult(
        id=saved.id,
        cite=saved.cite,
        quote=saved.quote,
        modality=saved.modality.value,
        addressee=saved.addressee,
        kind=saved.kind.value,
        applicability=saved.applicability,
        applicability_reason=_message(saved.applicability_message),
        coverage=saved.coverage,
        disposition=saved.disposition,
        gaps=tuple(
            Gap(
                gap.code,
                _message(gap.message),
                gap.instrument_words,
                _evidence(gap.evidence) if gap.evidence else None,
            )
            for gap in saved.gaps
        ),
        elements=tuple(
            ElementResult(
                element.name,
                element.status,
                tuple(map(_evidence, element.evidence)),
                tuple(Spot(Span(spot.start, spot.end), spot.measure) for spot in element.also),
            )
            for element in saved.elements
        ),
        nearest=tuple(Nearest(_evidence(near), _message(near.message)) for near in saved.nearest),
        suggestion=saved.suggestion,
        severity=saved.severity,
        disposition_reason=_message(saved.disposition_message) if saved.disposition_message else None,
    )


def _evidence(saved: shape.EvidenceShape) -> Evidence:
    marks = tuple(Span(start, end) for start, end in saved.marks)
    return Evidence(Span(saved.start, saved.end), saved.quote, saved.locator, marks, saved.measure, saved.path)


def _finding(saved: shape.FindingShape) -> Finding:
    span = Span(saved.start, saved.end) if saved.start or saved.end else None
    return Finding(saved.id, saved.severity, _message(saved.message_key), span, saved.locator)


def _measure(index: int, saved: shape.MeasureShape) -> MeasureView:
    return MeasureView(
        index=index,
        label=saved.label,
        title=saved.title,
        span=Span(saved.start, saved.end),
        owners=tuple(
            Owner(owner.name, owner.role, owner.level, Span(owner.start, owner.end)) for owner in saved.owners
        ),
        deadlines=tuple(saved.deadlines),
        quantities=tuple(saved.quantities),
    )


def _message(saved: shape.MessageShape) -> Message:
    return Message(saved.key, tuple(saved.values.items()))


def _check_packs(report: Report) -> None:
    """Every plan with a verdict was checked against a pack that the report has.

    Raises:
        ValueError: if one was not.
    """
    known = {pack.id for pack in report.packs}
    for document in report.documents:
        if document.readable and document.pack not in known:
            raise ValueError(f"{document.path} was checked against {document.pack or 'nothing'}")


def _check_measures(document: DocumentReport) -> None:
    """Every measure that something points to exists.

    Raises:
        ValueError: if one does not.
    """
    places = [passage.measure for passage in document.passages]
    places += [evidence.measure for result in document.obligations for evidence in _all_evidence(result)]
    places += [spot.measure for result in document.obligations for entry in result.elements for spot in entry.also]
    if places and max(places) >= len(document.measures):
        raise ValueError(f"{document.path} has no measure {max(places)}")


def _all_evidence(result: ObligationResult) -> Iterator[Evidence]:
    for element in result.elements:
        yield from element.evidence
    yield from (near.evidence for near in result.nearest)
    yield from (gap.evidence for gap in result.gaps if gap.evidence)


def _check_messages(report: Report, lang: str) -> None:
    """Every message can be rendered.

    Raises:
        ValueError: if the catalogue does not have one, or a value it asks for is missing.
    """
    for message in _messages(report):
        try:
            render(message, lang)
        except KeyError as error:
            raise ValueError(f"message {message.key} needs {error}") from error


def _messages(report: Report) -> Iterator[Message]:
    yield from _of_findings(report.findings)
    for document in report.documents:
        yield from _of_findings(document.findings)
        for result in document.obligations:
            yield result.applicability_reason
            yield Message(f"addressee-{result.addressee}")
            yield from (gap.message for gap in result.gaps)
            yield from (near.why for near in result.nearest)
            if result.disposition_reason:
                yield result.disposition_reason


def _of_findings(findings: Sequence[Finding]) -> Iterator[Message]:
    return (finding.message for finding in findings)
