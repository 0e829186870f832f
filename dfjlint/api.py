"""Joins the stages: bytes of a plan and a rule pack in, report out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dfjlint import __version__
from dfjlint.engine.check import PlanCheck
from dfjlint.engine.cited import cited_instruments
from dfjlint.engine.evidence import with_quotes
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.summary import summary_of
from dfjlint.engine.suppress import suppress
from dfjlint.errors import ReadError
from dfjlint.messages import read_error, unreadable_message
from dfjlint.model.plan import Measure, MeasureFacts, Outline, Plan
from dfjlint.model.report import (
    DocumentReport,
    Finding,
    MeasureView,
    Message,
    PackView,
    Part,
    Passage,
    Report,
    Severity,
    Summary,
)
from dfjlint.model.rules import RulePack
from dfjlint.model.source import SourceDocument, Span
from dfjlint.nlp import analyse
from dfjlint.outline import build_outline, fits_title
from dfjlint.readers import ReadOptions, read_document, word_anchors
from dfjlint.text.lines import line_spans
from dfjlint.text.suppressions import Suppression, find_suppressions, without_suppressions

# The text of these formats is the decoded file itself, so that a line of the text is a line of the file.
_TEXT_FILES = ("txt", "md")
_NOTHING = Summary(0, 0, 0, 0, 0, 0, 0)


@lru_cache(maxsize=4)
def pack_index(pack: str) -> ConceptIndex:
    """A pack by id or folder, loaded and compiled once per process.

    Raises:
        PackError: if there is no such pack or it is broken.
    """
    from dfjlint.engine.locate import find_pack
    from dfjlint.engine.pack import load_pack  # with pydantic and yaml, which a compiled pack does without

    return ConceptIndex(load_pack(find_pack(pack)))


def check_bytes(
    data: bytes, path: str, index: ConceptIndex, issuer: str = "", options: ReadOptions | None = None
) -> DocumentReport:
    """The report on one file; a file that cannot be read gets a finding and no verdict.

    Args:
        data: content of the file.
        path: as the user gave it; readers look at its suffix.
        issuer: of the plan, or a kind of issuer; empty to read it from the plan.
    """
    try:
        source = read_document(Path(path), path, data, options or ReadOptions())
    except ReadError as error:
        return unreadable(path, data, error)
    suppressions = _suppressions(source, data)
    if source.format in _TEXT_FILES:
        source = _cleared(source, suppressions)
    return suppress(check_source(source, index, issuer), suppressions)


def check_source(source: SourceDocument, index: ConceptIndex, issuer: str = "") -> DocumentReport:
    """The report on a document that has been read."""
    outline = build_outline(source)
    facts = analyse(outline)
    plan = Plan(source, outline, facts.clauses, facts.measures, facts.titles, facts.names)
    check = PlanCheck(plan, facts.reader, index, issuer)
    results = check.results()
    return DocumentReport(
        path=source.path,
        pack=index.pack.id,
        sha256=source.sha256,
        readable=True,
        characters=len(source.text),
        script=outline.script.value,
        title=outline.title,
        issuer=issuer or outline.issuer,
        summary=summary_of(results),
        obligations=results,
        findings=(*_remarks(source), *_misfit(outline), *check.findings()),
        measures=tuple(_measure_view(plan, *pair) for pair in zip(outline.measures, plan.facts, strict=True)),
        passages=tuple(_passages(plan)),
        line_starts=_line_starts(source),
        level=check.issuer.value,
        imprint=outline.imprint,
        cited=cited_instruments(plan),
    )


def _misfit(outline: Outline) -> tuple[Finding, ...]:
    """That the text is not the one that the title promises."""
    if fits_title(outline):
        return ()
    return (Finding("DFJ012", Severity.WARNING, Message("body-title-mismatch", (("title", outline.title),))),)


def _remarks(source: SourceDocument) -> tuple[Finding, ...]:
    """What the reader noticed, as findings."""
    return tuple(Finding(remark.id, Severity.WARNING, Message(remark.key, remark.values)) for remark in source.remarks)


def unreadable(path: str, data: bytes, error: ReadError) -> DocumentReport:
    """The report on a file that could not be read: one finding that says why, no obligations."""
    return DocumentReport(
        path=path,
        pack="",
        sha256=hashlib.sha256(data).hexdigest(),
        readable=False,
        characters=0,
        script="",
        title="",
        issuer="",
        summary=_NOTHING,
        obligations=(),
        findings=(Finding("DFJ001", Severity.ERROR, unreadable_message(error)),),
        measures=(),
        passages=(),
    )


def commented_docx(
    document: DocumentReport, part: Part, data: bytes, lang: str, options: ReadOptions | None = None
) -> bytes | None:
    """A copy of a Word plan with the verdicts as comments on its words; None for a file of another format.

    Args:
        document: the report on it, or on the set that it belongs to.
        part: the file of the document.
        data: the bytes of the file that the report is on.
        options: as they were for the report.

    Raises:
        ReadError: if comments cannot be put into the file.
    """
    from dfjlint.reporters.docx_comments import UnsuitableError, render_docx_comments

    anchors = word_anchors(Path(part.path), part.path, data, options or ReadOptions())
    if anchors is None:
        return None
    try:
        return render_docx_comments(document, part, data, anchors, lang)
    except UnsuitableError as error:
        raise read_error("comments-refused", part.path, "save-word", why=f"@{error.key}") from error


def report_of(pack: RulePack, documents: Sequence[DocumentReport]) -> Report:
    """The report of a run over documents that were checked against one pack."""
    return Report(__version__, (view_of(pack),), tuple(documents))


def view_of(pack: RulePack) -> PackView:
    """A pack as reports show it."""
    return PackView(pack.id, pack.version, pack.sha256, pack.instrument, tuple(pack.headings.items()))


def _suppressions(source: SourceDocument, data: bytes) -> tuple[Suppression, ...]:
    """The dfjlint-disable comments of a text file or a web page."""
    if source.format in _TEXT_FILES:
        return find_suppressions(source.text)
    if source.format == "html":
        return find_suppressions(data.decode(source.encoding or "utf-8", errors="replace"))
    return ()


def _cleared(source: SourceDocument, suppressions: tuple[Suppression, ...]) -> SourceDocument:
    """A text without its dfjlint-disable comments; every other character stays where it is."""
    if not suppressions:
        return source
    text = without_suppressions(source.text, suppressions)
    blocks = tuple(block for block in source.blocks if text[block.span.start : block.span.end].strip())
    return replace(source, text=text, blocks=blocks)


def _measure_view(plan: Plan, measure: Measure, facts: MeasureFacts) -> MeasureView:
    def printed(span: Span) -> str:
        return plan.source.text[span.start : span.end]

    heading = plan.outline.sections[measure.section]
    start, end = heading.norm_end - len(heading.title), heading.norm_end
    return MeasureView(
        index=measure.index,
        label=measure.label,
        title=printed(with_quotes(plan.source.text, plan.outline.text.to_source(start, end))) if measure.title else "",
        span=plan.outline.text.to_source(measure.norm_start, measure.norm_end),
        owners=facts.owners,
        deadlines=tuple(printed(deadline.span) for deadline in facts.deadlines),
        quantities=tuple(printed(quantity.span) for quantity in facts.quantities),
    )


def _passages(plan: Plan) -> list[Passage]:
    """The paragraphs of the plan that hold text, as printed."""
    passages = []
    for paragraph in plan.outline.paragraphs:
        if paragraph.norm_end > paragraph.norm_start:
            span = plan.outline.text.to_source(paragraph.norm_start, paragraph.norm_end)
            text = plan.source.text[span.start : span.end]
            passages.append(Passage(span, text, paragraph.zone, paragraph.measure, paragraph.locator))
    return passages


def _line_starts(source: SourceDocument) -> tuple[int, ...]:
    return tuple(line.start for line in line_spans(source.text)) if source.format in _TEXT_FILES else ()
