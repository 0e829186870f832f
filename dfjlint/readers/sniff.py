"""Tells what a file is by its first bytes and, for archives, by the files inside."""

from __future__ import annotations

import re
from enum import Enum

from dfjlint.readers.archive import open_archive
from dfjlint.readers.options import ReadOptions

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE = re.compile(rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)[\s>]", re.I | re.S)
_WORD_XML = re.compile(rb'progid="Word\.Document"|<(w:wordDocument|pkg:package)\b')
_WEB_ARCHIVE = re.compile(rb"(?:[\w-]+: [^\r\n]*\r?\n)*?MIME-Version: ", re.I)


class Kind(Enum):
    """What the content of a file looks like, with the key of its name in the catalogue of messages."""

    TEXT = "file-text"
    WEB_PAGE = "file-web-page"
    WORD = "file-word"
    OLD_WORD = "file-old-word"
    LOCKED = "file-locked"
    OFFICE_XML = "file-office-xml"
    WORKBOOK = "file-workbook"
    SLIDES = "file-slides"
    OPEN_DOCUMENT = "file-open-document"
    OFD = "file-ofd"
    PDF = "file-pdf"
    RTF = "file-rtf"
    WEB_ARCHIVE = "file-web-archive"
    ARCHIVE = "file-archive"
    IMAGE = "file-image"
    OLE = "file-ole"


_SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
)
# Names of streams in an OLE2 file are UTF-16; the first that is found says what the file is.
_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("WordDocument", Kind.OLD_WORD),
    ("WpsDocument", Kind.OLD_WORD),
    ("Workbook", Kind.WORKBOOK),
    ("PowerPoint Document", Kind.SLIDES),
)
_PARTS = (
    ("OFD.xml", Kind.OFD),
    ("content.xml", Kind.OPEN_DOCUMENT),
    ("word/document.xml", Kind.WORD),
    ("xl/workbook.xml", Kind.WORKBOOK),
    ("ppt/presentation.xml", Kind.SLIDES),
)


def sniff(data: bytes, where: str, options: ReadOptions) -> Kind:
    """What the bytes of a file look like; text if nothing else fits.

    Raises:
        ReadError: if it is an archive that is damaged, locked or beyond the limits.
    """
    if data.startswith(_ZIP):
        return _zip_kind(data, where, options)
    if data.startswith(_OLE):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), Kind.OLE)
    head = data[:_HEAD]
    signed = next((kind for mark, kind in _SIGNATURES if head.startswith(mark)), None)
    return signed or _text_kind(head)


def _zip_kind(data: bytes, where: str, options: ReadOptions) -> Kind:
    archive = open_archive(data, where, options)
    types = archive.read("[Content_Types].xml") or b""
    if b"wordprocessingml" in types or b"ms-word.document" in types:
        return Kind.WORD
    return next((kind for name, kind in _PARTS if name in archive), Kind.ARCHIVE)


def _text_kind(head: bytes) -> Kind:
    mark = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    start = head[len(mark) :].lstrip()
    if _WEB_PAGE.match(start):
        return Kind.WEB_PAGE
    if start.startswith(b"<") and _WORD_XML.search(start):
        return Kind.OFFICE_XML
    return Kind.WEB_ARCHIVE if _WEB_ARCHIVE.match(start) else Kind.TEXT
