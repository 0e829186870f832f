"""Names the places of a page that links lead to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of one document's part of the page.

    Args:
        prefix: empty for the first document, so that #DFJ-2.2.6 leads to it; d2- for the second.
    """

    prefix: str

    @classmethod
    def of_document(cls, number: int) -> Anchors:
        """The anchors of a document, counted from 1."""
        return cls("" if number == 1 else f"d{number}-")

    def obligation(self, id: str) -> str:
        """Of the card of an obligation."""
        return f"{self.prefix}{id}"

    def text(self, start: int) -> str:
        """Of the passage that begins at a source offset."""
        return f"{self.prefix}t{start}"

    def measure(self, index: int) -> str:
        """Of a measure in the text of the plan."""
        return f"{self.prefix}m{index}"

    def provision(self, index: int) -> str:
        """Of the obligations of a provision, by its place in the instrument."""
        return f"{self.prefix}p{index}"

    def part(self, name: str) -> str:
        """Of a part of the report: conclusion, matrix, items, …"""
        return f"{self.prefix}{name}"
