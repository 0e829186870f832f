"""The body of a plan: its items, what each holds, and which are measures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dfjlint.model.plan import Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline.front import Front, is_date, is_front, is_letterhead, is_signer, is_title, read_front
from dfjlint.outline.heads import Head, Opener, split_heads
from dfjlint.outline.items import Item, build_items
from dfjlint.outline.locators import label_items
from dfjlint.outline.measures import Content, choose_measures
from dfjlint.outline.owners import find_owner_notes
from dfjlint.outline.paragraphs import Draft
from dfjlint.outline.tables import Tables, read_tables
from dfjlint.outline.unnumbered import find_unnumbered
from dfjlint.outline.zones import zone_of_title

_LONGEST_ANNEX_TITLE = 60

Notes = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of a plan's paragraphs before offsets are counted.

    Args:
        front: title, issuer and the letter before the plan.
        items, heads, titles, zones, labels: the sections; for each where its heading ends, its heading,
            the zone of its text and the numbers that lead to it.
        measures: for each item the item that is its measure, or -1.
        item_of: for each paragraph the item it belongs to, or -1.
        outside: zones of paragraphs that belong to no item.
        fixed: zones of paragraphs that are known whatever item they belong to: cells of task tables,
            titles of annexes.
        headers: header cells of task tables, which are part of no measure.
        notes: owner notes of paragraphs that have some.
    """

    front: Front
    items: Sequence[Item]
    heads: Sequence[Head]
    titles: Sequence[str]
    zones: Sequence[Zone]
    labels: Sequence[str]
    measures: Sequence[int]
    item_of: Sequence[int]
    outside: Mapping[int, Zone]
    fixed: Mapping[int, Zone]
    headers: frozenset[int]
    notes: Mapping[int, Notes]


def read_body(drafts: Sequence[Draft], lines: Sequence[str]) -> Body:
    """Read the structure of a plan off its paragraphs.

    Args:
        drafts: the paragraphs.
        lines: their normalised texts.
    """
    tables = read_tables(drafts, lines)
    heading = _title_heading(drafts, lines)
    items = build_items(drafts, tables.starts, tables.headings, heading)
    plain = [i for i, draft in enumerate(drafts) if _is_plain(draft)]
    first = items[0].paragraph if items else len(drafts)
    front = read_front(lines, [i for i in plain if i < first], heading)
    outside = _outside(drafts, front.zones) | _letter_ends(lines, plain, items) | _new_fronts(lines, plain, items)
    if not items:
        items = find_unnumbered(lines, [i for i in plain if i not in outside])
    item_of = _assign(len(drafts), items, outside, tables)
    notes = {i: found for i in plain if item_of[i] >= 0 and (found := find_owner_notes(lines[i]))}
    belongings = _belongings(items, item_of)
    fixed = dict(tables.zones) | _annex_titles(lines, items, belongings)
    heads = split_heads(_openers(drafts, lines, items, belongings, notes))
    titles = [lines[item.paragraph][head.title_start : head.title_end] for item, head in zip(items, heads, strict=True)]
    zones = _zones(items, titles)
    contents = _contents(lines, items, heads, zones, belongings, notes, fixed)
    labels = label_items(items, titles, [drafts[item.paragraph].block.place for item in items])
    measures = choose_measures(items, contents)
    return Body(front, items, heads, titles, zones, labels, measures, item_of, outside, fixed, tables.headers, notes)


def _is_plain(draft: Draft) -> bool:
    return not draft.chrome and draft.kind not in (BlockKind.TABLE_CELL, BlockKind.NOTE)


def _title_heading(drafts: Sequence[Draft], lines: Sequence[str]) -> int:
    """The heading by markup that is the title: the first, if it is alone at its level or called like a plan."""
    headings = [i for i, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING and not draft.chrome]
    if not headings or drafts[headings[0]].marker:
        return -1
    levels = [drafts[i].level for i in headings]
    alone = levels.count(levels[0]) == 1 and levels[0] == min(levels) and len(levels) > 1
    return headings[0] if alone or is_title(lines[headings[0]]) else -1


def _outside(drafts: Sequence[Draft], front: Mapping[int, Zone]) -> dict[int, Zone]:
    zones = dict(front)
    for i, draft in enumerate(drafts):
        if draft.chrome:
            zones[i] = Zone.CHROME
        elif draft.kind is BlockKind.NOTE:
            zones[i] = Zone.BACKGROUND
    return zones


