"""The process in which PDFium runs: a PDF document from standard input, its pages as JSON to standard output.

A document of a few kilobytes can have PDFium take any time and memory, or crash it; here that ends this
process and nothing else.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from dfjlint.readers.pages import Glyph, Page, Rule
from dfjlint.readers.pdf.pages import PagesError, pdf_pages


def main(arguments: Sequence[str]) -> None:
    """Read the document.

    Args:
        arguments: max_pages, max_characters, bytes of memory, seconds of computing.
    """
    max_pages, max_characters, memory, seconds = map(int, arguments)
    _limit(memory, seconds)
    data = sys.stdin.buffer.read()
    try:
        pages = [_plain(page) for page in pdf_pages(data, max_pages, max_characters)]
        answer = json.dumps({"pages": pages})
    except PagesError as error:
        answer = json.dumps({"error": error.key})
    sys.stdout.write(answer)


def pages_of(answer: bytes) -> list[Page]:
    """The pages that the process has written.

    Raises:
        PagesError: if it has found that they cannot be had.
        ValueError: if it has written anything else.
    """
    found = json.loads(answer)
    if "error" in found:
        raise PagesError(str(found["error"]))
    return [_page(*entry) for entry in found["pages"]]


def _plain(page: Page) -> list[object]:
    return [page.number, page.width, page.height, page.edge, page.glyphs, page.rules, page.has_picture]


def _page(
    number: int,
    width: float,
    height: float,
    edge: float,
    glyphs: list[tuple[str, float, float, float, float]],
    rules: list[tuple[float, float, float, float]],
    has_picture: bool,
) -> Page:
    return Page(
        number, width, height, edge, [Glyph(*glyph) for glyph in glyphs], [Rule(*rule) for rule in rules], has_picture
    )


def _limit(memory: int, seconds: int) -> None:
    """Bound what this process may take, on systems that can."""
    try:
        import resource
    except ImportError:
        return
    bounds = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: seconds, resource.RLIMIT_AS: memory}
    for kind, bound in bounds.items():
        hard = resource.getrlimit(kind)[1]
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (bound, hard))
