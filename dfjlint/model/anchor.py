"""Where the characters of a document as read stand in the markup of its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A run of characters of the text as read that comes from one element of the file.

    Args:
        start, end: in the text as read, code points.
        element: which element of the part, counted from 0 in document order.
        offset: of the first character in the text of the element; 0 for the reference to a note, which
            stands for all words of the note.
    """

    start: int
    end: int
    element: int
    offset: int


@dataclass(frozen=True, slots=True)
class WordAnchors:
    """The anchors of a Word document.

    Args:
        part: name of its main part, word/document.xml.
        anchors: in order; automatic numbers and text boxes have none.
    """

    part: str
    anchors: tuple[Anchor, ...]
