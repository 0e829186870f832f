"""Finds ruled lines, pictures and the clipped edge among the objects of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from dfjlint.readers.pages import Rule

_Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 400
_DEEPEST = 8
_THIN = 3.0  # points
_SHORTEST = 6.0
_STRAIGHT = 0.5


@dataclass(slots=True)
class PageShapes:
    """What is on a page besides text, in the coordinates of the page.

    Args:
        rules: horizontal and vertical lines; `top` is the lower y.
        pictures: the area of its pictures.
        clip: the right edge that all text is clipped at, None if some is not.
        forms: for text objects by address the matrix of the form that they stand in.
    """

    rules: list[Rule] = field(default_factory=list)
    pictures: float = 0.0
    clip: float | None = None
    forms: dict[int, Matrix] = field(default_factory=dict)


def read_shapes(page: pdfium.FPDF_PAGE, box: _Box) -> PageShapes:
    """The shapes of a page.

    Args:
        page: open.
        box: what is seen of it: left, bottom, right, top.
    """
    shapes = PageShapes()
    clips: list[float] = []
    for thing, kind, matrix, depth in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.rules += _rules(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            shapes.pictures += _area(_bounds(thing, matrix), box)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and depth:
            shapes.forms[address(thing)] = matrix
        if depth == 0 and kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM):
            clips.append(_clip_edge(thing))
    if clips and max(clips) < box[2]:
        shapes.clip = max(clips)
    return shapes


_Object = tuple["pdfium.FPDF_PAGEOBJECT", int, Matrix, int]


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[_Object]:
    """Objects with kind, matrix of what they stand in, and depth; no more than a page of text can have."""
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    waiting: list[tuple[pdfium.FPDF_PAGEOBJECT, Matrix, int]] = [
        (pdfium.FPDFPage_GetObject(page, i), _IDENTITY, 0) for i in range(count)
    ]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        thing, matrix, depth = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(thing)
        yield thing, kind, matrix, depth
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(thing), matrix)
            inside = min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS - seen)
            waiting += ((pdfium.FPDFFormObj_GetObject(thing, i), inner, depth + 1) for i in range(inside))


def _matrix(thing: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def address(thing: pdfium.FPDF_PAGEOBJECT) -> int:
    """What tells an object from others while its page is open."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point that a matrix takes another one to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(thing: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> _Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    x, y = apply(matrix, left.value, bottom.value)
    other_x, other_y = apply(matrix, right.value, top.value)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _area(one: _Box, other: _Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, width) * max(0.0, height)


def _rules(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Rule]:
    """The straight lines of a path, be they drawn or filled as thin boxes."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke) or not (mode.value or stroke.value):
        return
    box = _bounds(path, matrix)
    thin = min(box[2] - box[0], box[3] - box[1]) <= _THIN
    if thin:
        yield from _rule(box)
    elif stroke.value and pdfium.FPDFPath_CountSegments(path) <= _MOST_SEGMENTS:
        own = _times(_matrix(path), matrix)
        yield from _edges([apply(own, x, y) for x, y in _points(path)])


def _edges(points: list[tuple[float, float]]) -> Iterator[Rule]:
    for (x, y), (other_x, other_y) in zip(points, points[1:] + points[:1], strict=True):
        box = (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
        if min(box[2] - box[0], box[3] - box[1]) < _STRAIGHT:
            yield from _rule(box)


def _rule(box: _Box) -> Iterator[Rule]:
    if max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST:
        yield Rule(*box)


def _points(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(pdfium.FPDFPath_CountSegments(path)):
        if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, i), x, y):
            yield x.value, y.value


def _clip_edge(thing: pdfium.FPDF_PAGEOBJECT) -> float:
    """The right edge of what a clip leaves of an object; infinite without a clip."""
    clip = pdfium.FPDFPageObj_GetClipPath(thing)
    edge = float("inf")
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0):
        ends = []
        for j in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, i), _MOST_SEGMENTS)):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, i, j), x, y):
                ends.append(x.value)
        edge = min(edge, max(ends, default=edge))
    return edge
