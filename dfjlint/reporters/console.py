"""The report as plain lines for a terminal: what is missing first, then what is covered."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label, render
from dfjlint.model.report import (
    Coverage,
    Disposition,
    DocumentReport,
    ElementResult,
    Evidence,
    ObligationResult,
    Report,
    Status,
)
from dfjlint.reporters.imprint import imprint_lines
from dfjlint.reporters.verdicts import GAPS, applies, distinct_nearest, gap_codes, is_gap
from dfjlint.reporters.wording import agreement, document_line, pack_name, plain, reasons

_QUOTE = 60


def render_console(report: Report, lang: str) -> bytes:
    """The whole report as UTF-8 text."""
    lines: list[str] = []
    for document in report.documents:
        lines += _document(document, report, lang)
    return "".join(f"{line}\n" for line in lines).encode()


def _document(document: DocumentReport, report: Report, lang: str) -> Iterator[str]:
    path = plain(document.path)
    findings = [f"{finding.id} {plain(render(finding.message, lang))}" for finding in document.findings]
    if not document.readable:
        yield from (f"{path}: {finding}" for finding in findings)
        return
    yield f"{path}  {plain(document.title)}"
    yield label(
        "label-plan",
        lang,
        characters=document.characters,
        measures=len(document.measures),
        issuer=plain(document.issuer) or label("issuer-unknown", lang),
    )
    facts = "  ".join(imprint_lines(document, lang))
    yield from [facts] if facts else []
    yield pack_name(report.pack_of(document))
    yield from findings
    yield ""
    yield from _gaps(document, lang)
    yield from _agreed(document, lang)
    yield from _covered(document, lang)
    yield from _not_applicable(document, lang)
    yield document_line(document, lang)
    yield ""


def _gaps(document: DocumentReport, lang: str) -> Iterator[str]:
    for coverage in GAPS:
        group = [result for result in document.obligations if _is_open(result) and result.coverage is coverage]
        if group:
            yield f"── {label(f'coverage-{coverage.value}', lang)} ({len(group)})"
        for result in group:
            yield from _gap(result, lang)
        if group:
            yield ""


def _is_open(result: ObligationResult) -> bool:
    return is_gap(result) and result.disposition is Disposition.OPEN


def _agreed(document: DocumentReport, lang: str) -> Iterator[str]:
    """Gaps that were agreed to, two lines each: what is still to be done is not buried by them."""
    group = [result for result in document.obligations if is_gap(result) and not _is_open(result)]
    if not group:
        return
    yield f"── {label('html-waived', lang)} ({len(group)})"
    for result in group:
        coverage = label(f"coverage-{result.coverage.value}", lang)
        yield f"{result.id}  {result.cite}  {coverage}  {plain(result.quote)}"
        yield f"    {agreement(result, lang)}"
    yield ""


def _gap(result: ObligationResult, lang: str) -> Iterator[str]:
    yield f"{result.id}  {result.cite}  {' '.join(gap_codes(result))}  {plain(result.quote)}"
    if len(result.elements) > 1:
        for element in result.elements:
            yield f"    {_element(element, lang)}"
    if not result.nearest:
        yield f"    {label('label-nearest', lang)}: {label('label-nothing-found', lang)}"
    for near in distinct_nearest(result):
        yield f"    {label('label-nearest', lang)} {_place(near.evidence)}"
        yield f"      → {plain(render(near.why, lang))}"


def _element(element: ElementResult, lang: str) -> str:
    text = f"{label(f'status-{element.status.value}', lang)}: {plain(element.name)}"
    if element.status is Status.ADDRESSED and element.evidence:
        return f"{text} ← {_place(element.evidence[0])}"
    return text


def _covered(document: DocumentReport, lang: str) -> Iterator[str]:
    covered = [result for result in document.obligations if applies(result) and result.coverage is Coverage.COVERED]
    if not covered:
        return
    yield f"── {label('label-covered', lang)} ({len(covered)})"
    for result in covered:
        yield f"{result.id}  {result.cite}  {plain(result.quote)}"
        for reason in reasons(result, lang):
            yield f"    {reason}"
        for element in result.elements:
            if element.evidence:
                yield f"    {plain(element.name)} ← {_place(element.evidence[0])}"
    yield ""


def _not_applicable(document: DocumentReport, lang: str) -> Iterator[str]:
    others = [result for result in document.obligations if not applies(result)]
    if not others:
        return
    yield f"── {label('label-not-applicable', lang)} ({len(others)})"
    for result in others:
        coverage = label(f"coverage-{result.coverage.value}", lang)
        yield f"{result.id}  {result.cite}  {plain(render(result.applicability_reason, lang))} ({coverage})"
    yield ""


def _place(evidence: Evidence) -> str:
    quote = "".join(plain(evidence.quote).split())
    if len(quote) > _QUOTE:
        quote = quote[: _QUOTE - 1] + "…"
    return f"{plain(evidence.locator)} 「{quote}」"
