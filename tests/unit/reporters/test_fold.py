from __future__ import annotations

from dfjlint.reporters.fold import fold, pairs_in, script_pairs
from dfjlint.text.opencc_forms import opencc_forms


def test_the_pairs_are_those_of_opencc() -> None:
    ideographs = {old: new for old, new in opencc_forms().items() if "\u4e00" <= old < "\ua000"}
    assert script_pairs() == ideographs


def test_either_script_folds_to_the_same() -> None:
    assert fold("數據開放2億條") == fold("数据开放2亿条") == "数据开放2亿条"


def test_only_the_pairs_of_a_page_are_given() -> None:
    assert pairs_in(set("數據和数据")) == "據据數数"
