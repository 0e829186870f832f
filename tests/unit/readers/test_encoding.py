from __future__ import annotations

import pytest

from dfjlint.errors import ReadError
from dfjlint.readers.encoding import decode

SIMPLIFIED = "一、加快建设数字政府，推进公共数据共享和开放利用。\r\n（一）完善平台。\n"
TRADITIONAL = "一、加快建設數字政府，推進公共數據共享和開放利用。\r\n（一）完善平臺。\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (SIMPLIFIED, "utf-8"),
        (TRADITIONAL, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-32"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
    ],
)
def test_each_encoding_is_found(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == (text, codec)


def test_big_endian_mark_is_obeyed() -> None:
    data = b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")
    assert decode(data, "a.txt") == (SIMPLIFIED, "utf-16")


def test_a_short_gbk_line_is_not_taken_for_big5() -> None:
    assert decode("加强组织领导".encode("gbk"), "a.txt") == ("加强组织领导", "gb18030")


def test_hong_kong_characters_of_big5_are_read() -> None:
    text = "推動數字政府，啟動深水埗及鰂魚涌的公共服務計劃。"
    assert decode(text.encode("big5hkscs"), "a.txt") == (text, "big5hkscs")


def test_one_damaged_byte_is_placed_by_its_line() -> None:
    data = (SIMPLIFIED * 20).encode()
    broken = data[: len(data) // 2] + b"\xff" + data[len(data) // 2 :]
    with pytest.raises(ReadError, match="some of its bytes are damaged") as caught:
        decode(broken, "a.txt")
    assert caught.value.where == f"a.txt:{data[: len(data) // 2].count(10) + 1}"


def test_text_cut_short_after_a_mark_is_refused() -> None:
    with pytest.raises(ReadError, match="does not fit"):
        decode(SIMPLIFIED.encode("utf-16")[:-1], "a.txt")


def test_binary_data_is_no_text() -> None:
    with pytest.raises(ReadError, match="not a text file"):
        decode(bytes(range(256)) * 8, "a.txt")


def test_ascii_with_zero_bytes_is_no_text() -> None:
    with pytest.raises(ReadError, match="not a text file"):
        decode("Action plan".encode("utf-16-le"), "a.txt")


def test_an_unknown_encoding_is_named_as_such() -> None:
    with pytest.raises(ReadError, match="encoding of the file is not known"):
        decode("Über die Maßnahmen".encode("latin-1") + b"\x81" + b" ok" * 3, "a.txt")
