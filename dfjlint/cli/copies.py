"""Copies of the plans of a run, with the verdicts as Word comments."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from dfjlint.api import commented_docx
from dfjlint.cli.output import DOCX_COMMENTS, Rendered
from dfjlint.cli.session import Session, read_options
from dfjlint.errors import UsageError
from dfjlint.messages import read_error
from dfjlint.model.report import DocumentReport, Part, Report
from dfjlint.reporters.files import clean_path, files_of

_WORD = (".docx", ".docm", ".dotx", ".dotm")


def commented_copies(path: str, report: Report, session: Session) -> list[Rendered]:
    """What a docx-comments output means: the copy of one plan, or of several in a folder.

    Plans that could not be read have no copy.

    Args:
        path: of the copy, or of the folder.

    Raises:
        UsageError: if one path is given for several plans, or two of them have the same name.
        ReadError: if a plan is no Word document, or has changed since it was checked.
    """
    plans = [(document, file) for document in _plans(report) for file in files_of(document)]
    places = {file.path: Path(path) / Path(file.path).name for _, file in plans}
    if not _is_folder(path):
        if len(plans) > 1:
            hint = f"name a folder: {DOCX_COMMENTS}:{Path(path).parent.as_posix()}/commented/"
            raise UsageError("several plans cannot be copied into one file", path, hint)
        places = {file.path: Path(path) for _, file in plans}
    if len(set(places.values())) < len(plans):
        raise UsageError("two plans of one name would be copied into one folder", path, "check them one by one")
    return [(str(places[file.path]), _copy(document, file, session)) for document, file in plans]


def _plans(report: Report) -> list[DocumentReport]:
    """The plans that were read, each once, with the verdicts by every pack."""
    found: dict[str, DocumentReport] = {}
    for document in report.documents:
        if document.readable:
            first = found.get(document.path)
            obligations = (*first.obligations, *document.obligations) if first else document.obligations
            found[document.path] = replace(first or document, obligations=obligations)
    return list(found.values())


def _is_folder(path: str) -> bool:
    return path.endswith(("/", "\\")) or Path(path).is_dir() or Path(path).suffix.lower() not in _WORD


def _copy(document: DocumentReport, file: Part, session: Session) -> bytes:
    paths = {clean_path(plan.shown): plan.path for unit in session.units for plan in unit.files}
    try:
        data = paths[clean_path(file.path)].read_bytes()
    except OSError as error:
        raise read_error("cannot-open", file.path, "check-exists", why=error.strerror) from error
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise read_error("changed", file.path, "check-again")
    commented = commented_docx(document, file, data, session.settings.lang, read_options(session.settings))
    if commented is None:
        raise read_error("no-comments", file.path, "other-report")
    return commented
