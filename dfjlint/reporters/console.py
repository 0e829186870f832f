"""The report as plain lines for a terminal: what is missing first, then what is covered."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label, render
from dfjlint.model.report import (
    Applicability,
    Coverage,
    Disposition,
    DocumentReport,
    ElementResult,
    Evidence,
    Nearest,
    ObligationResult,
    Report,
    Status,
)

_ORDER = (Coverage.CONTRADICTED, Coverage.MISSING, Coverage.PARTIAL, Coverage.UNDETERMINED)
_QUOTE = 60


def render_console(report: Report, lang: str) -> bytes:
    """The whole report as UTF-8 text."""
    lines: list[str] = []
    for document in report.documents:
        lines += _document(document, report, lang)
    return ("\n".join(lines) + "\n").encode()


def _document(document: DocumentReport, report: Report, lang: str) -> Iterator[str]:
    if not document.readable:
        for finding in document.findings:
            yield f"{document.path}: {finding.id} {render(finding.message, lang)}"
        return
    yield f"{document.path}  {document.title}"
    yield label(
        "label-plan",
        lang,
        characters=document.characters,
        measures=len(document.measures),
        issuer=document.issuer or label("issuer-unknown", lang),
    )
    yield f"{report.instrument} ({report.pack_id} {report.pack_version})"
    for finding in document.findings:
        yield f"{finding.id} {render(finding.message, lang)}"
    yield ""
    yield from _gaps(document, lang)
    yield from _covered(document, lang)
    yield from _not_applicable(document, lang)
    yield _summary(document, lang)
    yield ""


def _gaps(document: DocumentReport, lang: str) -> Iterator[str]:
    judged = [result for result in document.obligations if result.applicability is not Applicability.NOT_APPLICABLE]
    for coverage in _ORDER:
        group = [result for result in judged if result.coverage is coverage]
        if group:
            yield f"── {label(f'coverage-{coverage.value}', lang)} ({len(group)})"
        for result in group:
            yield from _gap(result, lang)
        if group:
            yield ""


def _gap(result: ObligationResult, lang: str) -> Iterator[str]:
    codes = " ".join(dict.fromkeys(gap.code for gap in result.gaps))
    yield f"{result.id}  {result.cite}  {codes}  {result.quote}"
    if result.disposition is not Disposition.OPEN:
        reason = f": {render(result.disposition_reason, lang)}" if result.disposition_reason else ""
        yield f"    {label(f'disposition-{result.disposition.value}', lang)}{reason}"
    if len(result.elements) > 1:
        for element in result.elements:
            yield f"    {_element(element, lang)}"
    if not result.nearest:
        yield f"    {label('label-nearest', lang)}: {label('label-nothing-found', lang)}"
    for near in _distinct(result.nearest):
        yield f"    {label('label-nearest', lang)} {_place(near.evidence)}"
        yield f"      → {render(near.why, lang)}"


def _distinct(nearest: tuple[Nearest, ...]) -> Iterator[Nearest]:
    """Each place once, though it may be nearest to several elements."""
    seen = set()
    for near in nearest:
        if near.evidence.span not in seen:
            seen.add(near.evidence.span)
            yield near


def _element(element: ElementResult, lang: str) -> str:
    text = f"{label(f'status-{element.status.value}', lang)}: {element.name}"
    if element.status is Status.ADDRESSED and element.evidence:
        return f"{text} ← {_place(element.evidence[0])}"
    return text


def _covered(document: DocumentReport, lang: str) -> Iterator[str]:
    covered = [
        result
        for result in document.obligations
        if result.coverage is Coverage.COVERED and result.applicability is not Applicability.NOT_APPLICABLE
    ]
    if not covered:
        return
    yield f"── {label('label-covered', lang)} ({len(covered)})"
    for result in covered:
        yield f"{result.id}  {result.cite}  {result.quote}"
        for element in result.elements:
            if element.evidence:
                yield f"    {element.name} ← {_place(element.evidence[0])}"
    yield ""


def _not_applicable(document: DocumentReport, lang: str) -> Iterator[str]:
    others = [result for result in document.obligations if result.applicability is Applicability.NOT_APPLICABLE]
    if not others:
        return
    yield f"── {label('label-not-applicable', lang)} ({len(others)})"
    for result in others:
        coverage = label(f"coverage-{result.coverage.value}", lang)
        yield f"{result.id}  {result.cite}  {render(result.applicability_reason, lang)} ({coverage})"
    yield ""


def _place(evidence: Evidence) -> str:
    quote = "".join(evidence.quote.split())
    if len(quote) > _QUOTE:
        quote = quote[: _QUOTE - 1] + "…"
    return f"{evidence.locator} 「{quote}」"


def _summary(document: DocumentReport, lang: str) -> str:
    summary = document.summary
    return label(
        "label-summary",
        lang,
        applicable=summary.applicable,
        covered=summary.covered,
        partial=summary.partial,
        missing=summary.missing,
        contradicted=summary.contradicted,
        not_applicable=summary.not_applicable,
    )
