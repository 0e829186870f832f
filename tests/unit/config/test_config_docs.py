from __future__ import annotations

import importlib.util
import json
import tomllib

import jsonschema
import pytest

from dfjlint.cli.config import template
from dfjlint.cli.session import names_of_limits
from dfjlint.config import KEYS, ConfigFile, schema, toml_example
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "docs" / "config.schema.json").read_text(encoding="utf-8"))


def _script() -> object:
    spec = importlib.util.spec_from_file_location("config_docs", ROOT / "scripts" / "config_docs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_documents_are_those_of_the_model() -> None:
    script = _script()
    assert (ROOT / "docs" / "config.md").read_text(encoding="utf-8") == script.markdown()  # type: ignore[attr-defined]
    assert schema() == SCHEMA


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert list(SCHEMA["properties"]) == list(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_every_example_holds_for_schema_and_model(key: str) -> None:
    content = tomllib.loads(toml_example(key))
    assert list(content) == [key]
    jsonschema.validate(content, SCHEMA)
    assert ConfigFile.model_validate(content, by_alias=True, by_name=False).model_fields_set == {KEYS[key]}


@pytest.mark.parametrize(
    "content",
    [{"fail_on": "missing"}, {"pack": 1}, {"lang": "fr"}, {"severity": {"DFJ-1": "bad"}}, {"plan-sets": [{}]}],
)
def test_schema_and_model_refuse_the_same(content: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, SCHEMA)
    with pytest.raises(ValueError, match="validation error"):
        ConfigFile.model_validate(content, by_alias=True, by_name=False)


def test_the_template_with_every_line_in_force_is_valid() -> None:
    lines = [line.removeprefix("# ") for line in template().splitlines() if " = " in line]
    content = tomllib.loads("\n".join(lines))
    assert list(content) == list(KEYS)
    jsonschema.validate(content, SCHEMA)


def test_every_limit_of_the_readers_can_be_set() -> None:
    limits = SCHEMA["properties"]["limits"]
    assert set(names_of_limits()) == set(limits["propertyNames"]["enum"])