def _letter_ends(lines: Sequence[str], plain: Sequence[int], items: Sequence[Item]) -> dict[int, Zone]:
    """Signature, date and remarks at the end of the plan and before each of its annexes."""
    openings = {item.paragraph for item in items}
    ends = [item.paragraph for item in items if item.style == "annex"] + [len(lines)]
    found: dict[int, Zone] = {}
    for end in ends:
        dated = False
        for position in range(bisect_left(plain, end) - 1, -1, -1):
            i = plain[position]
            text = lines[i]
            if i in openings or not (is_letterhead(text) or (dated and is_signer(text))):
                break
            dated = dated or is_date(text)
            found[i] = Zone.LETTERHEAD
    return found


def _new_fronts(lines: Sequence[str], plain: Sequence[int], items: Sequence[Item]) -> dict[int, Zone]:
    """Letters and titles inside the text: before an annex, or before a second copy of the plan.

    They are looked for where the numbers of the first chapters start anew.
    """
    found: dict[int, Zone] = {}
    for before, item in pairwise(items):
        if item.level > 1 or not item.number or item.number != items[0].number:
            continue
        between = plain[bisect_right(plain, before.paragraph) : bisect_left(plain, item.paragraph)]
        first = next((i for i in between if is_front(lines[i])), len(lines))
        between = [i for i in between if i >= first]
        found |= dict.fromkeys(between, Zone.PREAMBLE) | read_front(lines, between, -1).zones
    return found


def _assign(count: int, items: Sequence[Item], outside: Mapping[int, Zone], tables: Tables) -> list[int]:
    """The item that each paragraph belongs to; after a task table the text goes on with the item above."""
    openings = [item.paragraph for item in items]
    item_of = []
    for i in range(count):
        index = -1 if i in outside else bisect_right(openings, i) - 1
        while index >= 0 and items[index].paragraph in tables and i not in tables:
            index = items[index].parent
        item_of.append(index)
    return item_of


def _belongings(items: Sequence[Item], item_of: Sequence[int]) -> list[list[int]]:
    """The paragraphs of each item, without the one it begins in."""
    belongings: list[list[int]] = [[] for _ in items]
    for paragraph, index in enumerate(item_of):
        if index >= 0 and items[index].paragraph != paragraph:
            belongings[index].append(paragraph)
    return belongings


def _annex_titles(lines: Sequence[str], items: Sequence[Item], belongings: Sequence[Sequence[int]]) -> dict[int, Zone]:
    """The line below 附件1 that says what the annex is."""
    firsts = [below[0] for item, below in zip(items, belongings, strict=True) if item.style == "annex" and below]
    return {i: Zone.HEADING for i in firsts if len(lines[i]) < _LONGEST_ANNEX_TITLE and lines[i][-1] not in "。;:"}


def _openers(
    drafts: Sequence[Draft],
    lines: Sequence[str],
    items: Sequence[Item],
    belongings: Sequence[Sequence[int]],
    notes: Mapping[int, Notes],
) -> list[Opener]:
    parents = {item.parent for item in items}
    openers = []
    for i, item in enumerate(items):
        text = lines[item.paragraph]
        leads = i in parents or any(_own_text(lines[p], 0, notes.get(p, ())) for p in belongings[i])
        note = notes.get(item.paragraph)
        openers.append(
            Opener(
                text=text,
                number=len(item.number) if text.startswith(item.number) else 0,
                notes=note[0][0] if note else len(text),
                style=item.style,
                leads=leads,
                markup=drafts[item.paragraph].kind is BlockKind.HEADING or item.style in ("plain", "annex"),
            )
        )
    return openers


def _own_text(text: str, start: int, notes: Notes) -> int:
    """How many characters of a paragraph are no owner note."""
    return len(text) - start - sum(end - begin for begin, end in notes)


def _zones(items: Sequence[Item], titles: Sequence[str]) -> list[Zone]:
    zones: list[Zone] = []
    for item, title in zip(items, titles, strict=True):
        above = zones[item.parent] if item.parent >= 0 else Zone.MEASURE
        zones.append(zone_of_title(title) or above)
    return zones


def _contents(
    lines: Sequence[str],
    items: Sequence[Item],
    heads: Sequence[Head],
    zones: Sequence[Zone],
    belongings: Sequence[Sequence[int]],
    notes: Mapping[int, Notes],
    fixed: Mapping[int, Zone],
) -> list[Content]:
    contents = []
    for item, head, zone, below in zip(items, heads, zones, belongings, strict=True):
        own = notes.get(item.paragraph, ())
        text = _own_text(lines[item.paragraph], head.body, own)
        end = lines[item.paragraph][: own[0][0] if own else None][-1:] if text > 0 else ""
        for paragraph in below:
            length = 0 if paragraph in fixed else _own_text(lines[paragraph], 0, notes.get(paragraph, ()))
            text += length
            end = lines[paragraph][-1:] if length else end
        has_owners = bool(own) or any(p in notes for p in below)
        contents.append(Content(zone, text, end, head.title_end > head.title_start, has_owners))
    return contents
