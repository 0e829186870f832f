"""The results of a SARIF log: verdicts on obligations, and findings about documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dfjlint.messages import label, render
from dfjlint.model.report import (
    Coverage,
    Disposition,
    DocumentReport,
    Evidence,
    Finding,
    ObligationResult,
)
from dfjlint.model.source import Span
from dfjlint.reporters import fingerprints
from dfjlint.reporters.files import finding_place
from dfjlint.reporters.json import Json
from dfjlint.reporters.sarif.places import location, place_location, text_message
from dfjlint.reporters.sarif.rules import level, taxa
from dfjlint.reporters.verdicts import applies, falls_short, gap_codes, main_evidence, severity
from dfjlint.reporters.wording import plain, sentence

#: Name and version of the partial fingerprint; a new version if its making ever changes.
FINGERPRINT = "dfjlintContent/v1"


class Results:
    """Makes the results of one document.

    Args:
        artifacts: path → index in the run's artifacts.
        rules: id → index of its descriptor.
    """

    def __init__(
        self, document: DocumentReport, artifacts: Mapping[str, int], rules: Mapping[str, int], lang: str
    ) -> None:
        self._document = document
        self._artifacts = artifacts
        self._rules = rules
        self._lang = lang

    def obligation(self, result: ObligationResult) -> Json:
        """The verdict on an obligation."""
        main = main_evidence(result)
        made: dict[str, Json] = {
            **self._head(result.id, kind(result), _level(result)),
            "message": text_message(sentence(result, self._lang)),
            "locations": [self._place(main)],
            "partialFingerprints": {FINGERPRINT: fingerprints.of_obligation(result, self._document)},
            "suppressions": self._suppressions(result),
            "taxa": taxa(gap_codes(result)),
            "properties": {
                "coverage": result.coverage.value,
                "applicability": result.applicability.value,
                "disposition": result.disposition.value,
                "gapCodes": list(gap_codes(result)),
            },
        }
        related = list(self._related(result, main))
        if related:
            made["relatedLocations"] = related
        return made

    def finding(self, finding: Finding) -> Json:
        """A finding about a document that was read."""
        place = finding_place(self._document, finding)
        words = self._text(finding.span) if finding.span else ""
        return {
            **self._head(finding.id, "fail", level(finding.severity)),
            "message": text_message(plain(render(finding.message, self._lang))),
            "locations": [place_location(place, self._artifacts, words, finding.locator)],
            "partialFingerprints": {FINGERPRINT: fingerprints.of_finding(finding, self._document)},
            "suppressions": [],
        }

    def notification(self, finding: Finding) -> Json:
        """A finding about a document that was not read."""
        return {**notification(finding, self._rules, self._lang), "locations": [self._place(None)]}

    def _head(self, id: str, kind: str, level: str) -> dict[str, Json]:
        return {"ruleId": id, "ruleIndex": self._rules[id], "kind": kind, "level": level}

    def _suppressions(self, result: ObligationResult) -> Json:
        """Agreed gaps stay in the log, marked; an empty list says that nobody has agreed."""
        if result.disposition is Disposition.OPEN:
            return []
        words = label(f"disposition-{result.disposition.value}", self._lang)
        if result.disposition_reason:
            words = plain(render(result.disposition_reason, self._lang))
        return [{"kind": "external", "status": "accepted", "justification": words}]

    def _related(self, result: ObligationResult, main: Evidence | None) -> Iterator[Json]:
        """The other words that the verdict rests on, each place once."""
        seen = {main.span} if main else set()
        whys = {near.evidence.span: render(near.why, self._lang) for near in result.nearest}
        found = [
            (evidence, f"{label(f'status-{element.status.value}', self._lang)}: {element.name}")
            for element in result.elements
            for evidence in element.evidence
        ]
        found += [(near.evidence, whys[near.evidence.span]) for near in result.nearest]
        number = 0
        for evidence, words in found:
            if evidence.span not in seen:
                seen.add(evidence.span)
                number += 1
                yield {"id": number, **self._place(evidence), "message": text_message(plain(words))}

    def _place(self, evidence: Evidence | None) -> dict[str, Json]:
        return location(self._document, self._artifacts, evidence)

    def _text(self, span: Span) -> str:
        for passage in self._document.passages:
            if passage.span.start <= span.start and span.end <= passage.span.end:
                return passage.text[span.start - passage.span.start : span.end - passage.span.start]
        return ""


def notification(finding: Finding, rules: Mapping[str, int], lang: str) -> dict[str, Json]:
    """A finding as a notification that has no place.

    Args:
        rules: id → index of its descriptor among the notifications.
    """
    return {
        "descriptor": {"id": finding.id, "index": rules[finding.id]},
        "level": level(finding.severity),
        "message": text_message(plain(render(finding.message, lang))),
    }


def kind(result: ObligationResult) -> str:
    """SARIF's kind: what the check found, whatever was agreed about it."""
    if not applies(result):
        return "notApplicable"
    if falls_short(result):
        return "open" if result.coverage is Coverage.UNDETERMINED else "fail"
    return "pass"


def _level(result: ObligationResult) -> str:
    """Only a failure has a level (SARIF 3.27.10)."""
    return level(severity(result)) if kind(result) == "fail" else "none"
