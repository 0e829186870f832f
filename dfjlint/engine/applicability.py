"""Decides whether an obligation addresses the issuer of a plan."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from dfjlint.model.report import Applicability, Message


class Issuer(StrEnum):
    """What kind of body issues a plan."""

    STATE = "state"
    PROVINCE = "province"
    PROVINCE_DEPARTMENT = "province-department"
    CITY = "city"
    COUNTY = "county"
    CONGRESS = "congress"
    JUDICIARY = "judiciary"
    UNIVERSITY = "university"
    UNKNOWN = "unknown"


_GOVERNMENTS = frozenset({Issuer.STATE, Issuer.PROVINCE, Issuer.PROVINCE_DEPARTMENT, Issuer.CITY, Issuer.COUNTY})
_LOCAL = frozenset({Issuer.CITY, Issuer.COUNTY})
_EVERYONE = _GOVERNMENTS | {Issuer.CONGRESS, Issuer.JUDICIARY, Issuer.UNIVERSITY}

# Whom each addressee of the rules stands for (the decision names them in 一, 三 and 四).
_ADDRESSED: dict[str, frozenset[Issuer]] = {
    "all": _EVERYONE,
    "government": _GOVERNMENTS,
    "administration": _GOVERNMENTS,
    "province": frozenset({Issuer.STATE, Issuer.PROVINCE, Issuer.PROVINCE_DEPARTMENT}),
    "province_department": frozenset({Issuer.STATE, Issuer.PROVINCE, Issuer.PROVINCE_DEPARTMENT}),
    "leading_group": frozenset({Issuer.STATE, Issuer.PROVINCE, Issuer.PROVINCE_DEPARTMENT}),
    "county_and_above": _GOVERNMENTS,
    "city_county": _LOCAL,
    "legislature_government": _GOVERNMENTS | {Issuer.CONGRESS},
    "university_institute": frozenset({Issuer.UNIVERSITY}),
    "judiciary": frozenset({Issuer.JUDICIARY}),
    "congress": frozenset({Issuer.CONGRESS}),
}
ADDRESSEES = frozenset(_ADDRESSED)

# First match wins: bodies that are no government stand before the levels they sit at.
_KINDS: tuple[tuple[re.Pattern[str], Issuer], ...] = (
    (re.compile("人民代表大会|人大常委会|人大常务"), Issuer.CONGRESS),
    (re.compile("人民法院|高级法院|人民检察院|检察院$|法院$"), Issuer.JUDICIARY),
    (re.compile("(大学|学院|研究院|研究所|科学院)$"), Issuer.UNIVERSITY),
    (re.compile("^(国务院|中共中央|国家|全国|中央|[^省市县区]{2,8}部(办公厅)?$)"), Issuer.STATE),
    (
        re.compile("[县旗](人民政府|政府|发展|数据|大数据|行政)|县$|(?<!自治)(?<!特)区人民政府(?!办公厅$)"),
        Issuer.COUNTY,
    ),
    (re.compile("^(北京|上海|天津|重庆)市?(人民政府|政府|办公厅)?"), Issuer.PROVINCE),
    (re.compile("(市|州|盟|地区|新区|试验区|实验区)(人民政府|政府|委|管委会|.{0,10}[局办委会]|$)"), Issuer.CITY),
    (re.compile("(省|自治区|特区)(人民)?政府|(省|自治区|特区|省委)$"), Issuer.PROVINCE),
    (re.compile("(省|自治区).+(厅|局|委|办|院|会|办公室)$|领导小组"), Issuer.PROVINCE_DEPARTMENT),
)


def issuer_kind(issuer: str) -> Issuer:
    """The kind of body behind a name in normalised Simplified characters; or one of the kinds itself."""
    if issuer in Issuer._value2member_map_:
        return Issuer(issuer)
    for pattern, kind in _KINDS:
        if pattern.search(issuer):
            return kind
    return Issuer.UNKNOWN


@cache
def applicability(addressee: str, issuer: Issuer) -> tuple[Applicability, Message]:
    """Whether an obligation on an addressee binds an issuer, and why."""
    if addressee == "all":
        return Applicability.APPLICABLE, Message("applicable-all")
    values = (("addressee", f"@addressee-{addressee}"), ("issuer", f"@issuer-{issuer}"))
    if issuer is Issuer.UNKNOWN:
        if Issuer.PROVINCE in _ADDRESSED[addressee]:
            return Applicability.APPLICABLE, Message("applicable-unknown-issuer", values)
        return Applicability.UNDETERMINED, Message("undetermined-issuer", values)
    if issuer in _ADDRESSED[addressee]:
        return Applicability.APPLICABLE, Message("applicable-addressee", values)
    return Applicability.NOT_APPLICABLE, Message("not-applicable", values)
