"""Draws how much of each budget is used up."""

from __future__ import annotations

from math import log2
from xml.sax.saxutils import escape

from benchmarks.results import Row, shown

_WIDTH, _LEFT, _LINE, _TOP = 860, 400, 30, 46
_LEAST, _MOST = 1 / 16, 16


def plot(rows: list[Row]) -> str:
    """The rows that have a budget as bars on a scale of powers of two; the line is the whole budget."""
    budgeted = [(row, row.use) for row in rows if row.use is not None]
    height = _TOP + _LINE * len(budgeted) + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'role="img" font-family="system-ui, sans-serif" font-size="13">',
        "<title>Share of each budget that is used up</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        '<text x="16" y="26" font-size="15" font-weight="600" fill="#1f2328">Share of the budget used up</text>',
    ]
    for step in (0.125, 0.25, 0.5, 1, 2, 4, 8):
        place, bold = _place(step), step == 1
        parts.append(
            f'<line x1="{place:.1f}" x2="{place:.1f}" y1="{_TOP - 6}" y2="{height - 28}" '
            f'stroke="{"#1f2328" if bold else "#d8dee4"}" stroke-width="{1.5 if bold else 1}"/>'
            f'<text x="{place:.1f}" y="{height - 12}" text-anchor="middle" fill="#59636e">{step:g}</text>'
        )
    for number, (row, use) in enumerate(budgeted):
        parts += _bar(row, use, _TOP + _LINE * number)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bar(row: Row, use: float, top: int) -> list[str]:
    end = _place(min(max(use, _LEAST * 1.05), _MOST))
    colour = "#1a7f5a" if use <= 1 else "#bc4c00"
    label = f"{shown(row.value)} {row.unit}".strip()
    inside = end > _WIDTH - 90
    return [
        f'<text x="{_LEFT - 10}" y="{top + 19}" text-anchor="end" fill="#1f2328">{escape(row.what)}</text>',
        f'<rect x="{_LEFT}" y="{top + 5}" width="{end - _LEFT:.1f}" height="20" rx="3" fill="{colour}"/>',
        f'<text x="{end - 6 if inside else end + 6:.1f}" y="{top + 19}" '
        f'text-anchor="{"end" if inside else "start"}" fill="{"#fff" if inside else "#1f2328"}">{label}</text>',
    ]


def _place(use: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - 20) * (log2(use) - log2(_LEAST)) / (log2(_MOST) - log2(_LEAST))
