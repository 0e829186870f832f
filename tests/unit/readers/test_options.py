from __future__ import annotations

import re
from dataclasses import fields

from dfjlint.readers import ReadOptions
from tests.conftest import ROOT


def test_the_limits_are_documented_with_their_defaults() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `(max-[a-z-]+)` \| ([\d,]+) \|", text, re.M))
    defaults = {
        field.name.replace("_", "-"): f"{getattr(ReadOptions(), field.name):,}"
        for field in fields(ReadOptions)
        if field.name.startswith("max_")
    }
    assert documented == defaults
