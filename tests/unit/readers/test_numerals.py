from __future__ import annotations

import pytest

from dfjlint.readers.numerals import format_number


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("ideographEnclosedCircle", 10, "㊉"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 101, "一〇一"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2005, "二千零五"),
        ("taiwaneseCountingThousand", 20, "二十"),
        ("japaneseCounting", 12, "十二"),
        ("japaneseCounting", 110, "百十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographLegalTraditional", 10, "壹拾"),
        ("ideographTraditional", 10, "癸"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("numberInDash", 4, "- 4 -"),
        ("no-such-style", 7, "7"),
        ("chineseCountingThousand", 0, "零"),
        ("upperRoman", 0, "0"),
        ("lowerLetter", 10**9, "1000000000"),
    ],
)
def test_number_is_written_as_word_writes_it(style: str, value: int, expected: str) -> None:
    assert format_number(value, style) == expected
