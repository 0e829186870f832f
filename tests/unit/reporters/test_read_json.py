from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, get_args

import jsonschema
import pytest

from dfjlint.engine.applicability import Issuer
from dfjlint.errors import UsageError
from dfjlint.messages import LANGUAGES
from dfjlint.reporters.json import render_json
from dfjlint.reporters.json_shape import Level
from dfjlint.reporters.read_json import read_json
from tests.conftest import ROOT
from tests.unit.reporters import factory, variants

_Edit = Callable[[dict[str, Any]], object]


def edited(edit: _Edit) -> bytes:
    content = json.loads(render_json(variants.everything(), "en"))
    edit(content)
    return json.dumps(content).encode()


def first(content: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = content["documents"][0]
    return found


def obligation(content: dict[str, Any], number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = first(content)["obligations"][number]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_survives_the_way_there_and_back(lang: str) -> None:
    data = render_json(variants.everything(), lang)
    saved = read_json(data, "saved.json")
    assert saved.lang == lang
    assert saved.report == variants.everything()
    assert render_json(saved.report, saved.lang) == data


def test_a_plan_set_survives_too() -> None:
    report = factory.report(variants.plan_set())
    assert read_json(render_json(report, "en"), "saved.json").report == report


def test_a_byte_order_mark_does_no_harm() -> None:
    data = b"\xef\xbb\xbf" + render_json(factory.report(), "en")
    assert read_json(data, "saved.json").report == factory.report()


def test_what_is_written_keeps_the_schema() -> None:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render_json(variants.everything(), "en")), schema)


def refusal(data: bytes) -> str:
    with pytest.raises(UsageError) as error:
        read_json(data, "saved.json")
    assert error.value.where == "saved.json"
    assert error.value.hint
    return error.value.title


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{}", b"PK\x03\x04", b"[" * 100_000])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    assert refusal(data) == "this is not a JSON file"


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"schema": 1}', b'{"schema": "other/1"}', b"null"])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    assert refusal(data) == "this is not a report of dfjlint"


def test_another_version_is_refused_by_name() -> None:
    assert refusal(b'{"schema": "dfjlint-report/2"}') == (
        "this version reads dfjlint-report/1, the file is dfjlint-report/2"
    )


_FAULTS: dict[str, tuple[_Edit, str]] = {
    "missing field": (lambda content: content.pop("packs"), "field packs: Field required"),
    "unknown field": (lambda content: content.update(more=1), "field more: Extra inputs are not permitted"),
    "number as text": (
        lambda content: first(content).update(characters="5"),
        "field documents.0.characters: Input should be a valid integer",
    ),
    "unknown coverage": (
        lambda content: obligation(content).update(coverage="perfect"),
        "field documents.0.obligations.0.coverage: Input should be",
    ),
    "negative offset": (
        lambda content: first(content)["passages"][0].update(start=-1),
        "field documents.0.passages.0.start: Input should be greater than or equal to 0",
    ),
    "end before start": (
        lambda content: first(content)["passages"][1].update(start=99),
        "the report does not fit together: no span: [99, ",
    ),
    "measure that does not exist": (
        lambda content: first(content)["passages"][1].update(measure=4),
        "the report does not fit together: plans/云江 2027.txt has no measure 4",
    ),
    "count of measures": (
        lambda content: first(content).update(measures=9),
        "the report does not fit together: plans/云江 2027.txt has 4 measures, not 9",
    ),
    "lines out of order": (
        lambda content: first(content).update(line_starts=[0, 9, 3]),
        "the report does not fit together: the lines of plans/云江 2027.txt are out of order",
    ),
    "unknown message": (
        lambda content: obligation(content)["applicability_message"].update(key="hello"),
        "the report does not fit together: message hello needs 'hello'",
    ),
    "message without its value": (
        lambda content: obligation(content, 1)["gaps"][0]["message"].update(values={}),
        "the report does not fit together: message gap-by-reference needs 'element'",
    ),
    "unknown gap code": (
        lambda content: obligation(content, 1)["gaps"][0].update(code="G13"),
        "field documents.0.obligations.1.gaps.0.code: String should match pattern",
    ),
}


@pytest.mark.parametrize("name", sorted(_FAULTS))
def test_a_malformed_report_is_refused_with_the_field(name: str) -> None:
    edit, title = _FAULTS[name]
    assert refusal(edited(edit)).startswith(title)


def test_every_kind_of_issuer_can_be_saved() -> None:
    assert set(get_args(Level)) == {"", *(kind.value for kind in Issuer)}
