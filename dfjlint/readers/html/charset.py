"""Decodes a web page: byte order mark, valid UTF-8, then what the page declares."""

from __future__ import annotations

import codecs
import re

from dfjlint.readers.encoding import attempt, decode

_HEAD = 4096
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
# Pages declare the old small sets and use the characters of their supersets.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}


def decode_page(data: bytes, where: str) -> tuple[str, str]:
    """The text of a page, and the codec that gives exactly this text.

    Raises:
        ReadError: if neither the declared encoding nor any likely one fits.
    """
    codec = _declared(data)
    # Text in another encoding is hardly ever valid UTF-8, while pages often declare the wrong one.
    if not codec or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or attempt(data, "utf-8"):
        return decode(data, where)
    text = attempt(data, codec)
    return (text, codec) if text is not None else decode(data, where)


def _declared(data: bytes) -> str:
    """The codec that the page names, in its superset; empty if there is none that Python knows."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    return _SUPERSETS.get(name, name)
