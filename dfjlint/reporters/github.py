"""The report as GitHub workflow commands, which show gaps beside the text in a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import render
from dfjlint.model.report import DocumentReport, Finding, ObligationResult, Report, Severity
from dfjlint.reporters.files import FilePlace, file_place, finding_place
from dfjlint.reporters.verdicts import main_evidence, open_shortfalls, severity
from dfjlint.reporters.wording import details, document_line, document_name, plain, reasons, verdict

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(report: Report, lang: str) -> bytes:
    """One command a line: open gaps worst first (GitHub shows ten of a kind), then the counts."""
    lines = [line for document in report.documents for line in _document(document, report, lang)]
    lines += [_beside(finding, lang) for finding in report.findings]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _document(document: DocumentReport, report: Report, lang: str) -> Iterator[str]:
    for finding in document.findings:
        message = plain(render(finding.message, lang))
        place = finding_place(document, finding)
        yield _command(_COMMANDS[finding.severity], place, finding.id, message)
    for result in open_shortfalls(document):
        yield _gap(result, document, lang)
    if document.readable:
        counts = document_line(document, lang)
        pack = f" ({document.pack})" if len(report.packs) > 1 else ""
        yield _command("notice", file_place(document, None), f"dfjlint {document_name(document)}{pack}", counts)


def _beside(finding: Finding, lang: str) -> str:
    """A finding about a file beside the plans."""
    message = plain(render(finding.message, lang))
    return f"::{_COMMANDS[finding.severity]} title={_property(finding.id)}::{_data(message)}"


def _gap(result: ObligationResult, document: DocumentReport, lang: str) -> str:
    evidence = main_evidence(result)
    title = f"{result.id} {result.cite} {verdict(result, lang)}"
    message = "\n".join((plain(result.quote), *reasons(result, lang), *details(result, lang)))
    place = file_place(document, evidence.span if evidence else None)
    return _command(_COMMANDS[severity(result)], place, title, message)


def _command(name: str, place: FilePlace, title: str, message: str) -> str:
    properties = {"file": place.path}
    if place.lines:
        properties |= {"line": str(place.lines[0]), "endLine": str(place.lines[1])}
    properties["title"] = title
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    """As GitHub's own toolkit escapes the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As GitHub's own toolkit escapes a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
