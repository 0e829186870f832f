"""Opens a PDF document and takes its pages apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.model.source import SourceDocument
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.pages import Page, write_pages
from dfjlint.readers.reader import RawFile

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The text of a PDF document in reading order, with pages; scripts, forms and links are not looked at.

    Raises:
        ReadError: if it is damaged, locked, beyond the limits or without text, or pypdfium2 is missing.
    """
    with closing(_open(raw)) as document:
        count = len(document)
        if not count:
            raise read_error("no-pages", raw.path, "print-pdf")
        if count > options.max_pages:
            raise read_error("too-many-pages", raw.path, "split", limit=options.max_pages)
        return write_pages(list(_pages(document, raw, options)), raw, options, "pdf")


def _open(raw: RawFile) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise read_error("needs-pdfium", raw.path, "install-pdfium") from error
    try:
        return pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (_PASSWORD, _SECURITY):
            raise read_error("password", raw.path, "password") from error
        raise _damaged(raw.path) from error


def _pages(document: PdfDocument, raw: RawFile, options: ReadOptions) -> Iterator[Page]:
    from pypdfium2 import PdfiumError

    from dfjlint.readers.pdf.page import read_page

    characters = 0
    for index in range(len(document)):
        try:
            page = read_page(document, index, options.max_characters - characters)
        except PdfiumError as error:
            raise _damaged(raw.path) from error
        characters += len(page.glyphs)
        if characters > options.max_characters:
            raise read_error("too-many-characters", raw.path, "split", limit=options.max_characters)
        yield page


def _damaged(where: str) -> ReadError:
    return read_error("damaged-pdf", where, "print-pdf")
