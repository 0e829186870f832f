from __future__ import annotations

import pytest

from dfjlint.engine.applicability import Issuer, applicability, issuer_kind
from dfjlint.model.report import Applicability


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("福建省人民政府办公厅", Issuer.PROVINCE),
        ("湖南省人民政府办公厅", Issuer.PROVINCE),
        ("福建省", Issuer.PROVINCE),
        ("广西壮族自治区人民政府", Issuer.PROVINCE),
        ("北京市人民政府办公厅", Issuer.PROVINCE),
        ("重庆市人民政府", Issuer.PROVINCE),
        ("福建省数字福建建设领导小组办公室", Issuer.PROVINCE_DEPARTMENT),
        ("福建省教育厅", Issuer.PROVINCE_DEPARTMENT),
        ("福建省发展和改革委员会", Issuer.PROVINCE_DEPARTMENT),
        ("福州市人民政府", Issuer.CITY),
        ("平潭综合实验区管委会", Issuer.CITY),
        ("哈尔滨市人民政府办公厅", Issuer.CITY),
        ("德化县人民政府", Issuer.COUNTY),
        ("福州市鼓楼区人民政府", Issuer.COUNTY),
        ("国务院", Issuer.STATE),
        ("国务院办公厅", Issuer.STATE),
        ("教育部", Issuer.STATE),
        ("福建省人民代表大会常务委员会", Issuer.CONGRESS),
        ("福建省高级人民法院", Issuer.JUDICIARY),
        ("福州大学", Issuer.UNIVERSITY),
        ("", Issuer.UNKNOWN),
        ("city", Issuer.CITY),
    ],
)
def test_issuer_kind(name: str, kind: Issuer) -> None:
    assert issuer_kind(name) is kind


@pytest.mark.parametrize(
    ("addressee", "issuer", "expected"),
    [
        ("government", Issuer.PROVINCE, Applicability.APPLICABLE),
        ("judiciary", Issuer.PROVINCE, Applicability.NOT_APPLICABLE),
        ("judiciary", Issuer.JUDICIARY, Applicability.APPLICABLE),
        ("city_county", Issuer.PROVINCE, Applicability.NOT_APPLICABLE),
        ("city_county", Issuer.CITY, Applicability.APPLICABLE),
        ("city_county", Issuer.UNKNOWN, Applicability.UNDETERMINED),
        ("government", Issuer.UNKNOWN, Applicability.APPLICABLE),
        ("all", Issuer.UNIVERSITY, Applicability.APPLICABLE),
    ],
)
def test_applicability(addressee: str, issuer: Issuer, expected: Applicability) -> None:
    assert applicability(addressee, issuer)[0] is expected
