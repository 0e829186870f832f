"""Finds the parts of a Word document by their relationships."""

from __future__ import annotations

import posixpath

from lxml import etree  # noqa: TID251

from dfjlint.messages import read_error
from dfjlint.readers.archive import Archive, open_archive
from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile
from dfjlint.readers.xmlparse import parse_xml


class WordPackage:
    """The main part of a document and the parts it refers to.

    Raises:
        ReadError: if the archive is damaged or beyond the limits, or has no main part.
    """

    def __init__(self, raw: RawFile, options: ReadOptions) -> None:
        self._where = raw.path
        self._options = options
        self._archive: Archive = open_archive(raw.data, raw.path, options)
        main = self._related("").get("officeDocument", "word/document.xml")
        self.name = main
        document = self._parse(main)
        if document is None:
            raise read_error("no-main-part", raw.path, "save-word")
        self.document: etree._Element = document
        self._targets = self._related(main)

    def part(self, kind: str) -> etree._Element | None:
        """The root of a part by the last word of its relationship type: styles, numbering, footnotes …"""
        target = self._targets.get(kind)
        return self._parse(target) if target else None

    def _parse(self, name: str) -> etree._Element | None:
        data = self._archive.read(name)
        return None if data is None else parse_xml(data, self._where, self._options)

    def _related(self, part: str) -> dict[str, str]:
        """Kind of relationship to the name of the part it leads to; of several of a kind the first."""
        folder, name = posixpath.split(part)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        targets: dict[str, str] = {}
        for element in root if root is not None else ():
            kind = element.get("Type", "").rpartition("/")[2]
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                targets.setdefault(kind, target.lstrip("/"))
        return targets
