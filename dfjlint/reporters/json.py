"""The report as JSON, docs/report.schema.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from dfjlint.messages import render
from dfjlint.model.report import (
    DocumentReport,
    Evidence,
    Finding,
    Gap,
    MeasureView,
    Message,
    ObligationResult,
    PackView,
    Report,
    Summary,
)

Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None

SCHEMA = "dfjlint-report/1"


def render_json(report: Report, lang: str) -> bytes:
    """The whole report, UTF-8, two spaces of indent, keys in the order of the schema."""
    content: Json = {
        "schema": SCHEMA,
        "tool": {"name": "dfjlint", "version": report.tool_version},
        "packs": [_pack(pack) for pack in report.packs],
        "lang": lang,
        "documents": [_document(document, lang) for document in report.documents],
        "findings": [_finding(finding, lang) for finding in report.findings],
    }
    return json_bytes(content)


def _pack(pack: PackView) -> Json:
    return {
        "id": pack.id,
        "version": pack.version,
        "sha256": pack.sha256,
        "instrument": pack.instrument,
        "headings": [{"cite": cite, "title": title} for cite, title in pack.headings],
    }


def json_bytes(content: Json) -> bytes:
    """JSON as every report of this kind is written; half a surrogate pair, as odd file names have, is escaped."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _document(document: DocumentReport, lang: str) -> Json:
    return {
        "path": document.path,
        "pack": document.pack,
        "sha256": document.sha256,
        "readable": document.readable,
        "characters": document.characters,
        "script": document.script,
        "title": document.title,
        "issuer": document.issuer,
        "level": document.level,
        "number": document.imprint.number,
        "date": document.imprint.date,
        "horizon": list(document.imprint.horizon) if document.imprint.horizon else None,
        "draft": document.imprint.draft,
        "cited": [
            {
                "title": entry.title,
                "start": entry.span.start,
                "end": entry.span.end,
                "locator": entry.locator,
                "times": entry.times,
            }
            for entry in document.cited
        ],
        "measures": len(document.measures),
        "summary": summary_json(document.summary),
        "obligations": [_obligation(result, lang) for result in document.obligations],
        "findings": [_finding(finding, lang) for finding in document.findings],
        "measure_list": [_measure(measure) for measure in document.measures],
        "passages": [
            {
                "start": passage.span.start,
                "end": passage.span.end,
                "text": passage.text,
                "zone": passage.zone.value,
                "measure": passage.measure,
                "locator": passage.locator,
            }
            for passage in document.passages
        ],
        "line_starts": list(document.line_starts),
        "parts": [
            {"path": part.path, "sha256": part.sha256, "offset": part.offset, "characters": part.characters}
            for part in document.parts
        ],
    }


def summary_json(summary: Summary) -> Json:
    """The counts of a document."""
    return {
        "applicable": summary.applicable,
        "covered": summary.covered,
        "partial": summary.partial,
        "missing": summary.missing,
        "contradicted": summary.contradicted,
        "undetermined": summary.undetermined,
        "not_applicable": summary.not_applicable,
    }


def _obligation(result: ObligationResult, lang: str) -> Json:
    return {
        "id": result.id,
        "cite": result.cite,
        "quote": result.quote,
        "modality": result.modality,
        "addressee": result.addressee,
        "kind": result.kind,
        "applicability": result.applicability.value,
        "applicability_reason": render(result.applicability_reason, lang),
        "applicability_message": _message(result.applicability_reason),
        "coverage": result.coverage.value,
        "disposition": result.disposition.value,
        "disposition_reason": render(result.disposition_reason, lang) if result.disposition_reason else "",
        "disposition_message": _message(result.disposition_reason) if result.disposition_reason else None,
        "severity": result.severity.value,
        "gap_codes": list(dict.fromkeys(gap.code for gap in result.gaps)),
        "gaps": [_gap(gap, lang) for gap in result.gaps],
        "elements": [
            {
                "name": element.name,
                "status": element.status.value,
                "evidence": [evidence_json(evidence) for evidence in element.evidence],
                "also": [
                    {"start": spot.span.start, "end": spot.span.end, "measure": spot.measure} for spot in element.also
                ],
            }
            for element in result.elements
        ],
        "nearest": [
            {**evidence_json(near.evidence), "why": render(near.why, lang), "message": _message(near.why)}
            for near in result.nearest
        ],
        "suggestion": result.suggestion,
    }


def _gap(gap: Gap, lang: str) -> Json:
    return {
        "code": gap.code,
        "text": render(gap.message, lang),
        "message": _message(gap.message),
        "instrument_words": gap.instrument_words,
        "evidence": evidence_json(gap.evidence) if gap.evidence else None,
    }


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """Words of the plan with their place."""
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "locator": evidence.locator,
        "marks": [[mark.start, mark.end] for mark in evidence.marks],
        "measure": evidence.measure,
        "path": evidence.path,
    }


def _finding(finding: Finding, lang: str) -> Json:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "message": render(finding.message, lang),
        "message_key": _message(finding.message),
        "start": finding.span.start if finding.span else 0,
        "end": finding.span.end if finding.span else 0,
        "locator": finding.locator,
    }


def _measure(measure: MeasureView) -> Json:
    return {
        "label": measure.label,
        "title": measure.title,
        "start": measure.span.start,
        "end": measure.span.end,
        "owners": [
            {
                "name": owner.name,
                "role": owner.role.value,
                "level": owner.level,
                "start": owner.span.start,
                "end": owner.span.end,
            }
            for owner in measure.owners
        ],
        "deadlines": list(measure.deadlines),
        "quantities": list(measure.quantities),
    }


def _message(message: Message) -> Json:
    return {"key": message.key, "values": dict(message.values)}
