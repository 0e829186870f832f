"""The page that leads to the pages of many plans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from dfjlint.model.report import DocumentReport, PackView, Report
from dfjlint.reporters.files import clean_path
from dfjlint.reporters.html_report.bars import Tally, tally
from dfjlint.reporters.html_report.page import script_of
from dfjlint.reporters.shown import one_line

INDEX = "index.html"
# What file systems or addresses do not take, and what is invisible.
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan on the page: as much of it as a row shows.

    Args:
        href: name of its page.
    """

    number: int
    document: DocumentReport
    name: str
    script: str
    pack: PackView
    href: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Index:
    """All plans of a report."""

    report: Report
    documents: tuple[Entry, ...]
    home: str = ""
    is_index: bool = True


def index_of(report: Report) -> Index:
    """The index of a report."""
    numbered = enumerate(zip(page_names(report), report.documents, strict=True), start=1)
    return Index(
        report, tuple(_entry(name, number, document, report.pack_of(document)) for number, (name, document) in numbered)
    )


def page_names(report: Report) -> Iterator[str]:
    """The name of the page of each plan: its place in the report and the name of its file."""
    width = len(str(len(report.documents)))
    for number, document in enumerate(report.documents, start=1):
        stem = _UNSAFE.sub("-", PurePath(clean_path(document.path)).stem).strip("-.")[:_LONGEST]
        yield f"{number:0{width}}-{stem or 'plan'}.html"


def _entry(href: str, number: int, document: DocumentReport, pack: PackView) -> Entry:
    name = one_line(document.title) or document.path
    # An index of a thousand plans does not hold what they say.
    bare = replace(document, obligations=(), measures=(), passages=(), line_starts=())
    return Entry(number, bare, name, script_of(document), pack, href, tally(document.obligations))
