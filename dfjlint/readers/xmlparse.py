"""Parses XML and HTML without network, entities or unlimited growth."""

from __future__ import annotations

from lxml import etree  # noqa: TID251

from dfjlint.errors import ReadError
from dfjlint.readers.options import ReadOptions

# Word's "Strict Open XML" uses other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def parse_xml(data: bytes, where: str, options: ReadOptions) -> etree._Element:
    """The root of a part of an Office document, in transitional namespaces.

    Raises:
        ReadError: if the XML is broken, declares a document type, or has too many elements.
    """
    _check_nodes(data.count(b"<"), where, options)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(where) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_entities(where)
    return root


def parse_html(text: str, where: str, options: ReadOptions) -> etree._Element | None:
    """The root of a web page, None if it has no element.

    Raises:
        ReadError: if the page has too many elements or is nested more than about 2,000 deep.
    """
    _check_nodes(text.count("<"), where, options)
    # huge_tree raises the depth from 256, which pages with unclosed <font> tags exceed, to 2,048.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise _broken(where) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError("the page is nested too deeply", where, "copy its text into a .docx or .txt")
    return root


def _check_nodes(count: int, where: str, options: ReadOptions) -> None:
    if count > options.max_nodes:
        raise ReadError(
            f"the document has more than {options.max_nodes:,} marks of markup",
            where,
            "check the parts of the document one by one",
        )


def _declares_entities(where: str) -> ReadError:
    """Entities are declared in a document type, which Office never writes."""
    return ReadError(
        "the document declares entities, which could be used to attack a reader",
        where,
        "open it in Word or WPS and save it again as .docx",
    )


def _broken(where: str) -> ReadError:
    return ReadError("the markup of the document is broken", where, "save it again as .docx or .html")
