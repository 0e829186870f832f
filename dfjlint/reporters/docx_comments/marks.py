"""Puts the marks of comments between the runs of a Word document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dfjlint.model.anchor import Anchor
from dfjlint.model.source import Span
from dfjlint.reporters.docx_comments.markup import MARKS, Element, character_places, edited, word_prefix

_TEXTS = ("t", "delText")
_KEEP_SPACE = b' xml:space="preserve"'


@dataclass(slots=True)
class _Marks:
    """What comes at one place: comments end before others begin."""

    ends: list[bytes] = field(default_factory=list)
    starts: list[bytes] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        return b"".join((*self.ends, *self.starts))


class Marker:
    """Collects the marks of comments for one part.

    Args:
        data: bytes of the part.
        elements: of the part.
        anchors: of its characters, in order.
        old: ids of comments whose marks are taken out.
    """

    def __init__(
        self, data: bytes, elements: Sequence[Element], anchors: Sequence[Anchor], old: frozenset[str]
    ) -> None:
        self._data = data
        self._elements = elements
        self._anchors = anchors
        self._starts = [anchor.start for anchor in anchors]
        self._ends = [anchor.end for anchor in anchors]
        self._removed = list(_old_marks(elements, old))
        self._between: dict[int, _Marks] = defaultdict(_Marks)
        self._inside: dict[tuple[int, int], _Marks] = defaultdict(_Marks)

    def mark(self, span: Span, comment: int) -> bool:
        """Mark the words of a comment; for words without an anchor the paragraph of the nearest before them.

        Returns:
            False if the part has no words at all.

        Raises:
            UnsuitableError: if the elements of the part have no prefix.
        """
        if not self._anchors:
            return False
        begin, end = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        if begin >= end:
            begin, end = self._beside(max(0, begin - 1))
            span = Span(self._starts[begin], self._ends[end - 1])
        first, last = self._anchors[begin], self._anchors[end - 1]
        prefix = word_prefix(self._elements[first.element])
        opening = f'<{prefix}commentRangeStart {prefix}id="{comment}"/>'
        closing = (
            f'<{prefix}commentRangeEnd {prefix}id="{comment}"/>'
            f'<{prefix}r><{prefix}commentReference {prefix}id="{comment}"/></{prefix}r>'
        )
        self._before(first, max(span.start, first.start)).starts.append(opening.encode())
        self._after(last, min(span.end, last.end)).ends.append(closing.encode())
        return True

    def _beside(self, number: int) -> tuple[int, int]:
        """An anchor with those beside it in the same paragraph: however its runs are cut, the same words."""
        around = [self._run(anchor.element).parent for anchor in self._anchors]
        begin, end = number, number + 1
        while begin and around[begin - 1] == around[number]:
            begin -= 1
        while end < len(around) and around[end] == around[number]:
            end += 1
        return begin, end

    def content(self) -> bytes:
        """The part with all marks."""
        added = {place: marks.content for place, marks in self._between.items()}
        for (element, place), marks in self._inside.items():
            added[place] = self._split(element, marks.content)
        for element, places in self._cut_texts().items():
            tag = self._elements[element]
            # A blank beside the cut would be lost otherwise.
            if not tag.value("space") and any(self._data[place - 1 : place].isspace() for place in places):
                added[tag.inside - 1] = _KEEP_SPACE
        return edited(self._data, self._removed, added)

    def _cut_texts(self) -> dict[int, list[int]]:
        cuts: dict[int, list[int]] = defaultdict(list)
        for element, place in self._inside:
            cuts[element].append(place)
        return cuts

    def _before(self, anchor: Anchor, character: int) -> _Marks:
        """The marks before a character."""
        number = anchor.element
        place = self._place(anchor, character)
        if place is None or (place == self._elements[number].inside and self._is_first(number)):
            return self._between[self._run(number).start]
        return self._inside[number, place]

    def _after(self, anchor: Anchor, character: int) -> _Marks:
        """The marks before a character that follows the words."""
        element, run = self._elements[anchor.element], self._run(anchor.element)
        place = self._place(anchor, character)
        if place is None or (place == element.outside and element.end == run.outside):
            return self._between[run.end]
        return self._inside[anchor.element, place]

    def _place(self, anchor: Anchor, character: int) -> int | None:
        """The byte at which a character begins; None if its run cannot be cut there."""
        element = self._elements[anchor.element]
        if element.local not in _TEXTS:
            return None
        places = character_places(self._data, element)
        index = character - anchor.start + anchor.offset
        return places[index] if places is not None and index < len(places) else None

    def _run(self, number: int) -> Element:
        return self._elements[self._elements[number].parent]

    def _is_first(self, number: int) -> bool:
        """Whether nothing stands before an element in its run but the properties of the run."""
        run = self._elements[number].parent
        return all(e.local == "rPr" for e in self._elements[run + 1 : number] if e.parent == run)

    def _split(self, number: int, marks: bytes) -> bytes:
        """What ends a run inside a text, and begins one like it."""
        element, run = self._elements[number], self._run(number)
        first = self._elements[element.parent + 1]
        properties = self._data[first.start : first.end] if first.local == "rPr" else b""
        opening = self._data[run.start : run.inside]
        text = f'<{element.name} xml:space="preserve">'.encode()
        return f"</{element.name}></{run.name}>".encode() + marks + opening + properties + text


def _old_marks(elements: Sequence[Element], old: frozenset[str]) -> Iterable[tuple[int, int]]:
    """Ranges of the marks of comments, with the run that a mark stands alone in."""
    for number, element in enumerate(elements):
        if element.local in MARKS[:2] and element.value("id") in old:
            yield element.start, element.end
        elif element.local == MARKS[2] and element.value("id") in old:
            run = elements[element.parent]
            others = [e for e in elements[element.parent + 1 : number + 2] if e.parent == element.parent]
            alone = (
                run.local == "r"
                and element.end == run.outside
                and all(other is element or other.local == "rPr" for other in others)
            )
            yield (run.start, run.end) if alone else (element.start, element.end)
