"""What several tests share: the folders, and the pack compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.engine.index import ConceptIndex

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
PLAN_2019 = ROOT / "corpora" / "fujian-2018" / "plan-2019.txt"


@pytest.fixture(scope="session")
def index() -> ConceptIndex:
    from dfjlint.api import pack_index

    return pack_index("fujian-2018")


@pytest.fixture(scope="session")
def plan_2019() -> str:
    return PLAN_2019.read_text(encoding="utf-8")
