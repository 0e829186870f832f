"""Writes the parts of a Word document that comments need: the comments themselves, and what names them."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Sequence
from xml.sax.saxutils import escape

from dfjlint.reporters.docx_comments.markup import MARKS, Element, edited, elements_of, word_prefix

AUTHOR = "dfjlint"
_INITIALS = "dfj"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def is_strict(data: bytes) -> bool:
    """Whether a part uses the names of Strict Open XML."""
    return _STRICT_MAIN.encode() in data


def replaced(elements: Sequence[Element], extended: Sequence[Element]) -> list[Element]:
    """The comments that an earlier run has left, but for those that somebody has answered.

    Args:
        elements: of the comments part.
        extended: of the part that says which comment answers which; may be empty.
    """
    answered = {element.value("paraIdParent") for element in extended if element.local == "commentEx"} - {""}
    kept = {element.start for element in _holding(elements, answered)}
    return [
        element
        for element in elements
        if element.local == "comment" and element.value("author") == AUTHOR and element.start not in kept
    ]


def _holding(elements: Sequence[Element], paragraphs: Collection[str]) -> Iterator[Element]:
    """The comments that hold one of these paragraphs."""
    for element in elements:
        if element.local == "p" and element.value("paraId") in paragraphs:
            yield elements[element.parent]


def next_id(comments: Sequence[Element], main: Sequence[Element], gone: Collection[str]) -> int:
    """A number such that neither it nor any after it is the id of a comment.

    Args:
        comments: elements of the comments part.
        main: elements of the main part; there are marks of comments that are no more.
        gone: ids that are free again.
    """
    ids = [element.value("id") for element in comments if element.local == "comment"]
    ids += [element.value("id") for element in main if element.local in MARKS]
    return max((int(value) for value in ids if value.isdecimal() and value not in gone), default=-1) + 1


def new_comments(strict: bool) -> bytes:
    """A part without comments.

    Args:
        strict: True for the names of Strict Open XML.
    """
    namespace = _STRICT_MAIN if strict else _MAIN
    return _HEAD + f'<w:comments xmlns:w="{namespace}"></w:comments>'.encode()


def with_comments(
    data: bytes, elements: Sequence[Element], gone: Sequence[Element], notes: Sequence[tuple[int, Sequence[str]]]
) -> bytes:
    """The comments part without some comments, and with new ones at its end; everything else as it is.

    Args:
        data: bytes of the part.
        elements: of the part.
        gone: comments to leave out.
        notes: id and paragraphs of each new comment.
    """
    root = elements[0]
    new = "".join(_comment(word_prefix(root), number, lines) for number, lines in notes)
    return _with_children(data, root, [(element.start, element.end) for element in gone], new)


def with_relationship(data: bytes | None, comments: str, strict: bool) -> bytes:
    """The relationships of the main part with one to its comments.

    Args:
        data: bytes of the part, None if there is none yet.
        comments: name of the comments part, relative to the main part.
        strict: True for the names of Strict Open XML.
    """
    data = data or _HEAD + f'<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
    elements = elements_of(data)
    ids = {element.value("Id") for element in elements}
    name = next(f"rIdDfjlint{n}" for n in range(1, len(ids) + 2) if f"rIdDfjlint{n}" not in ids)
    kind = f"{_STRICT_OFFICE if strict else _OFFICE}/comments"
    prefix = elements[0].prefix
    child = f'<{prefix}Relationship Id="{name}" Type="{kind}" Target="{comments}"/>'
    return _with_children(data, elements[0], (), child)


def with_type(data: bytes, comments: str) -> bytes:
    """The list of content types with the comments part.

    Args:
        data: bytes of [Content_Types].xml.
        comments: name of the comments part in the archive.
    """
    root = elements_of(data)[0]
    child = f'<{root.prefix}Override PartName="/{escape(comments)}" ContentType="{_TYPE}"/>'
    return _with_children(data, root, (), child)


def related(data: bytes | None, kind: str, folder: str) -> str:
    """The name of the part that a relationship of a kind leads to; empty if there is none."""
    for element in elements_of(data) if data else ():
        if element.value("Type").endswith(f"/{kind}") and element.value("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, element.value("Target"))).lstrip("/")
    return ""


def _with_children(data: bytes, root: Element, removed: Sequence[tuple[int, int]], children: str) -> bytes:
    """A part with more children at the end of its root."""
    if root.inside == root.end:  # <w:comments/>
        return data[: root.end - 2] + f">{children}</{root.name}>".encode() + data[root.end :]
    return edited(data, removed, {root.outside: children.encode()})


def _comment(prefix: str, number: int, lines: Sequence[str]) -> str:
    """A comment without a date: the same plan gives the same bytes."""
    paragraphs = "".join(
        f'<{prefix}p><{prefix}r><{prefix}t xml:space="preserve">{escape(line)}</{prefix}t></{prefix}r></{prefix}p>'
        for line in lines
    )
    return (
        f'<{prefix}comment {prefix}id="{number}" {prefix}author="{AUTHOR}" {prefix}initials="{_INITIALS}">'
        f"{paragraphs}</{prefix}comment>"
    )
