from __future__ import annotations

import pytest

from dfjlint.model.source import Span
from dfjlint.model.text import NormalisedText
from dfjlint.text.lines import line_spans
from dfjlint.text.normalise import normalise, normalise_term, skeleton


def _lines(text: str) -> NormalisedText:
    return normalise(text, [[line] for line in line_spans(text)])


def _pairs(text: str) -> list[tuple[str, str]]:
    """Each normalised character with the source text behind it."""
    norm = _lines(text)
    return [(c, text[norm.starts[i] : norm.ends[i]]) for i, c in enumerate(norm.text)]


@pytest.mark.parametrize(
    ("source", "skeletal"),
    [
        ("　一、總體要求", " 一、总体要求"),
        ("（一）“數據”\r\n第１條\t內容", '(一)"数据"\r\n第1条 内容'),
        ("㈠⑴①Ⅰ GDP", "㈠⑴①Ⅰ GDP"),
        ("⻔⼾「資訊」", '门户"资讯"'),
    ],
)
def test_skeleton(source: str, skeletal: str) -> None:
    assert skeleton(source) == skeletal


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("推动“互联网＋”与『数字政府』", "推动互联网+与数字政府"),
        ("关 于 印 发 《 方 案 》 的 通 知", "关于印发《方案》的通知"),
        ("到 2025 年，5G 基站达 3 万个", "到2025年,5g基站达3万个"),
        ("Smart　City 与 IPv6", "smart city与ipv6"),
        ("Smart “City” hub", "smart city hub"),
        ("２ ０ ２ ５ 年 Ｉ Ｐ ｖ ６", "2025年ipv6"),
        ("第 1 0 条", "第10条"),
        ("3 . 5 ％", "3.5%"),
        ("㈠推进⑴建设⒈完成⑿落实", "(一)推进(1)建设1.完成(12)落实"),
        ("①Ⅰ〇《方案》〈表〉×、。…", "①Ⅰ〇《方案》〈表〉×、。…"),
        ("数\u200b据\ufeff要\xad素\u202e流\0通", "数据要素流通"),
        ("  首尾空白　", "首尾空白"),
        ("加快裡程碑計畫", "加快里程碑计划"),
        ("成效顯著,隨著發展", "成效显著,随着发展"),
        ("網際網路與伺服器", "互联网与服务器"),
        ("反“覆”覆核", "反复复核"),
        ("”“", ""),
        ("", ""),
    ],
)
def test_one_line(source: str, text: str) -> None:
    assert normalise(source, [[Span(0, len(source))]]).text == text
    assert normalise_term(source) == text


def test_each_character_knows_where_it_came_from() -> None:
    assert _pairs("“數 据”㈠") == [("数", "數"), ("据", "据"), ("(", "㈠"), ("一", "㈠"), (")", "㈠")]


def test_a_folded_word_maps_to_the_whole_word() -> None:
    word = "網際網路"
    assert _pairs("建" + word + "站") == [("建", "建"), ("互", word), ("联", word), ("网", word), ("站", "站")]


def test_a_kept_space_maps_to_the_blanks_behind_it() -> None:
    assert _pairs("ab \u3000cd")[2] == (" ", " \u3000")


def test_paragraphs_are_lines_even_when_they_are_empty() -> None:
    source = "一\n　\n“”\n二"
    assert _lines(source).text == "一\n\n\n二"
    assert normalise(source, [[], [Span(0, 1)], []]).text == "\n一\n"


def test_no_paragraphs_make_an_empty_text() -> None:
    assert normalise("一", []) == normalise("", [])
    assert normalise("一", []).text == ""


def test_the_line_feed_between_paragraphs_has_no_source() -> None:
    norm = _lines("一\r\n二")
    assert (norm.starts[1], norm.ends[1]) == (1, 1)


def test_pieces_are_joined_without_anything_between() -> None:
    source = "建设数据\n　　中心 Smart\nCity"
    lines = line_spans(source)
    norm = normalise(source, [lines])
    assert norm.text == "建设数据中心smartcity"
    assert norm.to_source(2, 6) == Span(2, 9)


def test_words_cut_by_a_wrap_are_one_word() -> None:
    source = "網際網\n路與伺\n服器"
    norm = normalise(source, [line_spans(source)])
    assert norm.text == "互联网与服务器"
    assert norm.to_source(0, 3) == Span(0, 5)


def test_what_stands_outside_the_pieces_is_left_out() -> None:
    assert normalise("页眉数据页脚", [[Span(2, 4)]]).text == "数据"


def test_line_ends_inside_a_piece_are_blanks() -> None:
    assert normalise("数据\n中心\rab\ncd", [[Span(0, 11)]]).text == "数据中心ab cd"


def test_unknown_characters_survive() -> None:
    source = "数\ud800据\U0005ffff\ue000𠮷網路伺服器"
    assert _lines(source).text == "数\ud800据\U0005ffff\ue000𠮷网络服务器"


def test_nul_cuts_nothing_off() -> None:
    assert _lines("資訊\0網路\0安全").text == "信息网络安全"


def test_characters_between_the_enumerators_stay() -> None:
    assert _lines("●推进★々ぁア㊀㈱").text == "●推进★々ぁア㊀㈱"


def test_whether_quoted_or_not_and_in_either_script_terms_are_the_same() -> None:
    terms = ["“一网通办”平台", "一網通辦 平臺", "「一網通辦」平台", "一网通办平台"]
    assert {normalise_term(term) for term in terms} == {"一网通办平台"}


def test_mainland_terms_keep_their_words() -> None:
    terms = ["项目资料", "使用者", "智慧城市", "资讯服务", "软体机器人", "执行程序"]
    assert [normalise_term(term) for term in terms] == terms
