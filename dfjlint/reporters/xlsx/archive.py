"""Saves a workbook as the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from openpyxl import Workbook
from openpyxl.xml.functions import tostring

# A report does not know the clock: this is the oldest date that a zip file can hold.
_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 — Office Open XML properties and zip entries have no zone
_PROPERTIES = "docProps/core.xml"


def saved(book: Workbook) -> bytes:
    """The workbook with dates of creation and change, and those of its parts, set to a fixed day."""
    book.properties.created = _DATE
    first = io.BytesIO()
    book.save(first)
    # Saving has put the clock into the properties.
    book.properties.modified = _DATE
    properties = tostring(book.properties.to_tree())
    result = io.BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _DATE.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            # The system that made it is part of the bytes too.
            fixed.create_system = 0
            content = properties if entry.filename == _PROPERTIES else source.read(entry)
            target.writestr(fixed, content)
    return result.getvalue()
