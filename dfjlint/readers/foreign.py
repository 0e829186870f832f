"""Turns exceptions of other libraries into ReadError."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from dfjlint.errors import ReadError

_SAVE_AGAIN = "open it in the program that made it and save it again as .docx"
# From the special to the general: the first class that fits gives the words.
_WORDS: tuple[tuple[type[Exception], str, str], ...] = (
    (RecursionError, "the document is nested too deeply", _SAVE_AGAIN),
    (MemoryError, "the document is too large for the memory of this computer", "split the document"),
    (UnicodeError, "some characters of the document are damaged", "save it again as UTF-8"),
    (zipfile.BadZipFile, "the document is damaged or cut short", _SAVE_AGAIN),
    (zlib.error, "the document is damaged or cut short", _SAVE_AGAIN),
    (struct.error, "the document is damaged or cut short", _SAVE_AGAIN),
    (LookupError, "a part of the document is missing", _SAVE_AGAIN),
    (OSError, "the document could not be opened", "check that the file is complete"),
    (SyntaxError, "the markup of the document is broken", _SAVE_AGAIN),  # lxml's parse errors are these
    (ValueError, "a value in the document is not valid", _SAVE_AGAIN),
)
FOREIGN = tuple(words[0] for words in _WORDS)


@contextmanager
def mapped(where: str) -> Iterator[None]:
    """Raise the exceptions that parsing can raise again as ReadError.

    Args:
        where: path for the message.

    Raises:
        ReadError: for every exception in FOREIGN.
    """
    try:
        yield
    except FOREIGN as error:
        title, hint = next((title, hint) for kind, title, hint in _WORDS if isinstance(error, kind))
        raise ReadError(title, where, hint) from error
