"""Leaves out the obligations that the settings set aside, and weighs the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dfjlint.config import Settings
from dfjlint.engine.summary import summary_of
from dfjlint.errors import UsageError
from dfjlint.model.report import DocumentReport, Finding, ObligationResult, Severity
from dfjlint.workspace.patterns import matches


def selected(document: DocumentReport, path: Path, settings: Settings) -> DocumentReport:
    """A report on the obligations that the settings ask for, with their severity.

    Args:
        document: on every obligation of the pack.
        path: of the plan, absolute.
    """
    ignored = list(settings.ignore)
    for globs, rules in settings.per_file_ignores:
        if matches(globs, path):
            ignored += rules
    kept = tuple(
        _weighed(result, settings.severity)
        for result in document.obligations
        if (not settings.select or names(settings.select, result.id)) and not names(ignored, result.id)
    )
    findings = tuple(weighed_finding(finding, settings.severity) for finding in document.findings)
    return replace(document, obligations=kept, summary=summary_of(kept), findings=findings)


def names(rules: Iterable[str], rule: str) -> bool:
    """True if one of the ids is the rule's or the beginning of it, up to a full point."""
    return any(_begins(rule, part) for part in rules)


def weighed_finding(finding: Finding, severity: Mapping[str, str]) -> Finding:
    """A finding with the severity that the settings give its id."""
    return replace(finding, severity=Severity(severity[finding.id])) if finding.id in severity else finding


def check_ids(settings: Settings, known: Iterable[str]) -> None:
    """Refuse ids in the settings that the pack does not have: a slip there would hide gaps.

    Raises:
        UsageError: with the key and the place that set it.
    """
    ids = list(known)
    ignores = [rule for _, rules in settings.per_file_ignores for rule in rules]
    weighed = [rule for rule in settings.severity if not rule.startswith("DFJ0")]
    used = (
        ("select", settings.select),
        ("ignore", settings.ignore),
        ("per-file-ignores", ignores),
        ("severity", weighed),
    )
    for key, rules in used:
        for rule in rules:
            if not any(_begins(entry, rule) for entry in ids):
                where = f"{settings.origins[key]}:{key}"
                raise UsageError(f"the pack has no obligation {rule!r}", where, f"for example: {ids[0]}")


def _begins(rule: str, part: str) -> bool:
    part = part.removesuffix(".")
    return rule == part or rule.startswith((f"{part}.", f"{part}-"))


def _weighed(result: ObligationResult, severity: Mapping[str, str]) -> ObligationResult:
    given = [part for part in severity if _begins(result.id, part)]
    if not given:
        return result
    return replace(result, severity=Severity(severity[max(given, key=len)]))
