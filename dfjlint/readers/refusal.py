"""Says why a file is read by no reader."""

from __future__ import annotations

from dfjlint.errors import ReadError
from dfjlint.readers.reader import RawFile
from dfjlint.readers.sniff import Kind

_AS_DOCX = "open it in Word or WPS and save it as .docx"
_HINTS = {
    Kind.OLD_WORD: _AS_DOCX,
    Kind.OFFICE_XML: _AS_DOCX,
    Kind.RTF: _AS_DOCX,
    Kind.OPEN_DOCUMENT: _AS_DOCX,
    Kind.WEB_ARCHIVE: "open it in a browser and save it as a web page (.html)",
    Kind.ARCHIVE: "unpack it and give the documents inside",
    Kind.IMAGE: "run text recognition on it and give the text",
}
_RENAME = {
    Kind.WORD: "rename it to end in .docx",
    Kind.WEB_PAGE: "rename it to end in .html, if it is the plan at all",
    Kind.PDF: "rename it to end in .pdf",
    Kind.OFD: "rename it to end in .ofd",
    Kind.TEXT: "rename it to end in .txt, if it is the plan at all",
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
        return ReadError("the document is protected by a password", raw.path, "remove the password and save it again")
    hint = _RENAME.get(kind) or _HINTS.get(kind, "give the plan as .docx, .html, .md or .txt")
    if kind in _RENAME or (raw.suffix and raw.suffix not in _NAMED.get(kind, (raw.suffix,))):
        return ReadError(f"the file is {kind.value}, but its name ends in {raw.suffix}", raw.path, hint)
    if kind in _UNREAD_YET:
        return ReadError(f"this format cannot be read: {kind.value}", raw.path, hint)
    return ReadError(f"the file is {kind.value}, not a plan", raw.path, hint)
