"""Chooses the reader for a file."""

from __future__ import annotations

import hashlib
from itertools import chain
from pathlib import Path

from dfjlint.messages import read_error
from dfjlint.model.anchor import WordAnchors
from dfjlint.model.source import BlockKind, SourceDocument
from dfjlint.readers.foreign import mapped
from dfjlint.readers.legibility import check_legible
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.plugins import plugin_readers
from dfjlint.readers.reader import RawFile, Reader
from dfjlint.readers.refusal import refusal
from dfjlint.readers.sniff import Kind, sniff
from dfjlint.readers.suffixes import MARKDOWN, OFFICE, PAGES, TEXT, WORD

# Read through LibreOffice.
_OFFICE = {
    Kind.OLD_WORD: (".doc", ".wps", ".dot", ".wpt"),
    Kind.OPEN_DOCUMENT: (".odt", ".ott"),
    Kind.RTF: (".rtf", ".doc", ".wps"),
}
# Text under one of these names is not the document that the name promises.
_OTHERS = (".doc", ".wps", ".pdf", ".ofd", ".odt", ".rtf", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".rar")


def _read_plain(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.plain import read

    return read(raw, options)


def _read_markdown(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.markdown import read

    return read(raw, options)


def _read_html(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.html import read

    return read(raw, options)


def _read_docx(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.docx import read

    return read(raw, options)


def _read_pdf(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.pdf import read

    return read(raw, options)


def _read_ofd(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.ofd import read

    return read(raw, options)


def _read_office(raw: RawFile, options: ReadOptions) -> SourceDocument:
    from dfjlint.readers.office import read

    return read(raw, options)


def _takes_office(raw: RawFile) -> bool:
    return raw.suffix in ("", *_OFFICE.get(raw.kind, ())) and raw.kind in _OFFICE


def _takes_ofd(raw: RawFile) -> bool:
    return raw.kind is Kind.OFD and raw.suffix in (".ofd", "")


def _takes_pdf(raw: RawFile) -> bool:
    return raw.kind is Kind.PDF and raw.suffix in (".pdf", "")


def _takes_word(raw: RawFile) -> bool:
    named_otherwise = (*TEXT, *MARKDOWN, *PAGES, *_OTHERS[2:])
    return raw.kind is Kind.WORD and raw.suffix not in named_otherwise


def _takes_page(raw: RawFile) -> bool:
    if raw.suffix in PAGES:
        return raw.kind in (Kind.WEB_PAGE, Kind.TEXT)
    # Government sites offer web pages as .doc, which Word opens; other names are mistakes.
    named_otherwise = (*TEXT, *MARKDOWN, *WORD, *_OTHERS[2:])
    return raw.kind is Kind.WEB_PAGE and raw.suffix not in named_otherwise


def _takes_markdown(raw: RawFile) -> bool:
    return raw.kind is Kind.TEXT and raw.suffix in MARKDOWN


def _takes_plain(raw: RawFile) -> bool:
    return raw.kind is Kind.TEXT and raw.suffix not in (*WORD, *_OTHERS)


READERS = (
    Reader("docx", WORD[:2], _takes_word, _read_docx),
    Reader("pdf", (".pdf",), _takes_pdf, _read_pdf),
    Reader("ofd", (".ofd",), _takes_ofd, _read_ofd),
    Reader("office", OFFICE, _takes_office, _read_office),
    Reader("html", PAGES[:3], _takes_page, _read_html),
    Reader("md", MARKDOWN, _takes_markdown, _read_markdown),
    Reader("txt", TEXT[:1], _takes_plain, _read_plain),
)
"""Built-in readers; the first that takes a file reads it."""


def read_document(path: Path, display_path: str, data: bytes, options: ReadOptions) -> SourceDocument:
    """Read a plan.

    Args:
        path: of the file; only its suffix is looked at.
        display_path: as given by the user, for messages and reports.
        data: content of the file.
        options: limits, and which side of tracked changes.

    Raises:
        ReadError: if the file cannot be read, or no verdict is possible on what it holds.
    """
    where = display_path.replace("\\", "/")
    if len(data) > options.max_bytes:
        raise read_error("too-many-bytes", where, "split", limit=options.max_bytes)
    if not data:
        raise read_error("empty", where, "check-saved")
    with mapped(where):
        kind = sniff(data, where, options)
        raw = RawFile(where, path.suffix.lower(), kind, data, hashlib.sha256(data).hexdigest())
        offered = chain(READERS, plugin_readers(where))
        reader = next((reader for reader in offered if reader.takes(raw)), None)
        if reader is None:
            raise refusal(raw)
        document = reader.read(raw, options)
        check_legible(_content(document), where)
    return document


def word_anchors(path: Path, display_path: str, data: bytes, options: ReadOptions) -> WordAnchors | None:
    """Where the text of a Word document stands in its markup; None for a file that is no Word document.

    Raises:
        ReadError: as `read_document`.
    """
    where = display_path.replace("\\", "/")
    with mapped(where):
        raw = RawFile(where, path.suffix.lower(), sniff(data, where, options), data, hashlib.sha256(data).hexdigest())
        if not _takes_word(raw):
            return None
        from dfjlint.readers.docx import word_anchors

        return word_anchors(raw, options)


def _content(document: SourceDocument) -> str:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    return "\n".join(document.text[block.span.start : block.span.end] for block in blocks)
