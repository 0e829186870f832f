"""Fingerprints of results: from what they say, never from where in the file they stand."""

from __future__ import annotations

import hashlib
import unicodedata

from dfjlint.model.report import DocumentReport, Finding, ObligationResult
from dfjlint.reporters.files import clean_path
from dfjlint.reporters.verdicts import ground


def of_obligation(result: ObligationResult, document: DocumentReport) -> str:
    """Of a verdict: the obligation, the document's path, and the words it rests on.

    The words are those of the plan that fall short or answer, or of the provision where the plan has
    none; text that is only near is no ground. White space and the width of characters do not count;
    inserting or moving text elsewhere changes nothing.

    Returns:
        64 hexadecimal digits.
    """
    evidence = ground(result)
    return _digest(result.id, clean_path(document.path), evidence.quote if evidence else result.quote)


def of_finding(finding: Finding, document: DocumentReport) -> str:
    """Of a finding: its id, the document's path, and what its message says."""
    values = "\n".join(f"{name}={value}" for name, value in finding.message.values)
    return _digest(finding.id, clean_path(document.path), f"{finding.message.key}\n{finding.locator}\n{values}")


def _digest(id: str, path: str, words: str) -> str:
    normal = "".join(unicodedata.normalize("NFKC", words).split())
    return hashlib.sha256("\0".join((id, path, normal)).encode("utf-8", "backslashreplace")).hexdigest()
