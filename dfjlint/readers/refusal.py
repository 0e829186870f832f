"""Says why a file is read by no reader."""

from __future__ import annotations

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.readers.reader import RawFile
from dfjlint.readers.sniff import Kind

# Keys of hints.
_HINTS = {
    Kind.OLD_WORD: "save-as-docx",
    Kind.OFFICE_XML: "save-as-docx",
    Kind.RTF: "save-as-docx",
    Kind.OPEN_DOCUMENT: "save-as-docx",
    Kind.WEB_ARCHIVE: "save-page",
    Kind.ARCHIVE: "unpack",
    Kind.IMAGE: "recognise",
}
_RENAME = {
    Kind.WORD: "rename-docx",
    Kind.WEB_PAGE: "rename-html",
    Kind.PDF: "rename-pdf",
    Kind.OFD: "rename-ofd",
    Kind.TEXT: "rename-txt",
}
_UNREAD_YET = (Kind.OFFICE_XML,)
_NAMED = {
    Kind.OLD_WORD: (".doc", ".wps", ".dot", ".wpt"),
    Kind.PDF: (".pdf",),
    Kind.OFD: (".ofd",),
    Kind.OPEN_DOCUMENT: (".odt", ".ods", ".odp"),
    Kind.RTF: (".rtf", ".doc"),
    Kind.OFFICE_XML: (".xml", ".doc"),
    Kind.WEB_ARCHIVE: (".mht", ".mhtml", ".doc"),
    Kind.WORKBOOK: (".xls", ".xlsx", ".xlsm", ".et"),
    Kind.SLIDES: (".ppt", ".pptx", ".dps"),
    Kind.ARCHIVE: (".zip", ".rar", ".7z", ".gz", ".tgz"),
    Kind.IMAGE: (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"),
}


def refusal(raw: RawFile) -> ReadError:
    """The error for a file that no reader takes: its true format, and what to do."""
    kind = raw.kind
    if kind is Kind.LOCKED:
        return read_error("password", raw.path, "password")
    hint = _RENAME.get(kind) or _HINTS.get(kind, "other-format")
    name = f"@{kind.value}"
    if kind in _RENAME or (raw.suffix and raw.suffix not in _NAMED.get(kind, (raw.suffix,))):
        return read_error("wrong-name", raw.path, hint, kind=name, suffix=raw.suffix)
    return read_error("unknown-format" if kind in _UNREAD_YET else "no-plan", raw.path, hint, kind=name)
