"""Turns exceptions of other libraries into ReadError."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from dfjlint.messages import read_error

# From the special to the general: the first class that fits gives the words.
_WORDS: tuple[tuple[type[Exception], str, str], ...] = (
    (RecursionError, "too-deep", "save-docx"),
    (MemoryError, "no-memory", "split"),
    (UnicodeError, "bad-characters", "save-utf8"),
    (zipfile.BadZipFile, "damaged", "save-docx"),
    (zlib.error, "damaged", "save-docx"),
    (struct.error, "damaged", "save-docx"),
    (LookupError, "part-missing", "save-docx"),
    (OSError, "could-not-open", "check-complete"),
    (SyntaxError, "broken-markup", "save-docx"),  # lxml's parse errors are these
    (ValueError, "bad-value", "save-docx"),
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
        key, hint = next((key, hint) for kind, key, hint in _WORDS if isinstance(error, kind))
        raise read_error(key, where, hint) from error
