"""Names of elements and attributes in WordprocessingML."""

from __future__ import annotations

from lxml import etree  # noqa: TID251

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF = ("0", "false", "off")


def w(name: str) -> str:
    """The full name of a `w:` element or attribute."""
    return _WORD + name


def r(name: str) -> str:
    """The full name of an `r:` attribute."""
    return _RELATION + name


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child of `parent`, None if there is no such child or it has none."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(w("val")) if child is not None else None


def integer(text: str | None) -> int | None:
    """A short decimal number, None for anything else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off: None where `parent` does not say."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else (child.get(w("val"), "1").lower() not in _OFF)
