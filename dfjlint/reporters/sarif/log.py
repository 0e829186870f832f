"""The SARIF log: one run for each rule pack of a report."""

from __future__ import annotations

from dfjlint.messages import label
from dfjlint.model.report import Report
from dfjlint.reporters.files import clean_path, files_of
from dfjlint.reporters.json import Json, json_bytes
from dfjlint.reporters.sarif.places import ROOT, artifact_location
from dfjlint.reporters.sarif.results import Results, kind, notification
from dfjlint.reporters.sarif.rules import (
    finding_rule,
    notices_of,
    obligation_rule,
    obligations_of,
    results_of,
    supported_taxonomy,
    taxonomy,
)

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# SARIF takes a language and a region, no script.
_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
_SHOWN = ("fail", "open")


def render_sarif(report: Report, lang: str) -> bytes:
    """What falls short, and what could not be judged or read."""
    return _log(report, lang, everything=False)


def render_sarif_all(report: Report, lang: str) -> bytes:
    """The verdict on every obligation: passes and what does not apply as well."""
    return _log(report, lang, everything=True)


def _log(report: Report, lang: str, everything: bool) -> bytes:
    runs = [_run(part, lang, everything) for part in report.by_pack()]
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": runs}
    return json_bytes(log)


def _run(report: Report, lang: str, everything: bool) -> Json:
    """The run over the documents of a report on one pack."""
    artifacts, pack = _artifacts(report), report.packs[0]
    indexes = {path: index for index, path in enumerate(artifacts)}
    return {
        "tool": {"driver": _driver(report, lang)},
        "invocations": [_invocation(report, indexes, lang)],
        "automationDetails": {"id": f"dfjlint/{pack.id}/"},
        "language": _LANGUAGES[lang],
        "originalUriBaseIds": {ROOT: {"description": {"text": label("sarif-root", lang)}}},
        "artifacts": [
            {
                "location": artifact_location(path, indexes),
                "roles": ["analysisTarget"],
                "hashes": {"sha-256": sha256},
            }
            for path, sha256 in artifacts.items()
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": _results(report, indexes, lang, everything),
        "taxonomies": [taxonomy(report, lang)],
        "properties": {
            "pack": pack.id,
            "packVersion": pack.version,
            "packSha256": pack.sha256,
            "instrument": pack.instrument,
        },
    }


def _driver(report: Report, lang: str) -> Json:
    return {
        "name": "dfjlint",
        "version": report.tool_version,
        "semanticVersion": report.tool_version,
        "language": _LANGUAGES[lang],
        "rules": [
            *(obligation_rule(result, report, lang) for result in obligations_of(report)),
            *(finding_rule(finding, lang) for finding in results_of(report)),
        ],
        "notifications": [finding_rule(finding, lang) for finding in notices_of(report)],
        "supportedTaxonomies": [supported_taxonomy()],
    }


def _artifacts(report: Report) -> dict[str, str]:
    """Path → hash of every file, each once."""
    return {clean_path(file.path): file.sha256 for document in report.documents for file in files_of(document)}


def _invocation(report: Report, artifacts: dict[str, int], lang: str) -> Json:
    notices = {finding.id: index for index, finding in enumerate(notices_of(report))}
    unread = [
        Results(document, artifacts, notices, lang).notification(finding)
        for document in report.documents
        if not document.readable
        for finding in document.findings
    ]
    return {
        "executionSuccessful": not unread,
        "toolExecutionNotifications": unread,
        "toolConfigurationNotifications": [notification(finding, notices, lang) for finding in report.findings],
    }


def _results(report: Report, artifacts: dict[str, int], lang: str, everything: bool) -> Json:
    ids = [result.id for result in obligations_of(report)] + [finding.id for finding in results_of(report)]
    rules = {id: index for index, id in enumerate(ids)}
    made = []
    for document in report.documents:
        if document.readable:
            results = Results(document, artifacts, rules, lang)
            made += [results.finding(finding) for finding in document.findings]
            made += [
                results.obligation(result) for result in document.obligations if everything or kind(result) in _SHOWN
            ]
    return made
