"""The report as JUnit XML: one suite for each plan, one test case for each obligation."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dfjlint.messages import render
from dfjlint.model.report import Coverage, Disposition, DocumentReport, ObligationResult, PackView, Report
from dfjlint.reporters.files import file_place
from dfjlint.reporters.verdicts import applies, falls_short, gap_codes, main_evidence
from dfjlint.reporters.wording import agreement, details, document_line, plain, reasons, sentence, verdict


def render_junit(report: Report, lang: str) -> bytes:
    """All plans as <testsuites>: gaps fail, what does not apply or was agreed is skipped, an unread plan is an error.

    There are no times: a report does not know the clock.
    """
    root = Element("testsuites", {"name": f"dfjlint {' '.join(pack.id for pack in report.packs)}"})
    suites = [_suite(root, document, report, lang) for document in report.documents]
    if report.findings:
        suites.append(_beside(root, report, lang))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _suite(root: Element, document: DocumentReport, report: Report, lang: str) -> Element:
    pack = report.pack_of(document)
    name = plain(document.path)
    suite = SubElement(root, "testsuite", {"name": f"{name} ({pack.id})" if len(report.packs) > 1 else name})
    if document.readable:
        _properties(suite, document, pack)
        for result in document.obligations:
            _case(suite, result, document, pack.id, lang)
        SubElement(suite, "system-out").text = document_line(document, lang)
        _findings(suite, document, lang)
    else:
        _unread(suite, document, pack.id, lang)
    return _counted(suite)


def _beside(root: Element, report: Report, lang: str) -> Element:
    """Findings about files beside the plans; they have no test case, so that counts stay counts of obligations."""
    suite = SubElement(root, "testsuite", {"name": "dfjlint"})
    lines = [f"{finding.id} {plain(render(finding.message, lang))}" for finding in report.findings]
    SubElement(suite, "system-err").text = "\n".join(lines)
    return _counted(suite)


def _counted(suite: Element) -> Element:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for name, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(child) is not None for case in cases)))
    return suite


def _properties(suite: Element, document: DocumentReport, pack: PackView) -> None:
    values = {
        "title": plain(document.title),
        "issuer": plain(document.issuer),
        "sha256": document.sha256,
        "pack": f"{pack.id} {pack.version}",
        "pack-sha256": pack.sha256,
    }
    properties = SubElement(suite, "properties")
    for name, value in values.items():
        SubElement(properties, "property", {"name": name, "value": value})


def _case(suite: Element, result: ObligationResult, document: DocumentReport, pack: str, lang: str) -> None:
    case = SubElement(suite, "testcase", _place(result, document, pack))
    text = "\n".join((sentence(result, lang), *details(result, lang)))
    if not applies(result):
        SubElement(case, "skipped", {"message": " ".join((verdict(result, lang), *reasons(result, lang)))})
    elif result.coverage is not Coverage.COVERED and result.disposition is not Disposition.OPEN:
        SubElement(case, "skipped", {"message": f"{agreement(result, lang)} {sentence(result, lang)}"})
    elif result.coverage is not Coverage.COVERED:
        attributes = {
            "type": " ".join((result.coverage.value, *gap_codes(result))),
            "message": sentence(result, lang),
        }
        SubElement(case, "failure", attributes).text = text
    elif falls_short(result):
        SubElement(case, "system-out").text = text


def _place(result: ObligationResult, document: DocumentReport, pack: str) -> dict[str, str]:
    evidence = main_evidence(result)
    place = file_place(document, evidence.span if evidence else None)
    attributes = {
        "classname": f"{pack}.{result.cite}",
        "name": f"{result.id} {plain(result.quote)}",
        "file": plain(place.path),
    }
    return attributes | ({"line": str(place.first_line)} if place.lines else {})


def _findings(suite: Element, document: DocumentReport, lang: str) -> None:
    lines = [f"{finding.id} {plain(render(finding.message, lang))}" for finding in document.findings]
    if lines:
        SubElement(suite, "system-err").text = "\n".join(lines)


def _unread(suite: Element, document: DocumentReport, pack: str, lang: str) -> None:
    for finding in document.findings:
        attributes = {"classname": pack, "name": finding.id, "file": plain(document.path)}
        case = SubElement(suite, "testcase", attributes)
        message = plain(render(finding.message, lang))
        SubElement(case, "error", {"type": finding.id, "message": message}).text = message
