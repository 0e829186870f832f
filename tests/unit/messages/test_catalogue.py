from __future__ import annotations

import ast
import re
import string

import pytest

from dfjlint.engine.applicability import ADDRESSEES, Issuer
from dfjlint.messages import LANGUAGES, render
from dfjlint.messages.catalogue import SHEETS, catalogue, sheet_of
from dfjlint.model.report import Message
from tests.conftest import ROOT


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_every_message_stands_in_every_language_with_the_same_values(key: str) -> None:
    entry = catalogue()[key]
    assert set(entry) == set(LANGUAGES)
    assert len({frozenset(_fields(text)) for text in entry.values()}) == 1


def test_no_key_stands_in_two_files() -> None:
    assert sum(len(sheet_of(sheet)) for sheet in SHEETS) == len(catalogue())


def test_every_message_that_the_code_names_exists() -> None:
    named = set()
    for path in (ROOT / "dfjlint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Message", "label") and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    named.add(first.value)
    assert named
    assert named - set(catalogue()) == set()


def test_every_reason_and_hint_that_the_code_names_exists() -> None:
    named = set()
    for path in (ROOT / "dfjlint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "read_error":
                reason, _, hint = node.args
                named |= {f"read-{reason.value}"} if isinstance(reason, ast.Constant) else set()
                named |= {f"hint-{hint.value}"} if isinstance(hint, ast.Constant) else set()
    assert len(named) > 50
    assert named - set(catalogue()) == set()


def test_every_addressee_and_issuer_has_a_name() -> None:
    wanted = {f"addressee-{name}" for name in ADDRESSEES} | {f"issuer-{kind.value}" for kind in Issuer}
    assert wanted - set(catalogue()) == set()


def test_a_value_with_an_at_sign_is_looked_up() -> None:
    message = Message("not-applicable", (("addressee", "@addressee-judiciary"), ("issuer", "@issuer-province")))
    assert render(message, "zh-Hant") == "條款責任主體為司法機關，發文機關屬省級人民政府，不適用。"


def test_simplified_and_traditional_texts_keep_to_their_script() -> None:
    for key, entry in catalogue().items():
        assert not re.search("[蓋條項務關於為與證據劃發適試]", entry["zh-Hans"]), key
