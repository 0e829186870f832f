from __future__ import annotations

import unicodedata

import pytest

from dfjlint.text.widths import DROPPED, Folding, layout_folding, shaped_characters, text_folding


@pytest.mark.parametrize(
    ("shapes", "form"),
    [
        ("２０２５年Ａｂ％", "2025年ab%"),  # full width
        ("⼯⽤⼾⾯⿈", "工用户面黄"),  # Kangxi radicals
        ("⺠⻆⻓⻔⻚⻛⻢⻘", "民角长门页风马青"),  # radicals supplement, which NFKC leaves
        ("金樂\U0002f800", "金乐丽"),  # compatibility ideographs
        ("裏裡里綫線説說", "里里里线线说说"),
        ("囯戸亊馀", "国户事余"),  # variants that OpenCC leaves
        ("，；：！？（）", ",;:!?()"),
        ("〔〕【】［］〖〗", "[][][][]"),
        ("～〜—–―－", "~~----"),
        ("·•・･", "····"),
        ("。｡、､《》〈〉×①Ⅰ㈠", "。。、、《》〈〉×①Ⅰ㈠"),
        ("\u3000\t\xa0\u2003\u2028\n\r", " " * 7),
        ("“”‘’「」『』\"'＂＇", DROPPED * 12),
        ("\0\x07\u200b\ufeff\xad\u202e\u200f\ufe0f\U000e0101", DROPPED * 9),
    ],
)
def test_text_folding(shapes: str, form: str) -> None:
    assert text_folding()(shapes) == form


@pytest.mark.parametrize(
    ("shapes", "form"),
    [
        ('“”「」『』‘’"', '"' * 9),
        ("A\u3000\t\xa0B\n\r", "A   B\n\r"),
        ("\0\u200b\ufeff\f", "    "),
        ("２０２５年Ａ（一）⼾⻔", "2025年A(一)户门"),
        ("it's", "it's"),
    ],
)
def test_layout_folding(shapes: str, form: str) -> None:
    assert layout_folding()(shapes) == form


@pytest.mark.parametrize("folding", [text_folding(), layout_folding()], ids=["text", "layout"])
def test_what_was_folded_stays(folding: Folding) -> None:
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE0200)]))
    once = folding(everything)
    assert len(once) == len(everything)
    assert folding(once) == once


def test_many_and_few_different_characters_are_folded_alike() -> None:
    everything = "".join(map(chr, range(0x2E80, 0xA000)))
    folding = text_folding()
    assert "".join(map(folding, everything)) == folding(everything)


def test_chains_in_a_table_lead_to_their_end() -> None:
    assert Folding({"Ａ": "Ｂ", "Ｂ": "Ｃ", "Ｃ": "c"})("ＡＢＣ") == "ccc"


def test_every_folded_character_is_known_to_the_search() -> None:
    missed = [
        chr(code)
        for code in [*range(0xD800), *range(0xE000, 0x30000), *range(0xE0000, 0xE0200)]
        if text_folding().forms.get(chr(code)) and not shaped_characters(chr(code))
    ]
    assert missed == []


def test_circled_numbers_and_fractions_are_not_rewritten_as_nfkc_would() -> None:
    assert unicodedata.normalize("NFKC", "①½㎡") != "①½㎡"
    assert text_folding()("①½㎡") == "①½㎡"
