"""Decides which side of a tracked change is read."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree  # noqa: TID251

from dfjlint.readers.docx.names import w

_INSERTED = frozenset([w("ins"), w("moveTo")])
_DELETED = frozenset([w("del"), w("moveFrom")])


@dataclass(frozen=True, slots=True)
class Revisions:
    """One side of all tracked changes.

    Args:
        original: True reads the document as if all changes were rejected, False as if accepted.
    """

    original: bool

    def drops(self, element: etree._Element) -> bool:
        """Whether an element marks content that this side does not have."""
        return element.tag in (_INSERTED if self.original else _DELETED)

    def paragraph_properties(self, paragraph: etree._Element) -> etree._Element | None:
        """The properties that a paragraph has on this side."""
        return self._side(paragraph.find(w("pPr")), "pPrChange", "pPr")

    def run_properties(self, run: etree._Element) -> etree._Element | None:
        """The properties that a run has on this side."""
        return self._side(run.find(w("rPr")), "rPrChange", "rPr")

    def drops_mark(self, paragraph: etree._Element) -> bool:
        """Whether the end of a paragraph is gone, so that it runs on into the next one."""
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        return mark is not None and any(map(self.drops, mark))

    def drops_row(self, row: etree._Element) -> bool:
        """Whether a table row does not exist on this side."""
        properties = row.find(w("trPr"))
        return properties is not None and any(map(self.drops, properties))

    def drops_cell(self, cell: etree._Element) -> bool:
        """Whether a table cell does not exist on this side."""
        properties = cell.find(w("tcPr"))
        gone = w("cellIns") if self.original else w("cellDel")
        return properties is not None and properties.find(gone) is not None

    def _side(self, now: etree._Element | None, change: str, name: str) -> etree._Element | None:
        if not self.original or now is None:
            return now
        before = now.find(w(change))
        return now if before is None else before.find(w(name))
