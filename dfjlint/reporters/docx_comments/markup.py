"""Finds elements in the bytes of an XML part, so that the rest can stay as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat

#: Names of the elements that say which words a comment is about.
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_TAG = re.compile(rb"[^\"'>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*>")
_MOST_TAGS = 4_000_000
_UNIT = re.compile(r"\r\n|&[^;]*;|.", re.S)


@dataclass(slots=True)
class Element:
    """An element in the bytes of a part.

    Args:
        name: as written, with its prefix.
        attributes: by name as written.
        parent: index of the element around it, -1 for the root.
        start: of its start tag.
        inside: where its start tag ends; equal to `end` if the element is one tag.
        outside: where its end tag begins.
        end: after its end tag.
    """

    name: str
    attributes: Mapping[str, str]
    parent: int
    start: int
    inside: int = 0
    outside: int = 0
    end: int = 0

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, empty without one."""
        return self.name[: -len(self.local)]

    def value(self, local: str) -> str:
        """An attribute by its name without prefix; empty if there is none."""
        return next((value for name, value in self.attributes.items() if name.rpartition(":")[2] == local), "")


class UnsuitableError(Exception):
    """A file is built as no office program builds it, so that it is left alone.

    Args:
        key: of the reason in the catalogue of messages.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def word_prefix(element: Element) -> str:
    """The prefix with which attributes and elements of Word are written beside an element.

    Raises:
        UnsuitableError: if the element has none, as no office program writes it.
    """
    if not element.prefix:
        raise UnsuitableError("unsuitable-no-prefix")
    return element.prefix


def elements_of(data: bytes) -> list[Element]:
    """The elements of a part in document order.

    Raises:
        UnsuitableError: if the part is not well-formed, not UTF-8, too large or declares a document type.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise UnsuitableError("unsuitable-too-large")
    found: list[Element] = []
    waiting: list[int] = []
    parser = expat.ParserCreate()

    def started(name: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        found.append(Element(name, attributes, waiting[-1] if waiting else -1, start, _tag_end(data, start)))
        waiting.append(len(found) - 1)

    def ended(_: str) -> None:
        element = found[waiting.pop()]
        element.outside = parser.CurrentByteIndex
        is_one_tag = data[element.inside - 2 : element.inside] == b"/>"
        element.outside = element.inside if is_one_tag else element.outside
        element.end = element.inside if is_one_tag else _tag_end(data, element.outside)

    def declared(*_: object) -> None:
        raise UnsuitableError("unsuitable-declares")

    def encoded(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise UnsuitableError("unsuitable-not-utf8")

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.StartDoctypeDeclHandler = declared
    parser.XmlDeclHandler = encoded
    try:
        data.decode("utf-8")
        parser.Parse(data, True)
    except UnicodeDecodeError as error:
        raise UnsuitableError("unsuitable-not-utf8") from error
    except expat.ExpatError as error:
        raise UnsuitableError("unsuitable-broken") from error
    return found


def character_places(data: bytes, element: Element) -> Sequence[int] | None:
    """For each character of an element's text the byte that it begins at, and the end; None if it is no plain text."""
    text = data[element.inside : element.outside].decode("utf-8")
    if "<" in text:
        return None
    places = [element.inside]
    for unit in _UNIT.findall(text):
        places.append(places[-1] + len(unit.encode("utf-8")))
    return places


def edited(data: bytes, removed: Sequence[tuple[int, int]], added: Mapping[int, bytes]) -> bytes:
    """The bytes without some ranges, which do not overlap, and with others put in before some places."""
    return b"".join(_pieces(data, sorted(removed), sorted(added.items())))


def _pieces(data: bytes, removed: Sequence[tuple[int, int]], added: Sequence[tuple[int, bytes]]) -> Iterator[bytes]:
    cuts = [(start, end, b"") for start, end in removed] + [(place, place, new) for place, new in added]
    done = 0
    for start, end, new in sorted(cuts, key=lambda cut: (cut[0], cut[1])):
        yield data[done:start]
        yield new
        done = max(done, end)
    yield data[done:]


def _tag_end(data: bytes, start: int) -> int:
    """The byte after a tag; a > inside quotation marks does not end it."""
    tag = _TAG.match(data, start)
    if tag is None:
        raise UnsuitableError("unsuitable-broken")
    return tag.end()
