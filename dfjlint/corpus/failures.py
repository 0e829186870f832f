"""The documents of a run that have no verdict, and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dfjlint.corpus.run import Course, State, state_of
from dfjlint.corpus.shards import failed_rows, write_whole
from dfjlint.messages import render
from dfjlint.model.report import Message

FAILURES = "failures.csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Failure:
    """A document without a verdict.

    Args:
        kind: unreadable, failed, died or time-limit.
    """

    document: str
    kind: str
    message: Message

    def said(self, lang: str) -> str:
        """Why, in a language."""
        return render(self.message, lang)


def failures_of(course: Course) -> list[Failure]:
    """The documents without a verdict, in the order of the run."""
    return failures_in({document.key: document.name for document in course.documents}, state_of(course))


def failures_in(names: Mapping[str, str], state: State) -> list[Failure]:
    """The same for documents of which only key and name are known."""
    shards = sorted({state.homes[key] for key in state.failed})
    rows = {row.key: row for path in shards for row in failed_rows(path) if state.homes.get(row.key) == path}
    return [Failure(name, rows[key].kind, rows[key].message) for key, name in names.items() if key in state.failed]


def write_failures(course: Course, failures: Sequence[Failure], lang: str) -> None:
    """Write failures.csv, which Excel opens too; without failures it holds its first line only.

    Raises:
        UsageError: if it cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("document", "failure", "reason"))
    for failure in failures:
        writer.writerow(map(safe_cell, (failure.document, failure.kind, failure.said(lang))))
    write_whole(course.folder / FAILURES, text.getvalue().encode("utf-8-sig"))


def safe_cell(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
