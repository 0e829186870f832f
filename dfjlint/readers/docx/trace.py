"""Remembers which element of the main part each character of the text comes from."""

from __future__ import annotations

from lxml import etree  # noqa: TID251

from dfjlint.model.anchor import Anchor
from dfjlint.model.source import Span
from dfjlint.readers.docx.inline import NOTES, Inline
from dfjlint.readers.docx.names import local, w

_TEXTS = (w("t"), w("delText"))
_REFERENCES = tuple(w(name) for name in NOTES)


class Trace:
    """Collects anchors while a document is read.

    Args:
        document: root of the main part.
    """

    def __init__(self, document: etree._Element) -> None:
        # Word takes no comments in text boxes; their words count as those before the box.
        boxed = {element for box in document.iter(w("txbxContent")) for element in box.iter(*_TEXTS, *_REFERENCES)}
        self._texts: dict[etree._Element, int] = {}
        self._references: dict[tuple[str, str], int] = {}
        for number, element in enumerate(document.iter()):
            if element in boxed or not _is_in_run(element):
                continue
            if element.tag in _TEXTS:
                self._texts[element] = number
            elif element.tag in _REFERENCES:
                self._references.setdefault((NOTES[local(element)], element.get(w("id"), "")), number)
        self._note: int | None = None
        self.anchors: list[Anchor] = []

    def note(self, reference: tuple[str, str]) -> None:
        """The blocks that follow are of a note; their words stand where the body refers to it."""
        self._note = self._references.get(reference)

    def block(self, span: Span, skipped: int, inline: Inline) -> None:
        """Take up a block.

        Args:
            span: of the block.
            skipped: characters of the pieces before the block begins.
            inline: whose pieces make up the block.
        """
        if self._note is not None:
            self.anchors.append(Anchor(span.start, span.end, self._note, 0))
            return
        at = span.start - skipped
        for piece, origin in zip(inline.text, inline.origins, strict=True):
            start, end = max(at, span.start), min(at + len(piece), span.end)
            number = self._texts.get(origin) if origin is not None else None
            if start < end and number is not None:
                self.anchors.append(Anchor(start, end, number, start - at))
            at += len(piece)


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("r")
