"""Writes numbers the way Word and browsers number list items."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_CAPITAL = {"simplified": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟"), "traditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟")}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def format_number(value: int, style: str) -> str:
    """A number in one of Word's number formats (ST_NumberFormat).

    Args:
        value: from 0 to 9999; others come out in decimal.
        style: "chineseCounting", "upperRoman", …; unknown ones come out in decimal.
    """
    write = _FORMATS.get(style)
    if write is None or not 0 <= value <= 9999:
        return str(value)
    return write(value) or str(value)


def chinese(value: int) -> str:
    """十 十一 一百零一, for 0 to 9999."""
    text = _with_units(value, "零一二三四五六七八九", "十百千")
    return text[1:] if 10 <= value < 20 else text


def _with_units(value: int, digits: str, units: str) -> str:
    parts: list[str] = []
    for place, digit in enumerate(reversed(str(value))):
        unit = units[place - 1] if place else ""
        parts.append(digits[int(digit)] + unit if digit != "0" else digits[0])
    text = "".join(reversed(parts)).rstrip(digits[0])
    while digits[0] * 2 in text:
        text = text.replace(digits[0] * 2, digits[0])
    return text or digits[0]


def _positional(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    return chinese(value) if value < 100 else _positional(value)


def _japanese(value: int) -> str:
    """百一 where Chinese has 一百零一; below a hundred there is no difference."""
    parts = [
        ("" if digit == "1" and place else _DIGITS[int(digit)]) + ("", "十", "百", "千")[place]
        for place, digit in enumerate(reversed(str(value)))
        if digit != "0"
    ]
    return "".join(reversed(parts)) or _DIGITS[0]


def _capital(script: str) -> Callable[[int], str]:
    digits, units = _CAPITAL[script]
    return lambda value: _with_units(value, digits, units)


def _letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb … zz, aaa: Word repeats the letter."""
    return lambda value: chr(ord(first) + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else ""


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _series(first: int, count: int) -> Callable[[int], str]:
    """One character for each number from 1 to `count`."""
    return lambda value: chr(first + value - 1) if 1 <= value <= count else ""


def circled(value: int) -> str:
    """① to ㊿; empty for other numbers."""
    for start, first, count in ((1, 0x2460, 20), (21, 0x3251, 15), (36, 0x32B1, 15)):
        if start <= value < start + count:
            return chr(first + value - start)
    return "⓪" if value == 0 else ""


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda value: characters[value - 1] if 1 <= value <= len(characters) else ""


def _stem_and_branch(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if 1 <= value <= 60 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _series(0x2488, 20),
    "decimalEnclosedParen": _series(0x2474, 20),
    "ideographEnclosedCircle": _series(0x3280, 10),
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "chineseCounting": _counting,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": _japanese,
    "koreanDigital2": _positional,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "chineseLegalSimplified": _capital("simplified"),
    "ideographLegalTraditional": _capital("traditional"),
    "japaneseLegal": _capital("traditional"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}
