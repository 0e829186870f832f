"""Full names of bodies in a list, and their levels."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dfjlint.nlp.places import is_place, place_names

_PROVINCE = re.compile(r"(?:福建|[一-鿿]{2,3})省(?!辖)|(?:内蒙古|广西|西藏|宁夏|新疆)[一-鿿]{0,3}自治区")

# 省教育厅和省科技厅, 市数据局会各有关部门 are two names; 省工业和信息化厅 is one.
_ITEM = re.compile(
    r"(?:(?!会(?:各|省|市|县|有关)|(?<=[厅委局办])和(?=[省市各县])|(?<=政府)和|(?<=部门|单位)和)[^、()]|\([^()]*\))+"
)
_LEAD = re.compile(r"(?:以及|和|及|等|由|会|\s)+")
_TAIL = re.compile(r"[\s(\[]*(?:等(?:各?有关|各?相关)?(?:单位|部门|地区|方面)?|共同|分别|按|根据)+$")


@dataclass(frozen=True, slots=True)
class Place:
    """A body with its full name, its level and the range where it is printed."""

    name: str
    level: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BodyData:
    """bodies.toml in the form in which it is looked up; tuples are tried in order."""

    roles: dict[str, frozenset[str]]
    prefixes: tuple[str, ...]
    party: frozenset[str]
    departments: tuple[str, ...]
    independent: tuple[str, ...]
    shared_ends: tuple[str, ...]
    levels: dict[str, tuple[str, ...]]


@cache
def body_data() -> BodyData:
    """The data, read at first use."""
    data = tomllib.loads(files("dfjlint.nlp").joinpath("bodies.toml").read_text("utf-8"))
    names = data["names"]
    return BodyData(
        roles={role: frozenset(words.split()) for role, words in data["roles"].items()},
        prefixes=tuple(names["prefixes"].split()),
        party=frozenset(names["party"].split()),
        departments=tuple(names["departments"].split()),
        independent=tuple(names["independent"].split()),
        shared_ends=tuple(names["shared_ends"].split()),
        levels={level: tuple(words.split()) for level, words in data["levels"].items()},
    )


def is_body(name: str) -> bool:
    """True if a name ends as names of bodies do."""
    data = body_data()
    return name.endswith((*data.departments, *data.independent))


@lru_cache(maxsize=4096)
def names_in(listed: str) -> tuple[Place, ...]:
    """The bodies in a list joined by 、, with their full names: prefixes and shared ends are spread.

    Args:
        listed: 省发改委、教育厅 or 福州、厦门市人民政府, without label, role or bracket around it.

    Returns:
        In the order of the list, with ranges in `listed`.
    """
    places: list[Place] = []
    prefix = ""
    for start, end, tail in _joined(listed, _items(listed)):
        printed = listed[start:end] + tail
        own = _prefix_of(printed)
        prefix = own or prefix
        name = printed if own else _spread(prefix, printed)
        places.append(Place(name, level_of(name), start, end))
    return tuple(places)


def _items(listed: str) -> list[tuple[int, int]]:
    items = []
    for match in _ITEM.finditer(listed):
        first, last = match.span()
        name = match[0]
        lead, tail = _LEAD.match(name), _TAIL.search(name)
        first += lead.end() if lead else 0
        last -= len(name) - tail.start() if tail else 0
        if last - first > 1:
            items.append((first, last))
    return items


def level_of(name: str) -> str:
    """The level of a body: province, city, county, department-of-state, university, enterprise, other."""
    for level, words in body_data().levels.items():
        if name.endswith(words) or (level == "department-of-state" and name.startswith(words)):
            return "other" if level == "institute" else level
    provincial = name.startswith(("省", "自治区", "直辖市", "全省", "各省")) or _PROVINCE.match(name)
    if provincial and not name.startswith(("省辖市", "各省辖市")):
        return "province"
    return _local_level(name)


def _local_level(name: str) -> str:
    if re.match(r"各?(?:设区)?市|各?市州|各?省辖市|各?地市|各?州", name) or name.startswith("市"):
        return "city"
    if re.search(r"(?:市|州|实验区|新区|示范区|航空港区|开发区)(?:委|人民政府|政府|管委会|.{0,10}[局厅委办])?$", name):
        return "city"
    if re.match(r"各?[县区旗]", name) or re.search(r"[县区旗](?:人民政府|政府|委|.{0,8}[局办])?$", name):
        return "county"
    if re.match(r".{2,3}市", name) or (is_place(name[:2]) and is_body(name)):
        return "city"
    return "other"


def _prefix_of(name: str) -> str:
    """The prefix that a name carries and that may spread; "-" where it carries one that may not."""
    data = body_data()
    province = _PROVINCE.match(name)
    if province:
        return province[0]
    if name.startswith(("省直", "市直", "县直", "省级", "市级", "县级", "省辖")):
        return "-"
    if name.startswith("市场"):
        return ""
    for prefix in data.prefixes:
        if name.startswith(prefix) and _takes_prefix(name[len(prefix) :]):
            return prefix
    return "-" if name.startswith(("各", "国家", *data.prefixes)) or is_place(name[:2]) else ""


def _takes_prefix(name: str) -> bool:
    data = body_data()
    department = name.endswith(data.departments) and not name.endswith(data.independent)
    return name in data.party or (department and len(name) > 1)


def _spread(prefix: str, name: str) -> str:
    data = body_data()
    if prefix in ("", "-") or not _takes_prefix(name):
        return name
    base = re.sub(r"(?:委|政府|党委)$", "", prefix)
    party = "党委" if base == "自治区" else "委"
    return base + party + name if name in data.party else base + name


def _joined(text: str, items: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Items with the end that they share with a later one: 福州、厦门市人民政府.

    各市、县(区)人民政府 is one set, printed with 、.
    """
    pending: list[tuple[int, int]] = []
    for start, end in items:
        name = text[start:end]
        if _goes_on(name):
            pending.append((start, end))
            continue
        shared = next((tail for tail in body_data().shared_ends if name.endswith(tail)), "")
        yield from _resolve_pending(text, pending, start, end, shared)
        pending = []
    for start, end in pending:
        yield start, end, ""


def _resolve_pending(
    text: str, pending: list[tuple[int, int]], start: int, end: int, shared: str
) -> Iterator[tuple[int, int, str]]:
    if pending and shared and text[pending[0][0]] == "各":
        yield pending[0][0], end, ""
        return
    for first, last in pending:
        city = "市" if text[first:last] in place_names() else ""
        yield first, last, (city + shared if shared else "")
    yield start, end, ""


def _goes_on(name: str) -> bool:
    return re.fullmatch(r"各?(?:设区)?[市州县区盟旗](?:\([^)]*\))?|[市州县区](?:\([^)]*\))?", name) is not None or (
        is_place(name) and len(name) <= 4
    )
