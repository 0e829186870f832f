"""Makes many different plans out of the measures of real ones, the same ones each time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from dfjlint.outline import build_outline
from dfjlint.readers import ReadOptions, read_document

ROOT = Path(__file__).resolve().parent.parent
#: Characters of one plan: that of 2019 has 5,600.
LENGTH = 6_000
#: A sentence that only spaCy's Matcher can judge.
PHRASE = "有条件的地区可以建设数据中心。"

_PLACES = (ROOT / "corpora", ROOT / "examples", ROOT.parent / "shared" / "samples" / "plans")
_NUMBER = re.compile(r"^\s*(?:[（(][一二三四五六七八九十百\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]|[*#-]+)\s*")
_DIGITS = "零一二三四五六七八九"
_CHAPTER = 6
_SHORTEST = 60


def real_plans() -> list[Path]:
    """The plans that are at hand, in name order; texts of decisions are none."""
    found = [path for place in _PLACES for path in place.rglob("*") if path.suffix in (".txt", ".md")]
    return sorted(path for path in found if "decision" not in path.name and path.name != "README.md")


def measures(paths: list[Path]) -> list[str]:
    """The measures of plans as printed, each once, on one line and without its number."""
    found: dict[str, None] = {}
    for path in paths:
        source = read_document(path, path.name, path.read_bytes(), ReadOptions())
        outline = build_outline(source)
        for measure in outline.measures:
            span = outline.text.to_source(measure.norm_start, measure.norm_end)
            text = _NUMBER.sub("", "".join(source.text[span.start : span.end].split()))
            if len(text) >= _SHORTEST:
                found[text] = None
    return list(found)


def plan(pool: list[str], number: int, length: int = LENGTH) -> str:
    """A plan of at least so many characters, made of measures in an order that its number decides."""
    chance = random.Random(number)
    lines = [f"某省2026年数字政府建设工作要点（第{number}稿）", "为贯彻落实省委、省政府部署，制定本工作要点。"]
    written = 0
    for count, text in enumerate(_endless(pool, chance)):
        if written >= length:
            break
        chapter, item = divmod(count, _CHAPTER)
        if item == 0:
            lines.append(f"{numeral(chapter + 1)}、第{numeral(chapter + 1)}批重点任务")
        lines.append(f"（{numeral(item + 1)}）{text}")
        written += len(lines[-1])
    return "\n".join(lines) + "\n"


def write_plans(folder: Path, pool: list[str], count: int) -> list[Path]:
    """So many different plans as files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"plan-{number:05}.txt"
        path.write_text(plan(pool, number), encoding="utf-8")
        paths.append(path)
    return paths


def numeral(number: int) -> str:
    """A number below 10,000 in Chinese."""
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, unit)
        text += _DIGITS[digit] + name if digit else ("零" if text and number and not text.endswith("零") else "")
    text += _DIGITS[number] if number else ""
    return text.removeprefix("一") if text.startswith("一十") else text


def _endless(pool: list[str], chance: random.Random) -> Iterator[str]:
    while True:
        yield from chance.sample(pool, len(pool))
