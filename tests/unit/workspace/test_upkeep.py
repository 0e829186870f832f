from __future__ import annotations

import os
from pathlib import Path

import pytest

from dfjlint.errors import UsageError
from dfjlint.model.report import PackView
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.upkeep import Removed, clear, entries_of, prune

VIEW = PackView("p", "1", "0", "决定")


def _filled(folder: Path, count: int) -> Cache:
    """A cache with entries that were used one after the other."""
    cache = Cache(folder)
    for number in range(count):
        cache.put(key_of(str(number)), VIEW)
        os.utime(cache._path(PackView, key_of(str(number))), ns=(number, number))
    return cache


def _kept(cache: Cache, count: int) -> list[int]:
    return [number for number in range(count) if cache.has(PackView, key_of(str(number)))]


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = _filled(tmp_path, 10)
    size = entries_of(tmp_path)[0].size
    assert prune(tmp_path, 5 * size) == Removed(6, 6 * size)
    assert _kept(cache, 10) == [6, 7, 8, 9]


def test_within_its_bound_nothing_goes(tmp_path: Path) -> None:
    cache = _filled(tmp_path, 3)
    assert prune(tmp_path, sum(entry.size for entry in entries_of(tmp_path))) == Removed(0, 0)
    assert _kept(cache, 3) == [0, 1, 2]


def test_reading_an_entry_counts_as_use(tmp_path: Path) -> None:
    cache = _filled(tmp_path, 3)
    assert cache.get(PackView, key_of("0")) == VIEW
    prune(tmp_path, 2 * entries_of(tmp_path)[0].size)
    assert _kept(cache, 3) == [0]


def test_clearing_leaves_what_is_not_ours(tmp_path: Path) -> None:
    _filled(tmp_path, 2)
    place = entries_of(tmp_path)[0].path.parent
    (place / "note.txt").write_text("mine", encoding="utf-8")
    (place / ".new-1").write_text("half", encoding="utf-8")
    assert clear(tmp_path, "c").entries == 2
    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(left) == [".gitignore", "CACHEDIR.TAG", "note.txt"]


def test_a_folder_that_is_no_cache_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="this is no cache of dfjlint"):
        clear(tmp_path, "here")
    assert clear(tmp_path / "nothing", "here") == Removed(0, 0)
