"""Reads a PDF document, with PDFium in a process of its own."""

from __future__ import annotations

import subprocess  # Python itself, with a list of arguments and no shell
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
from dfjlint.model.source import SourceDocument
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.pages import Page, write_pages
from dfjlint.readers.pdf.child import pages_of
from dfjlint.readers.pdf.pages import PagesError, pdf_pages
from dfjlint.readers.reader import RawFile

_HERE = Path(__file__).resolve().parents[3]
_CHILD = "import sys; sys.path.append(sys.argv[1]); from dfjlint.readers.pdf.child import main; main(sys.argv[2:])"
# What to do about each reason, both as keys of the catalogue, and the limit that it names.
_HINTS = {
    "password": ("password", ""),
    "damaged-pdf": ("print-pdf", ""),
    "no-pages": ("print-pdf", ""),
    "too-many-pages": ("split", "max_pages"),
    "too-many-characters": ("split", "max_characters"),
    "pdf-too-slow": ("print-pdf", "max_seconds"),
    "pdf-gave-up": ("print-pdf", ""),
}


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The text of a PDF document in reading order, with pages; scripts, forms and links are not looked at.

    Raises:
        ReadError: if it is damaged, locked, beyond the limits or without text, or pypdfium2 is missing.
    """
    if find_spec("pypdfium2") is None:
        raise read_error("needs-pdfium", raw.path, "install-pdfium")
    try:
        pages = _pages(raw, options)
    except PagesError as error:
        raise _refused(error.key, raw.path, options) from error
    return write_pages(pages, raw, options, "pdf")


def _pages(raw: RawFile, options: ReadOptions) -> Sequence[Page]:
    # A program that Python is built into has no interpreter to start.
    if not options.isolated or not sys.executable:
        return list(pdf_pages(raw.data, options.max_pages, options.max_characters))
    limits = (options.max_pages, options.max_characters, options.max_memory, options.max_seconds)
    # -P: a folder that a plan lies in brings no modules. The last place to look is where this package lies.
    command = [sys.executable, "-P", "-c", _CHILD, str(_HERE), *map(str, limits)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=raw.data, capture_output=True, timeout=options.max_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PagesError("pdf-too-slow") from error
    if done.returncode:
        raise PagesError("pdf-too-slow" if _is_time_up(done.returncode) else "pdf-gave-up")
    return pages_of(done.stdout)


def _is_time_up(code: int) -> bool:
    """Whether a process was ended because it has computed too long."""
    import signal

    return hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU


def _refused(key: str, where: str, options: ReadOptions) -> ReadError:
    hint, limit = _HINTS[key]
    return read_error(key, where, hint, **{"limit": getattr(options, limit)} if limit else {})
