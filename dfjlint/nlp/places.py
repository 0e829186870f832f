"""Names of Chinese provinces, prefectures and some areas."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def place_names() -> frozenset[str]:
    """All names of places.toml, without 省 市 州 县."""
    data = tomllib.loads(files("dfjlint.nlp").joinpath("places.toml").read_text("utf-8"))
    return frozenset(name for listed in data.values() for name in listed.split())


def is_place(name: str) -> bool:
    """True for 福州, 福州市 and 福建省; False for a name that goes on (福州大学)."""
    names = place_names()
    return name in names or (name[-1:] in ("省", "市", "州", "县", "区") and name[:-1] in names)
