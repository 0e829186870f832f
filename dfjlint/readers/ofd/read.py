"""Opens an OFD document and takes its pages apart."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree  # noqa: TID251

from dfjlint.messages import read_error
from dfjlint.model.source import SourceDocument
from dfjlint.readers.archive import Archive, open_archive
from dfjlint.readers.ofd.names import children, find, numbers
from dfjlint.readers.ofd.page import PageReader
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.pages import Page, write_pages
from dfjlint.readers.reader import RawFile
from dfjlint.readers.xmlparse import parse_xml

_A4 = (0.0, 0.0, 210.0, 297.0)


def read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    """The text of an OFD document in page order; signatures, seals, forms and attachments are not looked at.

    Raises:
        ReadError: if the archive is damaged or beyond the limits, a part is missing, or there is no text.
    """
    package = _Package(raw, options)
    pages: list[Page] = []
    characters = 0
    for page in package.pages():
        pages.append(page)
        characters += len(page.glyphs)
        if len(pages) > options.max_pages:
            raise read_error("too-many-pages", raw.path, "split", limit=options.max_pages)
        if characters > options.max_characters:
            raise read_error("too-many-characters", raw.path, "split", limit=options.max_characters)
    if not pages:
        raise read_error("no-pages", raw.path, "save-ofd")
    return write_pages(pages, raw, options, "ofd")


class _Package:
    """The parts of an OFD archive; names in it lead to other parts, relative to where they stand."""

    def __init__(self, raw: RawFile, options: ReadOptions) -> None:
        self._where = raw.path
        self._options = options
        self._archive: Archive = open_archive(raw.data, raw.path, options)

    def pages(self) -> Iterator[Page]:
        """The pages of all documents in the archive, numbered through."""
        number = 0
        root = self._part("OFD.xml")
        for body in children(root, "DocBody"):
            name = _target("", find(body, "DocRoot"))
            document = self._part(name)
            box = _box(find(document, "CommonData"))
            templates = self._templates(document, name)
            for entry in children(find(document, "Pages"), "Page"):
                number += 1
                yield self._page(posixpath.join(posixpath.dirname(name), _location(entry)), number, box, templates)

    def _page(self, name: str, number: int, box: tuple[float, ...], templates: dict[str, str]) -> Page:
        page = self._part(posixpath.normpath(name).lstrip("/"))
        reader = PageReader()
        for used in children(page, "Template"):
            template = templates.get(used.get("TemplateID", ""))
            if template:
                reader.read(self._part(template))
        reader.read(page)
        return reader.page(number, _box(page, box))

    def _templates(self, document: etree._Element, name: str) -> dict[str, str]:
        folder = posixpath.dirname(name)
        return {
            entry.get("ID", ""): posixpath.normpath(posixpath.join(folder, _location(entry))).lstrip("/")
            for entry in children(find(document, "CommonData"), "TemplatePage")
        }

    def _part(self, name: str) -> etree._Element:
        data = self._archive.read(name)
        if data is None:
            raise read_error("named-part-missing", self._where, "save-ofd", name=name[:80])
        return parse_xml(data, self._where, self._options)


def _location(element: etree._Element) -> str:
    return (element.get("BaseLoc") or "").strip().replace("\\", "/")


def _target(folder: str, element: etree._Element | None) -> str:
    text = (element.text or "").strip().replace("\\", "/") if element is not None else ""
    return posixpath.normpath(posixpath.join(folder, text)).lstrip("/")


def _box(holder: etree._Element | None, default: tuple[float, ...] = _A4) -> tuple[float, ...]:
    """The physical box of a page area: left, top, width, height in millimetres."""
    area = find(holder, "PageArea") if find(holder, "PageArea") is not None else find(holder, "Area")
    box = find(area, "PhysicalBox")
    found = numbers(box.text if box is not None else None)
    return tuple(found) if len(found) == 4 and found[2] > 0 and found[3] > 0 else default
