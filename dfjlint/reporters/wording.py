"""Says a verdict in words: one sentence, or all that is known, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label, render
from dfjlint.model.report import Disposition, DocumentReport, Evidence, ObligationResult, PackView, Status, Summary
from dfjlint.reporters.shown import one_line, visible
from dfjlint.reporters.verdicts import applies, distinct_nearest, is_gap

# XML 1.0 cannot hold these two, which are no characters at all.
_NONCHARACTERS = {0xFFFE: "⟦U+FFFE⟧", 0xFFFF: "⟦U+FFFF⟧"}


def plain(text: str) -> str:
    """Words of a document on one line, with every invisible character spelled out."""
    return visible(one_line(text)).translate(_NONCHARACTERS)


def document_name(document: DocumentReport) -> str:
    """The title of a document, or its path where it has none."""
    return plain(document.title) or plain(document.path)


def pack_name(pack: PackView) -> str:
    """The decision with the id and version of its rule pack."""
    return f"{plain(pack.instrument)} ({pack.id} {pack.version})"


def place(evidence: Evidence) -> str:
    """Where in the plan, and its words: 三、（九） 「…」."""
    return f"{plain(evidence.locator)} 「{plain(evidence.quote)}」"


def verdict(result: ObligationResult, lang: str) -> str:
    """The coverage in words, or that the obligation does not apply."""
    if applies(result):
        return label(f"coverage-{result.coverage.value}", lang)
    return label("applicability-not-applicable", lang)


def reasons(result: ObligationResult, lang: str) -> tuple[str, ...]:
    """Why, one sentence for each gap; for an obligation that does not apply the one reason for that."""
    if not applies(result):
        return (plain(render(result.applicability_reason, lang)),)
    return tuple(dict.fromkeys(f"{gap.code} {plain(render(gap.message, lang))}" for gap in result.gaps))


def sentence(result: ObligationResult, lang: str) -> str:
    """Verdict, provision and reasons on one line."""
    head = f"{result.cite}「{plain(result.quote)}」{verdict(result, lang)}"
    return label("report-sentence", lang, head=head, reasons=" ".join(reasons(result, lang))).strip()


def agreement(result: ObligationResult, lang: str) -> str:
    """The disposition of a gap, with the reason where there is one."""
    words = label(f"disposition-{result.disposition.value}", lang)
    reason = plain(render(result.disposition_reason, lang)) if result.disposition_reason else ""
    return f"{words}: {reason}" if reason else words


def details(result: ObligationResult, lang: str) -> Iterator[str]:
    """Everything about an obligation after its sentence: elements with evidence, nearest text, suggestion."""
    for element in result.elements:
        status = label(f"status-{element.status.value}", lang)
        found = element.evidence[:1] if element.status is not Status.MISSING else ()
        yield f"{status}: {plain(element.name)}" + "".join(f" ← {place(evidence)}" for evidence in found)
    for near in distinct_nearest(result):
        yield f"{label('label-nearest', lang)} {place(near.evidence)} → {plain(render(near.why, lang))}"
    if result.suggestion:
        yield f"{label('label-suggestion', lang)}: {plain(result.suggestion)}"


def document_line(document: DocumentReport, lang: str) -> str:
    """The counts of a plan as one sentence, with what was agreed about its gaps where something was."""
    counts = summary_line(document.summary, lang)
    gaps = [result for result in document.obligations if is_gap(result)]
    numbers = {entry.value: sum(result.disposition is entry for result in gaps) for entry in Disposition}
    if numbers["open"] == len(gaps):
        return counts
    return f"{counts}\n{label('label-agreed', lang, **numbers)}"


def summary_line(summary: Summary, lang: str) -> str:
    """The counts as one sentence."""
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
