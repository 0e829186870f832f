"""The bodies that a plan charges with its measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dfjlint.model.plan import Outline, Owner, OwnerRole, Stretch, Zone
from dfjlint.nlp.bodies import Place, body_data, is_body, names_in

# 由…牵头, 由…会同…负责 in the text of a measure.
_IN_TEXT = re.compile(
    r"由(?P<who>[^,;:。!?\n由]{2,60}?)(?:(?:会同|联合)(?P<with>[^,;:。!?\n]{2,60}?))?"
    r"(?P<role>牵头|负责|承担|组织实施)"
)
# A remark for all measures (以下均需…落实,不再列出) names nobody for this one.
_REMARK = re.compile(r"(?:。|^)[^。]*?(?:以下|下同|不再列出|均需)[^。]*")
_BRACKETS = "()[] \t\u3000。;,"
_GROUP = re.compile(r"[^,;。\n]+")
_BY_DUTY = re.compile(r"(?:会(?=各?有关))?(?:等)?(?:按照?|根据)(?:各自)?(?:职责|职能|分工|职责和分工|职责分工)+")


@dataclass(frozen=True, slots=True)
class _Group:
    """Items between two commas with the role that a label or a tail gives them."""

    start: int
    end: int
    role: OwnerRole | None


def find_owners(outline: Outline) -> dict[int, tuple[Owner, ...]]:
    """The owners of each measure that names any, by index of the measure.

    A prefix written once is spread (省发改委、教育厅 → 省发改委, 省教育厅); it does not spread to
    universities, companies, 各设区市人民政府 and the like. A body named twice counts once.
    """
    found: dict[int, list[Owner]] = defaultdict(list)
    for stretch in outline.stretches:
        measure = outline.paragraphs[stretch.paragraph].measure
        if measure >= 0 and stretch.zone is Zone.OWNERS:
            found[measure].extend(_owners_of_note(outline, stretch))
        elif measure >= 0 and stretch.zone is Zone.MEASURE:
            found[measure].extend(_owners_in_text(outline, stretch))
    return {measure: _unique(owners) for measure, owners in found.items() if owners}


def _unique(owners: list[Owner]) -> tuple[Owner, ...]:
    return tuple({owner.name: owner for owner in reversed(owners)}.values())[::-1]


def _owners_of_note(outline: Outline, stretch: Stretch) -> Iterator[Owner]:
    text = outline.text.text
    start, end = stretch.norm_start, stretch.norm_end
    remark = _REMARK.search(text, start, end)
    if remark and remark.start() > start:
        end = remark.start()
    groups = _with_roles(list(_groups(text, start, end)))
    for group, role in groups:
        for place in names_in(text[group.start : group.end]):
            yield _owner(outline, group.start, place, role)


def _owners_in_text(outline: Outline, stretch: Stretch) -> Iterator[Owner]:
    text = outline.text.text
    for match in _IN_TEXT.finditer(text, stretch.norm_start, stretch.norm_end):
        role = OwnerRole.LEAD if match["role"] == "牵头" else OwnerRole.RESPONSIBLE
        for group, its_role in (("who", role), ("with", OwnerRole.SUPPORT)):
            if match[group] is None:
                continue
            for place in names_in(match[group]):
                if is_body(place.name):
                    yield _owner(outline, match.start(group), place, its_role)


def _owner(outline: Outline, offset: int, place: Place, role: OwnerRole) -> Owner:
    span = outline.text.to_source(offset + place.start, offset + place.end)
    return Owner(place.name, role, place.level, span)


def _groups(text: str, start: int, end: int) -> Iterator[_Group]:
    """Cuts a note at , and ;, and at its labels (牵头单位:)."""
    role: OwnerRole | None = None
    labels = _labels()
    for match in _GROUP.finditer(text, start, end):
        begin = match.start()
        for label in labels.finditer(text, begin, match.end()):
            if label.start() > begin:
                yield from _group(text, begin, label.start(), role)
            role, begin = _role_of(label[1]), label.end()
        yield from _group(text, begin, match.end(), role)


def _group(text: str, start: int, end: int, role: OwnerRole | None) -> Iterator[_Group]:
    start, end = _trimmed(text, start, end)
    tail = _tail().search(text, start, end)
    if tail:
        role = _role_of(tail[1])
        end = tail.start()
        duty = _BY_DUTY.search(text, start, end)
        end = duty.start() if duty else end
    if end > start:
        yield _Group(start, end, role)


def _with_roles(groups: list[_Group]) -> list[tuple[_Group, OwnerRole]]:
    """A group without label or tail has the role of the next one that has: A,B牵头."""
    role = OwnerRole.RESPONSIBLE
    known = []
    for group in reversed(groups):
        role = group.role or role
        known.append((group, role))
    return known[::-1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces and the brackets around a note; a bracket of 各市、县(区) stays."""
    while start < end and text[start] in _BRACKETS:
        start += 1
    while start < end and text[end - 1] in _BRACKETS:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return start, end


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(_role_words())}):")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(_role_words())})[)\]\s]*$")


def _role_words() -> list[str]:
    return sorted((word for words in body_data().roles.values() for word in words), key=len, reverse=True)


def _role_of(word: str) -> OwnerRole:
    return next(role for role in OwnerRole if word in body_data().roles[role.value])
