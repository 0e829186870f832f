from __future__ import annotations

import pytest

from dfjlint.text.data import load_data


def test_tables_pair_up() -> None:
    tables = load_data("characters.toml")
    for name in ("opencc", "variants", "radicals"):
        before, after = (tables[name][side].replace("\n", "") for side in ("from", "to"))
        assert len(before) == len(after) == len(set(before))


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_data("nothing.toml")
