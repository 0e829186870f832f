"""Checks one file and lets nothing that goes wrong reach the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dfjlint.api import check_bytes, unreadable
from dfjlint.errors import ReadError
from dfjlint.model.report import DocumentReport, Finding, Message, Severity

if TYPE_CHECKING:
    from dfjlint.engine.index import ConceptIndex
    from dfjlint.readers import ReadOptions


def check_task(
    shown: str, data: bytes | ReadError, issuer: str, index: ConceptIndex, reading: ReadOptions
) -> DocumentReport:
    """The report on a file; finding DFJ002 and no verdict if the check itself fails."""
    if isinstance(data, ReadError):
        return unreadable(shown, b"", data)
    try:
        return check_bytes(data, shown, index, issuer, reading)
    except Exception as error:  # a defect must not hide the reports on other plans
        return failed(shown, data, f"{type(error).__name__}: {error}")


def failed(shown: str, data: bytes, reason: str) -> DocumentReport:
    """The report on a file whose check failed."""
    finding = Finding("DFJ002", Severity.ERROR, Message("check-failed", (("reason", reason),)))
    return replace(unreadable(shown, data, ReadError(reason, shown)), findings=(finding,))
