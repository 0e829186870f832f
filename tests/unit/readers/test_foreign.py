from __future__ import annotations

import struct
import zipfile
import zlib

import pytest
from lxml import etree

from dfjlint.errors import ReadError
from dfjlint.readers.foreign import mapped


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (zipfile.BadZipFile("x"), "the document is damaged or cut short"),
        (zlib.error("x"), "the document is damaged or cut short"),
        (struct.error("x"), "the document is damaged or cut short"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), "some characters of the document are damaged"),
        (etree.XMLSyntaxError("x", 1, 1, 1), "the markup of the document is broken"),
        (KeyError("x"), "a part of the document is missing"),
        (OSError("x"), "the document could not be opened"),
        (RecursionError(), "the document is nested too deeply"),
        (MemoryError(), "the document is too large for the memory of this computer"),
        (ValueError("x"), "a value in the document is not valid"),
    ],
)
def test_exceptions_of_libraries_become_read_errors(error: Exception, title: str) -> None:
    with pytest.raises(ReadError) as caught, mapped("plan.docx"):
        raise error
    assert (caught.value.title, caught.value.where, caught.value.__cause__) == (title, "plan.docx", error)


def test_read_errors_pass_unchanged() -> None:
    with pytest.raises(ReadError, match=r"^甲$"), mapped("plan.docx"):
        raise ReadError("甲")


def test_mistakes_of_the_program_are_not_hidden() -> None:
    with pytest.raises(AttributeError), mapped("plan.docx"):
        raise AttributeError
