from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from dfjlint.model.report import DocumentReport
from dfjlint.model.rules import RulePack
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.codec import CodecError, decode, encode
from tests.unit.engine.small_pack import check, plan, small_index


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    number: int
    colours: tuple[Colour, ...]


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner | None
    pair: tuple[int, str]
    words: frozenset[str]
    table: Mapping[str, Inner]
    share: float


VALUE = Outer(Inner(1, (Colour.RED,)), (1, "甲"), frozenset({"a", "b"}), {"k": Inner(2, ())}, 0.5)


def test_a_value_comes_back_equal() -> None:
    assert decode(Outer, encode(VALUE)) == VALUE
    assert decode(Outer, encode(dataclasses.replace(VALUE, inner=None))).inner is None


def test_report_and_pack_come_back_equal(tmp_path: Path) -> None:
    index = small_index(tmp_path)
    report = check(plan("完善政务内网。（责任单位：省数字办）", "推进物联网应用。"), index)
    assert decode(DocumentReport, encode(report)) == report
    assert decode(RulePack, encode(index.pack)) == index.pack


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b'[null,[1,"x"],[],{},"0.5"]',
        b"[null,[1],[],{},0.5]",
        b'[[true,[]],[1,"x"],[],{},0.5]',
        b'[[1,["blue"]],[1,"x"],[],{},0.5]',
        b'[null,[1,"x"],[],{},0.5,1]',
        b"\xff",
    ],
)
def test_data_of_another_shape_is_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decode(Outer, data)


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a", "") != key_of("a")


def test_the_cache_keeps_values_by_kind_and_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get(Outer, "00ff") is None
    cache.put("00ff", VALUE)
    assert cache.get(Outer, "00ff") == VALUE
    assert cache.get(Inner, "00ff") is None
    assert (tmp_path / "cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("00ff", VALUE)
    assert cache.get(Outer, "00ff") is None
