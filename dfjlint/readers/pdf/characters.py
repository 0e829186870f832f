"""Reads the characters of a PDF page, where they stand and how large they are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from math import hypot, pi
from typing import NamedTuple

import pypdfium2.raw as pdfium

from dfjlint.readers.pdf.shapes import Matrix, address, apply

_NEAR = 0.6  # points


class Character(NamedTuple):
    """A character that is printed, in the coordinates of the page.

    Args:
        text: one code point.
        x, y: its origin.
        box: left, bottom, right, top.
        size: of the font, points.
        turn: direction of writing, quarter turns to the left.
    """

    text: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    size: float
    turn: int


def read_characters(text: pdfium.FPDF_TEXTPAGE, forms: Mapping[int, Matrix], most: int) -> Iterator[Character]:
    """The characters of a page in the order of the file; slanted ones, which are watermarks, are left out.

    Args:
        text: of the page.
        forms: for text objects that stand in a form the matrix of the form.
        most: characters; of a page with more, one more than these are looked at.
    """
    places = _Places(text, forms)
    high = ""
    for i in range(min(pdfium.FPDFText_CountChars(text), most + 1)):
        if pdfium.FPDFText_IsGenerated(text, i) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        shown = _shown(code, high, pdfium.FPDFText_HasUnicodeMapError(text, i) == 1)
        high = ""
        turn = round(-pdfium.FPDFText_GetCharAngle(text, i) / (pi / 2), 1)
        if shown.strip() and turn == int(turn):
            yield places.character(i, shown, int(turn) % 4)


def _shown(code: int, high: str, unmapped: bool) -> str:
    """The character of a code; nothing for a control, a replacement character for what is not known."""
    if 0xDC00 <= code < 0xE000:
        pair = (high + chr(code)).encode("utf-16-le", "surrogatepass")
        return pair.decode("utf-16-le", "replace") if high else "\ufffd"
    if unmapped or code in (0, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return "\ufffd"
    return "" if code < 0x20 or 0x7F <= code < 0xA0 else chr(code)


class _Places:
    """Finds out where characters stand.

    For fonts of Type 3 inside a form, pdfium forgets the matrix of the form in origins and boxes, but
    not in the matrix of the text object, by which such objects are known.
    """

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, forms: Mapping[int, Matrix]) -> None:
        self._text = text
        self._forms = forms
        self._forgotten: dict[int, bool] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def character(self, index: int, shown: str, turn: int) -> Character:
        text, matrix, box = self._text, self._matrix, self._box
        pdfium.FPDFText_GetCharOrigin(text, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        x, y = self._x.value, self._y.value
        edges = (box.left, box.bottom, box.right, box.top)
        form = self._forgotten_form(index, x, y) if self._forms else None
        if form is not None:
            x, y = apply(form, x, y)
            edges = (*apply(form, *edges[:2]), *apply(form, *edges[2:]))
        return Character(shown, x, y, edges, size, turn)

    def _forgotten_form(self, index: int, x: float, y: float) -> Matrix | None:
        thing = pdfium.FPDFText_GetTextObject(self._text, index)
        key = address(thing)
        form = self._forms.get(key)
        if form is None:
            return None
        if key not in self._forgotten:
            start = (self._matrix.e, self._matrix.f)
            self._forgotten[key] = not _near((x, y), start) and _near(apply(form, x, y), start)
        return form if self._forgotten[key] else None


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _NEAR and abs(one[1] - other[1]) < _NEAR
