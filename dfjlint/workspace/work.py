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
    from dfjlint.workspace.hand import Lost


def check_task(
    shown: str, data: bytes | ReadError, issuer: str, index: ConceptIndex, reading: ReadOptions
) -> DocumentReport:
    """The report on a file; finding DFJ002 and no verdict if the check itself fails."""
    if isinstance(data, ReadError):
        return unreadable(shown, b"", data)
    try:
        return check_bytes(data, shown, index, issuer, reading)
    except Exception as error:  # a defect must not hide the reports on other plans
        return _failed(shown, data, Message("check-failed", (("reason", f"{type(error).__name__}: {error}"),)))


def warm(index: ConceptIndex, reading: ReadOptions) -> None:
    """Check a plan of one sentence: whatever is loaded when first needed is loaded then."""
    words = index.pack.obligations[0].quote
    check_task("plan.txt", f"工作要点\n一、主要任务\n（一）{words}。\n".encode(), "", index, reading)


def lost(shown: str, data: bytes | ReadError, reason: Lost, time_limit: float) -> DocumentReport:
    """The report on a file that has cost two worker processes.

    Args:
        time_limit: that the check had, in seconds.
    """
    values = (("seconds", f"{time_limit:g}"),)
    return _failed(shown, data if isinstance(data, bytes) else b"", Message(f"check-{reason}", values))


def _failed(shown: str, data: bytes, message: Message) -> DocumentReport:
    finding = Finding("DFJ002", Severity.ERROR, message)
    return replace(unreadable(shown, data, ReadError("the check failed", shown)), findings=(finding,))
