from __future__ import annotations

from dfjlint.text.search import LongestSearch, TermSearch


def test_all_overlapping_terms_are_found() -> None:
    found = TermSearch(["云计算", "计算", "云计算中心", "算中"]).find("建云计算中心")
    assert found == [(0, 1, 4), (1, 2, 4), (3, 3, 5), (2, 1, 6)]


def test_offsets_are_code_points() -> None:
    assert TermSearch(["数据"]).find("𠮷a数据") == [(0, 2, 4)]


def test_a_term_given_twice_is_found_twice() -> None:
    assert TermSearch(["数据", "数据"]).find("数据") == [(0, 0, 2), (1, 0, 2)]


def test_empty_terms_are_never_found_and_keep_their_index() -> None:
    assert TermSearch(["", "数据", ""]).find("大数据") == [(1, 1, 3)]


def test_no_terms_find_nothing() -> None:
    assert TermSearch([]).find("数据") == []


def test_lone_surrogates_do_not_move_the_offsets() -> None:
    assert TermSearch(["数据"]).find("\ud800数据\udfff") == [(0, 1, 3)]


def test_longest_search_takes_the_leftmost_longest_without_overlap() -> None:
    found = LongestSearch(["网路", "网际网路", "路由"]).find("网际网路由网路由")
    assert found == [(1, 0, 4), (0, 5, 7)]


def test_longest_search_survives_lone_surrogates() -> None:
    assert LongestSearch(["网路"]).find("\udc00网路") == [(0, 1, 3)]
