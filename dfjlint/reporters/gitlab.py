"""The report as GitLab code quality: one entry for each gap that is open, shown in merge requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dfjlint.messages import render
from dfjlint.model.report import Coverage, DocumentReport, Finding, ObligationResult, Report, Severity
from dfjlint.reporters import fingerprints
from dfjlint.reporters.files import FilePlace, file_place, finding_place
from dfjlint.reporters.json import Json, json_bytes
from dfjlint.reporters.verdicts import main_evidence, open_shortfalls
from dfjlint.reporters.wording import plain, sentence

_COVERAGES = {
    Coverage.CONTRADICTED: "critical",
    Coverage.MISSING: "major",
    Coverage.PARTIAL: "minor",
    Coverage.UNDETERMINED: "info",
    Coverage.COVERED: "info",
}
_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_gitlab(report: Report, lang: str) -> bytes:
    """A JSON list; every fingerprint in it is unique, and stays when lines are inserted elsewhere."""
    entries: list[Json] = []
    seen: dict[str, int] = {}
    for entry in _all(report, lang):
        fingerprint = str(entry["fingerprint"])
        seen[fingerprint] = seen.get(fingerprint, 0) + 1
        if seen[fingerprint] > 1:
            entry = {**entry, "fingerprint": f"{fingerprint}-{seen[fingerprint]}"}
        entries.append(entry)
    return json_bytes(entries)


def _all(report: Report, lang: str) -> Iterator[Mapping[str, Json]]:
    for document in report.documents:
        yield from _entries(document, lang)
    for finding in report.findings:
        # GitLab asks for a file; what is wrong beside the plans is shown at the first of them.
        for document in report.documents[:1]:
            yield _finding(finding, document, lang)


def _entries(document: DocumentReport, lang: str) -> Iterator[Mapping[str, Json]]:
    for finding in document.findings:
        yield _finding(finding, document, lang)
    for result in open_shortfalls(document):
        yield _obligation(result, document, lang)


def _obligation(result: ObligationResult, document: DocumentReport, lang: str) -> Mapping[str, Json]:
    evidence = main_evidence(result)
    return {
        "description": sentence(result, lang),
        "check_name": result.id,
        "fingerprint": fingerprints.of_obligation(result, document),
        "severity": _COVERAGES[result.coverage],
        "location": _location(file_place(document, evidence.span if evidence else None)),
    }


def _finding(finding: Finding, document: DocumentReport, lang: str) -> Mapping[str, Json]:
    return {
        "description": plain(render(finding.message, lang)),
        "check_name": finding.id,
        "fingerprint": fingerprints.of_finding(finding, document),
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding_place(document, finding)),
    }


def _location(place: FilePlace) -> Json:
    """GitLab asks for a line; a document without lines is shown at its first."""
    first, last = place.lines or (1, 1)
    return {"path": place.path, "lines": {"begin": first, "end": last}}
