"""Tables of tasks: which column holds the task, which the owner, which the deadline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dfjlint.model.plan import Zone
from dfjlint.model.source import BlockKind
from dfjlint.outline.paragraphs import Draft
from dfjlint.outline.vocabulary import words

_LONGEST_HEADER = 14
_HEADER_ROWS = 3
_ROLES = ("owner", "deadline", "number", "task")
_ZONES = {"owner": Zone.OWNERS, "deadline": Zone.OWNERS, "number": Zone.HEADING}


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of the cells of task tables.

    Args:
        zones: for cells that are no task text their zone.
        headers: cells of header rows.
        rows: cells of the other rows.
        starts: first cells of these rows, each of which is a measure.
        headings: cells that are alone in their row and name what follows.
    """

    zones: Mapping[int, Zone] = field(default_factory=dict)
    headers: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()
    starts: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()

    def __contains__(self, paragraph: int) -> bool:
        return paragraph in self.rows or paragraph in self.headings or paragraph in self.headers


def read_tables(drafts: Sequence[Draft], lines: Sequence[str]) -> Tables:
    """Read every table that has a column of tasks or owners; other tables belong to the text around them."""
    zones: dict[int, Zone] = {}
    headers: list[int] = []
    rows: list[list[int]] = []
    headings: list[int] = []
    for table in _tables(drafts):
        header = _find_header(table, drafts, lines)
        if header is None:
            continue
        last, roles = header
        headers += (cell for row in table[: last + 1] for cell in row)
        for row in table[last + 1 :]:
            if len(row) == 1 and len(roles) > 1:
                headings.append(row[0])
                continue
            rows.append(row)
            for cell in row:
                zone = _ZONES.get(roles.get(drafts[cell].block.place.column, ""))
                if zone:
                    zones[cell] = zone
    zones |= dict.fromkeys(headers, Zone.HEADING)
    cells = frozenset(cell for row in rows for cell in row)
    return Tables(zones, frozenset(headers), cells, tuple(row[0] for row in rows), tuple(headings))


def _tables(drafts: Sequence[Draft]) -> Iterator[list[list[int]]]:
    cells = [i for i, draft in enumerate(drafts) if draft.kind is BlockKind.TABLE_CELL]
    for _, table in groupby(cells, key=lambda i: drafts[i].block.place.table):
        yield [list(row) for _, row in groupby(table, key=lambda i: drafts[i].block.place.row)]


def _find_header(
    rows: Sequence[Sequence[int]], drafts: Sequence[Draft], lines: Sequence[str]
) -> tuple[int, dict[int, str]] | None:
    """The last header row and the role of each column, or None if this is no table of tasks."""
    for number, row in enumerate(rows[:_HEADER_ROWS]):
        roles = {drafts[cell].block.place.column: role for cell in row if (role := _role(lines[cell]))}
        if "owner" in roles.values() or ("task" in roles.values() and len(roles) > 1):
            return number, roles
    return None


def _role(text: str) -> str:
    if len(text) > _LONGEST_HEADER:
        return ""
    for role in _ROLES:
        if any(word in text for word in words("tables", role)):
            return role
    return ""
