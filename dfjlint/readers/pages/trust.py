"""Says what of the pages could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from dfjlint.messages import read_error
from dfjlint.model.source import Remark
from dfjlint.readers.pages.model import Page
from dfjlint.readers.pages.rows import Segment

_FEWEST_CLIPPED = 3
_SLACK = 0.05
_MOST_LOST = 0.3
_FEW = 20


def check_pages(pages: Sequence[Page], where: str) -> None:
    """Refuse pages that are pictures, or whose glyphs do not say what characters they are.

    Raises:
        ReadError: with its own title for each reason.
    """
    glyphs = sum(len(page.glyphs) for page in pages)
    if not glyphs:
        scanned = any(page.has_picture for page in pages)
        raise read_error("pictures" if scanned else "no-text", where, "scan-or-source")
    lost = sum(1 for page in pages for glyph in page.glyphs if glyph.text == "\ufffd")
    if lost > max(_FEW, glyphs * _MOST_LOST):
        raise read_error("garbled-font", where, "font")


def page_remarks(pages: Sequence[Page], lines: Sequence[Sequence[Segment]]) -> tuple[Remark, ...]:
    """What a reader of the report must know: pages cut off at the right, pages that are pictures.

    Args:
        pages: of the document.
        lines: of each page.
    """
    clipped = [page.number for page, own in zip(pages, lines, strict=True) if _is_clipped(page, own)]
    pictures = [page.number for page in pages if page.has_picture and not page.glyphs]
    remarks = []
    if clipped:
        remarks.append(Remark("DFJ011", "clipped-text", (("pages", _listed(clipped)),)))
    if pictures:
        remarks.append(Remark("DFJ013", "picture-pages", (("pages", _listed(pictures)),)))
    return tuple(remarks)


def _is_clipped(page: Page, lines: Sequence[Segment]) -> bool:
    """Whether several lines reach over the edge of what is printed; marks may hang over it."""
    return sum(1 for line in lines if _goes_over(line, page.edge)) >= _FEWEST_CLIPPED


def _goes_over(line: Segment, edge: float) -> bool:
    last = line.glyphs[-1]
    return last.text.isalnum() and line.left < edge < last.right - _SLACK * last.size


def _listed(pages: Sequence[int]) -> str:
    return "、".join(map(str, pages))
