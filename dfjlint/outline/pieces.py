"""Paragraphs and stretches of the outline, with zones, locators and offsets in the normalised text."""

from __future__ import annotations

from collections.abc import Sequence

from dfjlint.model.plan import Paragraph, Stretch, Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline.body import Body
from dfjlint.outline.locators import locate_cell, number_outside, number_paragraphs
from dfjlint.outline.paragraphs import Draft
from dfjlint.outline.zones import cut, cut_targets, starts_with_targets

_Pieces = list[tuple[int, int, Zone]]


def place_paragraphs(
    drafts: Sequence[Draft], lines: Sequence[str], starts: Sequence[int], body: Body, measures: Sequence[int]
) -> tuple[tuple[Paragraph, ...], tuple[Stretch, ...]]:
    """Cut every paragraph into stretches of one zone.

    Args:
        drafts, lines: the paragraphs and their normalised texts.
        starts: where each begins in the normalised text.
        body: their structure.
        measures: for each item the index of its measure, or -1.
    """
    pieces = [_pieces(i, lines[i], body) for i in range(len(lines))]
    locators = _locators(drafts, pieces, body)
    paragraphs = []
    stretches: list[Stretch] = []
    for i, (line, start) in enumerate(zip(lines, starts, strict=False)):
        item = body.item_of[i]
        paragraphs.append(
            Paragraph(
                norm_start=start,
                norm_end=start + len(line),
                zone=_main_zone(pieces[i]),
                section=item,
                measure=measures[item] if item >= 0 and i not in body.headers else -1,
                locator=locators[i],
            )
        )
        stretches += (Stretch(start + a, start + b, zone, i) for a, b, zone in pieces[i])
    return tuple(paragraphs), tuple(stretches)


def _pieces(index: int, text: str, body: Body) -> _Pieces:
    item = body.item_of[index]
    if index in body.fixed:
        return [(0, len(text), body.fixed[index])]
    if item < 0:
        return [(0, len(text), body.outside.get(index, Zone.PREAMBLE))]
    zone = body.zones[item]
    start = 0
    pieces: _Pieces = []
    if body.items[item].paragraph == index:
        start = body.heads[item].body
        if start:
            pieces.append((0, start, Zone.HEADING))
    if zone is Zone.PREAMBLE:
        middle = cut_targets(text, start, len(text))
        pieces += ((a, b, z) for a, b, z in ((start, middle, zone), (middle, len(text), Zone.TARGETS)) if a < b)
    elif zone is Zone.MEASURE:
        own = Zone.TARGETS if not start and starts_with_targets(text) else zone
        pieces += cut(start, len(text), own, body.notes.get(index, ()))
    elif start < len(text):
        pieces.append((start, len(text), zone))
    return pieces


def _main_zone(pieces: _Pieces) -> Zone:
    """The zone of a paragraph: that of its text, else of its heading or owners."""
    zones = [zone for _, _, zone in pieces]
    for zone in zones:
        if zone not in (Zone.HEADING, Zone.OWNERS):
            return zone
    return zones[0]


def _locators(drafts: Sequence[Draft], pieces: Sequence[_Pieces], body: Body) -> list[str]:
    locators = [""] * len(drafts)
    members: list[list[int]] = [[] for _ in body.items]
    outside = []
    for i, draft in enumerate(drafts):
        if draft.kind is BlockKind.TABLE_CELL and draft.block.place.table:
            locators[i] = locate_cell(draft.block.place)
        elif body.item_of[i] >= 0:
            members[body.item_of[i]].append(i)
        else:
            outside.append(i)
    for label, paragraphs in zip(body.labels, members, strict=True):
        bodies = [_main_zone(pieces[i]) not in (Zone.HEADING, Zone.OWNERS) for i in paragraphs]
        for i, locator in zip(paragraphs, number_paragraphs(label, bodies), strict=True):
            locators[i] = locator
    body_start = body.items[0].paragraph if body.items else len(drafts)
    names = number_outside([_main_zone(pieces[i]) for i in outside], [i > body_start for i in outside])
    for i, locator in zip(outside, names, strict=True):
        locators[i] = locator
    return locators
