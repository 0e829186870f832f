"""Puts the verdicts on a Word plan into it as comments."""

from __future__ import annotations

import posixpath

from dfjlint.model.anchor import WordAnchors
from dfjlint.model.report import DocumentReport
from dfjlint.reporters.docx_comments.archive import read_member, rewritten
from dfjlint.reporters.docx_comments.marks import Marker
from dfjlint.reporters.docx_comments.markup import elements_of
from dfjlint.reporters.docx_comments.notes import notes_of
from dfjlint.reporters.docx_comments.parts import (
    AUTHOR,
    is_strict,
    new_comments,
    next_id,
    own_ids,
    related,
    with_comments,
    with_relationship,
    with_type,
)

__all__ = ["AUTHOR", "render_docx_comments"]

_TYPES = "[Content_Types].xml"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def render_docx_comments(document: DocumentReport, data: bytes, anchors: WordAnchors, lang: str) -> bytes:
    """The Word document with comments; its text, its other comments and all its other parts stay as they are.

    Comments that an earlier run has left are replaced.

    Args:
        document: report on it.
        data: the bytes of the file that was checked.
        anchors: of the same file.
        lang: of the comments.

    Raises:
        ValueError: if a part is not UTF-8.
    """
    main = read_member(data, anchors.part) or b""
    folder, name = posixpath.split(anchors.part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    old_relations = read_member(data, relations)
    part = related(old_relations, "comments", folder)
    strict = is_strict(main)
    comments = read_member(data, part) if part else None
    members: dict[str, bytes] = {}
    if comments is None:
        comments = new_comments(_STRICT_MAIN if strict else _MAIN)
        types = read_member(data, _TYPES) or b""
        taken = part or posixpath.join(folder, "comments.xml")
        if not part:
            members[relations] = with_relationship(old_relations, "comments.xml", strict)
        if f'"/{taken}"'.encode() not in types:
            members[_TYPES] = with_type(types, taken)
        part = taken
    known = elements_of(comments)
    marker = Marker(main, elements_of(main), anchors.anchors, own_ids(known))
    first = next_id(known)
    written = [
        (number, note.lines)
        for number, note in enumerate(notes_of(document, lang), start=first)
        if marker.mark(note.span, number)
    ]
    members[part] = with_comments(comments, written)
    members[anchors.part] = marker.bytes()
    return rewritten(data, members)
