"""Writes the parts of a Word document that comments need: the comments themselves, and what names them."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from xml.sax.saxutils import escape

from dfjlint.reporters.docx_comments.markup import Element, edited, elements_of

AUTHOR = "dfjlint"
_INITIALS = "dfj"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def is_strict(data: bytes) -> bool:
    """Whether a part uses the names of Strict Open XML."""
    return b"http://purl.oclc.org/ooxml/wordprocessingml/main" in data


def own_ids(comments: Sequence[Element]) -> list[str]:
    """The ids of dfjlint's own comments."""
    return [e.value("id") for e in comments if e.local == "comment" and e.value("author") == AUTHOR]


def next_id(comments: Sequence[Element]) -> int:
    """A number that no comment of another author has, nor any after it."""
    ids = [e.value("id") for e in comments if e.local == "comment" and e.value("author") != AUTHOR]
    return max((int(value) for value in ids if value.isdecimal()), default=-1) + 1


def new_comments(namespace: str) -> bytes:
    """A part without comments."""
    return _HEAD + f'<w:comments xmlns:w="{namespace}"></w:comments>'.encode()


def with_comments(data: bytes, notes: Sequence[tuple[int, Sequence[str]]]) -> bytes:
    """The comments part with dfjlint's own comments replaced, everything else as it is.

    Args:
        data: bytes of the part.
        notes: id and paragraphs of each comment.
    """
    elements = elements_of(data)
    root = elements[0]
    own = [(e.start, e.end) for e in elements if e.local == "comment" and e.value("author") == AUTHOR]
    new = b"".join(_comment(root.prefix, number, lines) for number, lines in notes)
    if root.inside == root.end:  # <w:comments/>
        tag = data[root.start : root.end - 2]
        return data[: root.start] + tag + b">" + new + f"</{root.name}>".encode() + data[root.end :]
    return edited(data, own, {root.outside: new})


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
    return _with_child(data, f'<{prefix}Relationship Id="{name}" Type="{kind}" Target="{comments}"/>')


def with_type(data: bytes, comments: str) -> bytes:
    """The list of content types with the comments part.

    Args:
        data: bytes of [Content_Types].xml.
        comments: name of the comments part in the archive.
    """
    prefix = elements_of(data)[0].prefix
    return _with_child(data, f'<{prefix}Override PartName="/{escape(comments)}" ContentType="{_TYPE}"/>')


def related(data: bytes | None, kind: str, folder: str) -> str:
    """The name of the part that a relationship of a kind leads to; empty if there is none."""
    for element in elements_of(data) if data else ():
        if element.value("Type").endswith(f"/{kind}") and element.value("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, element.value("Target"))).lstrip("/")
    return ""


def _with_child(data: bytes, child: str) -> bytes:
    root = elements_of(data)[0]
    if root.inside == root.end:
        return data[: root.end - 2] + f">{child}</{root.name}>".encode() + data[root.end :]
    return edited(data, (), {root.outside: child.encode()})


def _comment(prefix: str, number: int, lines: Sequence[str]) -> bytes:
    paragraphs = "".join(
        f'<{prefix}p><{prefix}r><{prefix}t xml:space="preserve">{escape(line)}</{prefix}t></{prefix}r></{prefix}p>'
        for line in lines
    )
    return (
        f'<{prefix}comment {prefix}id="{number}" {prefix}author="{AUTHOR}" {prefix}initials="{_INITIALS}">'
        f"{paragraphs}</{prefix}comment>"
    ).encode()
