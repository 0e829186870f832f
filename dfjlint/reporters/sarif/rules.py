"""What a SARIF log says about its rules: obligations, findings, gap codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dfjlint.messages import label
from dfjlint.messages.catalogue import catalogue
from dfjlint.model.report import Finding, ObligationResult, Report, Severity
from dfjlint.reporters.json import Json
from dfjlint.reporters.markdown_text import escape
from dfjlint.reporters.sarif.places import text_message
from dfjlint.reporters.verdicts import GAP_CODES
from dfjlint.reporters.wording import plain

_TAXONOMY = "dfjlint-gap-codes"


def obligations_of(report: Report) -> tuple[ObligationResult, ...]:
    """Every obligation that some document was checked for, each once, in the order of the pack."""
    found: dict[str, ObligationResult] = {}
    for document in report.documents:
        for result in document.obligations:
            found.setdefault(result.id, result)
    return tuple(found.values())


def results_of(report: Report) -> tuple[Finding, ...]:
    """The findings that are results, those about documents that were read; one for each id."""
    return _by_id(finding for document in report.documents if document.readable for finding in document.findings)


def notices_of(report: Report) -> tuple[Finding, ...]:
    """The findings that are notifications: what was not read, what is wrong beside the plans; one for each id."""
    unread = (finding for document in report.documents if not document.readable for finding in document.findings)
    return _by_id((*unread, *report.findings))


def _by_id(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    found: dict[str, Finding] = {}
    for finding in findings:
        found.setdefault(finding.id, finding)
    return tuple(found[id] for id in sorted(found))


def obligation_rule(result: ObligationResult, report: Report, lang: str) -> Json:
    """The descriptor of an obligation: provision, quotation, elements, whom it addresses."""
    quote = plain(result.quote)
    provision = f"{plain(report.packs[0].instrument)} {result.cite}"
    elements = [plain(element.name) for element in result.elements]
    words = {
        "provision": provision,
        "quote": quote,
        "elements": "；".join(elements),
        "addressee": label(f"addressee-{result.addressee}", lang),
        "modality": label(f"modality-{result.modality}", lang),
    }
    return {
        "id": result.id,
        "shortDescription": text_message(f"{result.cite} {quote}"),
        "fullDescription": text_message(f"{provision}「{quote}」"),
        "help": {**text_message(label("sarif-help", lang, **words)), "markdown": _markdown(words, elements, lang)},
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "tags": [result.kind, result.modality, result.cite],
            "cite": result.cite,
            "modality": result.modality,
            "addressee": result.addressee,
            "kind": result.kind,
        },
    }


def finding_rule(finding: Finding, lang: str) -> Json:
    """The descriptor of a finding that is no obligation's verdict."""
    key = f"report-finding-{finding.id}"
    text = label(key if key in catalogue() else "report-finding", lang)
    return {
        "id": finding.id,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": level(finding.severity)},
    }


def level(severity: Severity) -> str:
    """The SARIF level of a severity."""
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[severity]


def taxonomy(report: Report, lang: str) -> Json:
    """The gap codes as a taxonomy."""
    return {
        "name": _TAXONOMY,
        "version": report.tool_version,
        "organization": "dfjlint",
        "shortDescription": {"text": label("html-codes", lang)},
        "isComprehensive": True,
        "taxa": [
            {
                "id": code,
                "name": code,
                "shortDescription": {"text": label(f"html-code-{code}", lang)},
                "fullDescription": {"text": label(f"html-about-{code}", lang)},
            }
            for code in GAP_CODES
        ],
    }


def supported_taxonomy() -> Json:
    """A reference to the taxonomy."""
    return {"name": _TAXONOMY, "index": 0}


def taxa(codes: Sequence[str]) -> Json:
    """References to gap codes."""
    return [{"id": code, "index": GAP_CODES.index(code), "toolComponent": supported_taxonomy()} for code in codes]


def _markdown(words: dict[str, str], elements: Sequence[str], lang: str) -> str:
    shown = {name: escape(value) for name, value in words.items()} | {"elements": ""}
    lines = label("sarif-help-markdown", lang, **shown).rstrip()
    return lines + "\n" + "\n".join(f"- {escape(element)}" for element in elements)
