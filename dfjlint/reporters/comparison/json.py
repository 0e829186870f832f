"""A comparison as JSON, docs/comparison.schema.json."""

from __future__ import annotations

from dfjlint.model.report import Report
from dfjlint.reporters.comparison.model import Change, Comparison, DocumentComparison, ElementChange
from dfjlint.reporters.json import Json, evidence_json, json_bytes, summary_json

SCHEMA = "dfjlint-comparison/1"


def render_json(comparison: Comparison, lang: str) -> bytes:
    """The whole comparison, UTF-8, two spaces of indent, keys in the order of the schema."""
    content: Json = {
        "schema": SCHEMA,
        "lang": lang,
        "old": _report(comparison.old),
        "new": _report(comparison.new),
        "documents": [_document(document) for document in comparison.documents],
        "only_old": list(comparison.only_old),
        "only_new": list(comparison.only_new),
        "unread": list(comparison.unread),
    }
    return json_bytes(content)


def _report(report: Report) -> Json:
    return {
        "tool_version": report.tool_version,
        "packs": [{"id": pack.id, "version": pack.version, "sha256": pack.sha256} for pack in report.packs],
    }


def _document(document: DocumentComparison) -> Json:
    return {
        "pack": document.pack,
        "old_path": document.old_path,
        "new_path": document.new_path,
        "old_title": document.old_title,
        "new_title": document.new_title,
        "before": summary_json(document.before),
        "after": summary_json(document.after),
        "lost": [_change(change) for change in document.lost],
        "gained": [_change(change) for change in document.gained],
        "moved": [_change(change) for change in document.moved],
        "rescoped": [_change(change) for change in document.rescoped],
    }


def _change(change: Change) -> Json:
    return {
        "id": change.id,
        "cite": change.cite,
        "quote": change.quote,
        "before": change.before,
        "after": change.after,
        "lost": [_element(element) for element in change.lost],
        "gained": [_element(element) for element in change.gained],
        "moved": [
            {"name": move.name, "old": evidence_json(move.old), "new": evidence_json(move.new)} for move in change.moved
        ],
        "new_codes": list(change.new_codes),
        "gone_codes": list(change.gone_codes),
    }


def _element(element: ElementChange) -> Json:
    return {
        "name": element.name,
        "before": element.before.value,
        "after": element.after.value,
        "old": evidence_json(element.old) if element.old else None,
        "new": evidence_json(element.new) if element.new else None,
    }
