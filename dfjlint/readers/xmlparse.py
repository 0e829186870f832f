"""Parses XML and HTML without network, entities or unlimited growth."""

from __future__ import annotations

from lxml import etree  # noqa: TID251

from dfjlint.errors import ReadError
from dfjlint.messages import read_error
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
        ReadError: if the XML is broken, declares a document type, is nested too deeply (256 levels, as
            libxml2 has it) or has too many elements.
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
        # libxml2 has no code of its own for this: "Excessive depth in document".
        raise read_error("too-deep", where, "save-docx") if "depth" in str(error) else _broken(where) from error
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
        raise read_error("page-too-deep", where, "copy-text")
    return root


def _check_nodes(count: int, where: str, options: ReadOptions) -> None:
    if count > options.max_nodes:
        raise read_error("too-much-markup", where, "parts", limit=options.max_nodes)


def _declares_entities(where: str) -> ReadError:
    """Entities are declared in a document type, which Office never writes."""
    return read_error("entities", where, "save-word")


def _broken(where: str) -> ReadError:
    return read_error("broken-markup", where, "save-markup")
