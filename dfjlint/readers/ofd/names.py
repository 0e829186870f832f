"""Finds elements and reads values in the XML of OFD, whatever namespace the writer used."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lxml import etree  # noqa: TID251

_MOST_NUMBERS = 100_000
_LARGEST = 1e6


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of a name, none of no parent."""
    return (child for child in (parent if parent is not None else ()) if local(child) == name)


def find(parent: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name."""
    return next(children(parent, name), None)


def number(text: str | None, default: float = 0.0) -> float:
    """A number of reasonable size, else the default."""
    try:
        found = float(text) if text else default
    except ValueError:
        return default
    return found if math.isfinite(found) and abs(found) < _LARGEST else default


def numbers(text: str | None) -> list[float]:
    """The numbers of an array."""
    return [number(part) for part in (text or "").split()[:_MOST_NUMBERS]]
