"""The baseline: gaps that were there when the check was adopted, each bound to the words it was found in."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dfjlint.engine.suppress import is_gap
from dfjlint.errors import UsageError
from dfjlint.model.report import Coverage, Disposition, DocumentReport, Evidence, ObligationResult, Status

Json: TypeAlias = Mapping[str, "Json"] | list["Json"] | str | int | float | bool | None

SCHEMA = "dfjlint-baseline/1"
_HINT = "restore it from version control, or write a new one with: dfjlint baseline create"
_WORTH = (Status.MISSING, Status.CONTRADICTED, Status.MENTIONED, Status.ADDRESSED)
_NUMBER = re.compile(
    r"#*(第[一二三四五六七八九十百零〇\d]+[章节節条條]|[（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百]+、|\d+[.．、)）])"
)
_FIELDS = {"document", "obligation", "status", "evidence", "elements"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A known gap.

    Args:
        document: id of the document.
        evidence: hash of the paragraphs that the elements' best evidence stands in; lines and pages do not count.
        elements: name → status.
    """

    document: str
    obligation: str
    status: Coverage
    evidence: str
    elements: Mapping[str, Status]


def entries_of(name: str, document: DocumentReport) -> dict[str, Entry]:
    """The gaps of a document that are not waived, by obligation.

    Args:
        name: id of the document.
    """
    return {
        result.id: Entry(
            document=name,
            obligation=result.id,
            status=result.coverage,
            evidence=_paragraphs(document, result),
            elements={element.name: element.status for element in result.elements},
        )
        for result in document.obligations
        if is_gap(result) and result.disposition is not Disposition.WAIVED
    }


def is_worse(now: Entry, before: Entry) -> bool:
    """True if a gap has grown: an element has a lower status, or one is new."""
    return any(
        name not in before.elements or _WORTH.index(status) < _WORTH.index(before.elements[name])
        for name, status in now.elements.items()
    )


def load_baseline(path: Path, shown: str) -> tuple[Entry, ...]:
    """The entries of a baseline file.

    Raises:
        UsageError: if it cannot be read or is malformed anywhere.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"the baseline cannot be read: {error.strerror}", shown, "check the path") from error
    except (ValueError, RecursionError) as error:
        raise UsageError("the baseline is not JSON", shown, _HINT) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA or not isinstance(content.get("gaps"), list):
        raise UsageError(f"this is no baseline of the form {SCHEMA}", shown, _HINT)
    entries = [_entry(item, f"{shown}:gaps.{number}") for number, item in enumerate(content["gaps"])]
    places = [(entry.document, entry.obligation) for entry in entries]
    if len(set(places)) < len(places):
        raise UsageError("the baseline holds a gap twice", shown, _HINT)
    return tuple(entries)


def dump_baseline(entries: Iterable[Entry]) -> bytes:
    """A baseline file: sorted, one gap after the other, so that a change shows what it changes."""
    gaps = [
        {
            "document": entry.document,
            "obligation": entry.obligation,
            "status": entry.status.value,
            "evidence": entry.evidence,
            "elements": {name: status.value for name, status in entry.elements.items()},
        }
        for entry in sorted(entries, key=lambda entry: (entry.document, _order(entry.obligation)))
    ]
    return (json.dumps({"schema": SCHEMA, "gaps": gaps}, ensure_ascii=False, indent=2) + "\n").encode()


def _entry(item: Json, where: str) -> Entry:
    if not isinstance(item, Mapping) or set(item) != _FIELDS:
        raise UsageError(f"a gap has the fields {', '.join(sorted(_FIELDS))}", where, _HINT)
    document, obligation, evidence, elements = (
        item["document"],
        item["obligation"],
        item["evidence"],
        item["elements"],
    )
    texts = isinstance(document, str) and isinstance(obligation, str) and isinstance(evidence, str)
    if not texts or not isinstance(elements, Mapping):
        raise UsageError("a field is of the wrong type", where, _HINT)
    try:
        status = Coverage(str(item["status"]))
        statuses = {str(name): Status(str(value)) for name, value in elements.items()}
    except ValueError as error:
        raise UsageError(str(error), where, _HINT) from error
    return Entry(str(document), str(obligation), status, str(evidence), statuses)


def _paragraphs(document: DocumentReport, result: ObligationResult) -> str:
    """Hash of the paragraphs of the best evidence of each element; empty where there is no evidence."""
    texts = [_paragraph(document, element.evidence[0]) for element in result.elements if element.evidence]
    if not texts:
        return ""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def _paragraph(document: DocumentReport, evidence: Evidence) -> str:
    """The paragraph that evidence stands in, without white space and without its number: items move."""
    place = evidence.span.start
    found = (passage.text for passage in document.passages if passage.span.start <= place < passage.span.end)
    text = "".join(next(found, evidence.quote).split())
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def _order(rule: str) -> tuple[tuple[int, str], ...]:
    """DFJ-2.10 after DFJ-2.9."""
    parts = rule.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
