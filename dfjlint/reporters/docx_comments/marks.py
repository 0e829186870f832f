"""Puts the marks of comments between the runs of a Word document."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dfjlint.model.anchor import Anchor
from dfjlint.model.source import Span
from dfjlint.reporters.docx_comments.markup import Element, character_places, edited

_RANGE = ("commentRangeStart", "commentRangeEnd")
_KEEP_SPACE = b' xml:space="preserve"'


@dataclass(slots=True)
class _Marks:
    """What comes at one place: comments end before others begin."""

    ends: list[bytes] = field(default_factory=list)
    starts: list[bytes] = field(default_factory=list)

    @property
    def bytes(self) -> bytes:
        return b"".join((*self.ends, *self.starts))


class Marker:
    """Collects the marks of comments for one part.

    Args:
        data: bytes of the part.
        elements: of the part.
        anchors: of its characters.
        old: ids of comments whose marks are taken out.
    """

    def __init__(self, data: bytes, elements: Sequence[Element], anchors: Sequence[Anchor], old: Iterable[str]) -> None:
        self._data = data
        self._elements = elements
        self._anchors = anchors
        self._starts = [anchor.start for anchor in anchors]
        self._removed = list(_old_marks(elements, frozenset(old)))
        self._between: dict[int, _Marks] = defaultdict(_Marks)
        self._inside: dict[tuple[int, int], _Marks] = defaultdict(_Marks)

    def mark(self, span: Span, comment: int) -> bool:
        """Mark the words of a comment; words without an anchor are moved to the nearest before them.

        Returns:
            False if the part has no words at all.
        """
        inside = [anchor for anchor in self._anchors if anchor.start < span.end and span.start < anchor.end]
        if not inside:
            if not self._anchors:
                return False
            nearest = self._anchors[max(0, bisect_right(self._starts, span.start) - 1)]
            inside, span = [nearest], Span(nearest.start, nearest.end)
        first, last = inside[0], inside[-1]
        prefix = self._elements[first.element].prefix
        start = f'<{prefix}commentRangeStart {prefix}id="{comment}"/>'.encode()
        end = (
            f'<{prefix}commentRangeEnd {prefix}id="{comment}"/>'
            f'<{prefix}r><{prefix}commentReference {prefix}id="{comment}"/></{prefix}r>'
        ).encode()
        self._at(first, max(span.start, first.start), is_end=False).starts.append(start)
        self._at(last, min(span.end, last.end), is_end=True).ends.append(end)
        return True

    def bytes(self) -> bytes:
        """The part with all marks."""
        added = {place: marks.bytes for place, marks in self._between.items()}
        kept: set[int] = set()
        for (element, place), marks in self._inside.items():
            added[place] = self._split(element, marks.bytes)
            tag = self._elements[element]
            if element not in kept and not tag.value("space"):
                kept.add(element)
                added[tag.inside - 1] = _KEEP_SPACE
        return edited(self._data, self._removed, added)

    def _at(self, anchor: Anchor, character: int, is_end: bool) -> _Marks:
        """The marks before a character, or after the one before it."""
        number = anchor.element
        element = self._elements[number]
        run = self._elements[self._run_of(number)]
        places = character_places(self._data, element)
        index = character - anchor.start + anchor.offset
        if places is None or index >= len(places):
            return self._between[run.end if is_end else run.start]
        if index == 0 and self._is_first(number):
            return self._between[run.start]
        if index == len(places) - 1 and element.end == run.outside:
            return self._between[run.end]
        return self._inside[number, places[index]]

    def _run_of(self, element: int) -> int:
        number = element
        while self._elements[number].local != "r" and self._elements[number].parent >= 0:
            number = self._elements[number].parent
        return number

    def _is_first(self, number: int) -> bool:
        """Whether nothing stands before an element in its run but the properties of the run."""
        run = self._run_of(number)
        inside = [e for e in self._elements[run + 1 : number] if e.parent == run]
        return self._elements[number].parent == run and all(e.local == "rPr" for e in inside)

    def _split(self, number: int, marks: bytes) -> bytes:
        """What ends a run inside a text, and begins one like it."""
        element = self._elements[number]
        run_number = self._run_of(number)
        run = self._elements[run_number]
        first = self._elements[run_number + 1]
        properties = self._data[first.start : first.end] if first.local == "rPr" else b""
        opening = self._data[run.start : run.inside]
        text = f'<{element.name} xml:space="preserve">'.encode()
        return f"</{element.name}></{run.name}>".encode() + marks + opening + properties + text


def _old_marks(elements: Sequence[Element], old: frozenset[str]) -> Iterable[tuple[int, int]]:
    """Ranges of the marks of comments, with the run that a mark stands alone in."""
    for number, element in enumerate(elements):
        if element.local in _RANGE and element.value("id") in old:
            yield element.start, element.end
        elif element.local == "commentReference" and element.value("id") in old:
            run = elements[element.parent]
            others = [e for e in elements[element.parent + 1 : number + 2] if e.parent == element.parent]
            alone = (
                run.local == "r"
                and element.end == run.outside
                and all(other is element or other.local == "rPr" for other in others)
            )
            yield (run.start, run.end) if alone else (element.start, element.end)
