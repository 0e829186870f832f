"""The report as Markdown: for the summary of a CI job, a merge request or an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dfjlint.messages import label, render
from dfjlint.model.report import Coverage, Disposition, DocumentReport, Finding, ObligationResult, Report
from dfjlint.reporters.imprint import imprint_lines
from dfjlint.reporters.markdown_text import escape
from dfjlint.reporters.verdicts import GAPS, applies, distinct_nearest, gap_codes, is_gap, open_shortfalls
from dfjlint.reporters.wording import agreement, document_line


def render_markdown(report: Report, lang: str) -> bytes:
    """The whole report as GitHub-flavoured Markdown; what is covered or does not apply is folded."""
    lines = [f"# {label('report-title', lang)}", ""]
    for document in report.documents:
        lines += _document(document, report, lang)
    lines += _findings(report.findings, lang)
    lines += _versions(report, lang)
    return ("\n".join(lines) + "\n").encode()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; every cell is Markdown already."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _document(document: DocumentReport, report: Report, lang: str) -> Iterator[str]:
    yield f"## {escape(document.title) or escape(document.path)}"
    yield ""
    if not document.readable:
        yield from _findings(document.findings, lang)
        return
    issuer = escape(document.issuer) or label("issuer-unknown", lang)
    counts = label("label-plan", lang, characters=document.characters, measures=len(document.measures), issuer=issuer)
    yield " · ".join((escape(document.path), counts, *map(escape, imprint_lines(document, lang))))
    yield ""
    yield f"{label('html-checked-against', lang)} {escape(report.pack_of(document).instrument)}"
    yield ""
    yield "<br>".join(f"**{line}**" for line in document_line(document, lang).split("\n"))
    yield ""
    yield from _findings(document.findings, lang)
    for coverage in GAPS:
        yield from _gaps(document, coverage, lang)
    yield from _agreed(document, lang)
    yield from _covered(document, lang)
    yield from _not_applicable(document, lang)


def _findings(findings: Sequence[Finding], lang: str) -> Iterator[str]:
    for finding in findings:
        yield f"- **{finding.id}** {escape(render(finding.message, lang))}"
    if findings:
        yield ""


def _gaps(document: DocumentReport, coverage: Coverage, lang: str) -> Iterator[str]:
    group = [result for result in open_shortfalls(document) if result.coverage is coverage]
    if not group:
        return
    yield f"### {label(f'coverage-{coverage.value}', lang)} ({len(group)})"
    yield ""
    yield from table(_heads(lang), [_gap_row(result, lang) for result in group])
    yield ""


def _agreed(document: DocumentReport, lang: str) -> Iterator[str]:
    """Gaps that were agreed to, folded."""
    group = [result for result in document.obligations if is_gap(result) and result.disposition is not Disposition.OPEN]
    yield from _folded(label("html-waived", lang), _heads(lang), [_gap_row(result, lang) for result in group])


def _heads(lang: str) -> list[str]:
    return [label(f"sheet-{name}", lang) for name in ("rule", "cite", "asked", "gap", "nearest")]


def _gap_row(result: ObligationResult, lang: str) -> Sequence[str]:
    gaps = list(dict.fromkeys(f"**{gap.code}** {escape(render(gap.message, lang))}" for gap in result.gaps))
    if result.disposition is not Disposition.OPEN:
        gaps.append(escape(agreement(result, lang)))
    near = [
        f"{escape(found.evidence.locator)} 「{escape(found.evidence.quote)}」→ {escape(render(found.why, lang))}"
        for found in distinct_nearest(result)
    ]
    return (
        result.id,
        escape(result.cite),
        escape(result.quote),
        "<br>".join(gaps),
        "<br>".join(near) or label("label-nothing-found", lang),
    )


def _covered(document: DocumentReport, lang: str) -> Iterator[str]:
    group = [result for result in document.obligations if applies(result) and result.coverage is Coverage.COVERED]
    heads = [label(f"sheet-{name}", lang) for name in ("rule", "cite", "asked", "evidence", "gap")]
    rows = []
    for result in group:
        found = [
            f"{escape(element.name)} ← {escape(evidence.locator)} 「{escape(evidence.quote)}」"
            for element in result.elements
            for evidence in element.evidence[:1]
        ]
        codes = " ".join(gap_codes(result))
        rows.append((result.id, escape(result.cite), escape(result.quote), "<br>".join(found), codes))
    yield from _folded(label("label-covered", lang), heads, rows)


def _not_applicable(document: DocumentReport, lang: str) -> Iterator[str]:
    heads = [label(f"sheet-{name}", lang) for name in ("rule", "cite", "asked", "reason")]
    rows = [
        (
            result.id,
            escape(result.cite),
            escape(result.quote),
            escape(render(result.applicability_reason, lang)),
        )
        for result in document.obligations
        if not applies(result)
    ]
    yield from _folded(label("label-not-applicable", lang), heads, rows)


def _folded(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield f"<details><summary>{title} ({len(rows)})</summary>"
        yield ""
        yield from table(heads, rows)
        yield ""
        yield "</details>"
        yield ""


def _versions(report: Report, lang: str) -> Iterator[str]:
    hashes = [f"{escape(pack.id)} {pack.sha256}" for pack in report.packs]
    hashes += dict.fromkeys(f"{escape(document.path)} {document.sha256}" for document in report.documents)
    packs = " · ".join(f"{escape(pack.id)} {escape(pack.version)}" for pack in report.packs)
    yield "---"
    yield ""
    yield f"dfjlint {escape(report.tool_version)} · {packs}"
    yield ""
    yield f"<details><summary>{label('html-versions', lang)}</summary>"
    yield ""
    yield from (f"- {line}" for line in hashes)
    yield ""
    yield "</details>"
