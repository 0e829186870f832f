"""Places of a SARIF log: files, regions of text, locators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from dfjlint.model.report import DocumentReport, Evidence
from dfjlint.reporters.files import FilePlace, file_place
from dfjlint.reporters.json import Json
from dfjlint.reporters.wording import plain

#: Stands for the folder that the command ran in, by custom the root of the repository.
ROOT = "%SRCROOT%"
_DRIVE = re.compile(r"[A-Za-z]:/")
_LINK = re.compile(r"\]\(")
_BRACKET = re.compile(r"[\\\[\]]")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def artifact_location(path: str, artifacts: Mapping[str, int]) -> Json:
    """Where a file is: relative to ROOT, or a file: URI if it is given from the root of the disk.

    Args:
        path: as the user gave it, with forward slashes.
        artifacts: path → index in the run's artifacts.
    """
    uri, base = _uri(path)
    location: dict[str, Json] = {"uri": uri}
    if base:
        location["uriBaseId"] = base
    return location | ({"index": artifacts[path]} if path in artifacts else {})


def location(document: DocumentReport, artifacts: Mapping[str, int], evidence: Evidence | None) -> dict[str, Json]:
    """A location: the file as a whole, or the words of an evidence with its locator."""
    if evidence is None:
        return place_location(file_place(document, None), artifacts)
    return place_location(file_place(document, evidence.span), artifacts, evidence.quote, evidence.locator)


def place_location(
    place: FilePlace, artifacts: Mapping[str, int], snippet: str = "", locator: str = ""
) -> dict[str, Json]:
    """The location of a place in a file.

    Args:
        snippet: the words there; empty if they are not known.
        locator: as a drafter finds it; empty if there is none.
    """
    physical: dict[str, Json] = {"artifactLocation": artifact_location(place.path, artifacts)}
    found = _region(place)
    if found:
        physical["region"] = found | ({"snippet": {"text": snippet}} if snippet else {})
    made: dict[str, Json] = {"physicalLocation": physical}
    if locator:
        name = plain(locator)
        made["logicalLocations"] = [{"name": name, "fullyQualifiedName": name, "kind": "passage"}]
    return made


def text_message(text: str) -> dict[str, Json]:
    """A message whose text is nothing but text: no embedded link, no placeholder (SARIF 3.11.5, 3.11.6)."""
    without_links = _BRACKET.sub(r"\\\g<0>", text) if _LINK.search(text) else text
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", without_links)}


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogatepass"))


def _uri(path: str) -> tuple[str, str]:
    """The URI of a path and the base that it is relative to; empty if it has none."""
    if _DRIVE.match(path):
        return "file:///" + path[:2] + _quoted(path[2:]), ""
    if path.startswith("//"):
        return "file:" + _quoted(path), ""
    if path.startswith("/"):
        return "file://" + _quoted(path), ""
    return _quoted(path), "" if ".." in path.split("/") else ROOT


def _region(place: FilePlace) -> dict[str, Json]:
    """The region of a place in a text file; nothing where the text as read is not the file itself.

    Lines and columns are counted from 1, columns in code points; the end column is the one after.
    """
    if place.lines is None:
        return {}
    if place.columns is None or place.span is None:
        return {"startLine": place.lines[0], "endLine": place.lines[1]}
    return {
        "startLine": place.lines[0],
        "startColumn": place.columns[0],
        "endLine": place.lines[1],
        "endColumn": place.columns[1],
        "charOffset": place.span.start,
        "charLength": place.span.end - place.span.start,
    }
