"""Takes the pages of a PDF document apart with PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from dfjlint.readers.pages import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_SECURITY = 5  # FPDF_ERR_SECURITY


class PagesError(Exception):
    """Why the pages cannot be had.

    Args:
        key: of the reason in the catalogue of messages, without read-.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def pdf_pages(data: bytes, max_pages: int, max_characters: int) -> Iterator[Page]:
    """The pages of a document; scripts, forms and links are not looked at.

    Args:
        data: the file.
        max_pages: of the document.
        max_characters: of all pages together.

    Raises:
        ImportError: if pypdfium2 is not installed.
        PagesError: if it is damaged, locked, empty or beyond the limits.
    """
    with closing(_open(data)) as document:
        count = len(document)
        if not count:
            raise PagesError("no-pages")
        if count > max_pages:
            raise PagesError("too-many-pages")
        yield from _pages(document, max_characters)


def _open(data: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (_PASSWORD, _SECURITY)
        raise PagesError("password" if locked else "damaged-pdf") from error


def _pages(document: PdfDocument, max_characters: int) -> Iterator[Page]:
    from pypdfium2 import PdfiumError

    from dfjlint.readers.pdf.page import read_page

    characters = 0
    for index in range(len(document)):
        try:
            page = read_page(document, index, max_characters - characters)
        except PdfiumError as error:
            raise PagesError("damaged-pdf") from error
        characters += len(page.glyphs)
        if characters > max_characters:
            raise PagesError("too-many-characters")
        yield page
