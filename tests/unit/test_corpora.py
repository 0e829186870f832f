from __future__ import annotations

import hashlib

import pytest
import yaml

from tests.conftest import ROOT

FOLDER = ROOT / "corpora" / "fujian-2018"
MANIFEST = yaml.safe_load((FOLDER / "manifest.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", MANIFEST["documents"], ids=lambda entry: entry["file"])
def test_document_is_the_one_in_the_manifest(entry: dict[str, str]) -> None:
    data = (FOLDER / entry["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"]
    assert entry["legal_status"].startswith("official document")


def test_manifest_names_every_document() -> None:
    assert {entry["file"] for entry in MANIFEST["documents"]} == {path.name for path in FOLDER.glob("*.txt")}


def test_example_plan_is_the_plan_of_the_corpus() -> None:
    assert (ROOT / "examples" / "plan-2019.txt").read_bytes() == (FOLDER / "plan-2019.txt").read_bytes()
