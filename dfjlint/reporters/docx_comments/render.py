"""Puts the verdicts on a Word plan into it as comments."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from dfjlint.model.anchor import WordAnchors
from dfjlint.model.report import DocumentReport, Part
from dfjlint.model.source import Span
from dfjlint.reporters.docx_comments.archive import WordArchive
from dfjlint.reporters.docx_comments.marks import Marker
from dfjlint.reporters.docx_comments.markup import Element, elements_of
from dfjlint.reporters.docx_comments.notes import Note, notes_of
from dfjlint.reporters.docx_comments.parts import (
    is_strict,
    new_comments,
    next_id,
    related,
    replaced,
    with_comments,
    with_relationship,
    with_type,
)

_TYPES = "[Content_Types].xml"


def render_docx_comments(document: DocumentReport, part: Part, data: bytes, anchors: WordAnchors, lang: str) -> bytes:
    """A Word plan with comments; its text, the comments of others and all its other parts stay as they are.

    Comments that an earlier run has left are replaced, unless somebody has answered them.

    Args:
        document: report on the plan, or on the plan set.
        part: the file of the document that gets the comments.
        data: the bytes of the file that was checked.
        anchors: of the same file.
        lang: of the comments.

    Raises:
        UnsuitableError: if the file is built as no office program builds it.
    """
    archive = WordArchive(data)
    comments = _comments(archive, anchors.part)
    main = archive.read(anchors.part) or b""
    gone = replaced(comments.elements, comments.extended)
    old = frozenset(element.value("id") for element in gone)
    elements = elements_of(main)
    marker = Marker(main, elements, anchors.anchors, old)
    first = next_id(comments.elements, elements, old)
    written = [
        (number, note.lines)
        for number, note in enumerate(_own(notes_of(document, lang), part), first)
        if marker.mark(note.span, number)
    ]
    content = with_comments(comments.data, comments.elements, gone, written)
    return archive.rewritten({**comments.members, comments.name: content, anchors.part: marker.content()})


@dataclass(frozen=True, slots=True)
class _Comments:
    """The comments part.

    Args:
        name: in the archive.
        data: its bytes, before anything is added.
        extended: elements of the part that says which comment answers which.
        members: parts that have to name it and do not yet.
    """

    name: str
    data: bytes
    elements: list[Element]
    extended: list[Element]
    members: dict[str, bytes]


def _comments(archive: WordArchive, main: str) -> _Comments:
    """The comments part of a document; an empty one where it has none."""
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    known = archive.read(relations)
    part = related(known, "comments", folder)
    data = archive.read(part) if part else None
    extended = archive.read(related(known, "commentsExtended", folder))
    answers = elements_of(extended) if extended else []
    if data is not None:
        return _Comments(part, data, elements_of(data), answers, {})
    members: dict[str, bytes] = {}
    strict = is_strict(archive.read(main) or b"")
    if not part:
        part = _free_name(archive, folder)
        members[relations] = with_relationship(known, posixpath.basename(part), strict)
    types = archive.read(_TYPES) or b""
    if f'"/{part}"'.lower().encode() not in types.lower():
        members[_TYPES] = with_type(types, part)
    data = new_comments(strict)
    return _Comments(part, data, elements_of(data), answers, members)


def _free_name(archive: WordArchive, folder: str) -> str:
    """A name for the part that no other part has."""
    names = [posixpath.join(folder, f"comments{number}.xml") for number in ("", *range(1, 1000))]
    return next(name for name in names if archive.read(name) is None)


def _own(notes: tuple[Note, ...], part: Part) -> Iterator[Note]:
    """The notes on the words of one file of a set, placed in its own text."""
    for note in notes:
        if part.offset <= note.span.start <= part.offset + part.characters:
            start, end = note.span.start - part.offset, note.span.end - part.offset
            yield Note(Span(start, min(end, part.characters)), note.lines)
