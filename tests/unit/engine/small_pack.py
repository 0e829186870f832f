"""A pack of two rules written to a folder, for tests of the engine."""

from __future__ import annotations

from pathlib import Path

from dfjlint.api import check_source
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.pack import load_pack
from dfjlint.model.report import DocumentReport, ObligationResult
from dfjlint.model.source import Block, BlockKind, Place, SourceDocument, Span

DECISION = "關於政務網絡的決定\n各級人民政府應當完善政務內網、政務外網,推進物聯網設施布局。貫徹新發展理念。\n"
PACK = """
id: small
version: "1"
title: 小包
instrument:
  title: 關於政務網絡的決定
  issuer: 某省人大常委會
  adopted: "2020-01-01"
  in_force: "2020-01-01"
  text: corpora/small.txt
subject: subject
narrowing: narrowing
case_title: 某省数字政府工作要点
"""
LEXICON = """
subject: {label: 主題, terms: [数字, 政务, 物联网]}
narrowing: {label: 局部, terms: [试点]}
intranet: {label: 政務內網, terms: [政务内网]}
extranet: {label: 政務外網, terms: [政务外网], except: [政务外网办公室]}
iot: {label: 物聯網, terms: [物联网]}
sensing: {label: 感知, terms: [感知终端]}
place: {label: 布局, terms: [布局, 部署]}
"""
RULES = {
    "1/DFJ-1.1": """
id: DFJ-1.1
cite: 一
quote: 完善政務內網、政務外網
modality: shall
addressee: government
kind: measure
elements:
  - {name: 政務內網, addressed: [intranet]}
  - {name: 政務外網, addressed: [extranet]}
""",
    "1/DFJ-1.2": """
id: DFJ-1.2
cite: 一
quote: 推進物聯網設施布局
modality: directive
addressee: government
kind: measure
deadline: 2026-12-31
target: {value: 100, unit: 个}
elements:
  - {name: 物聯網設施布局, addressed: [[iot, place], {all: [sensing], places: 2}], mentioned: [iot]}
""",
    "1/DFJ-1.3": """
id: DFJ-1.3
cite: 一
quote: 貫徹新發展理念
modality: directive
addressee: all
kind: guidance
elements:
  - {name: 新發展理念, addressed: [新发展理念]}
""",
}


def small_files() -> dict[str, str]:
    """The files of the small pack: path below its folder → content."""
    return {
        "corpora/small.txt": DECISION,
        "rules/small/pack.yaml": PACK,
        "rules/lexicon/small.yaml": LEXICON,
        **{f"rules/small/{name}.yaml": text for name, text in RULES.items()},
    }


def small_index(folder: Path) -> ConceptIndex:
    """The small pack, written below a folder and loaded."""
    for name, text in small_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return ConceptIndex(load_pack(folder / "rules" / "small"))


def document(text: str) -> SourceDocument:
    """A plan of one paragraph a line."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH, place=Place(line=number)))
        start += len(line) + 1
    return SourceDocument("plan.txt", "txt", "0", text, tuple(blocks))


def plan(*measures: str, preamble: str = "", title: str = "某省2026年数字政府工作要点") -> SourceDocument:
    """A plan with numbered measures under one chapter."""
    numerals = "一二三四五六七八九十"
    items = [f"（{numerals[number]}）做好第{numerals[number]}项工作。{text}" for number, text in enumerate(measures)]
    return document("\n".join([title, *([preamble] if preamble else []), "一、主要任务", *items]))


def check(source: SourceDocument, index: ConceptIndex) -> DocumentReport:
    """The report on a document against the small pack."""
    return check_source(source, index)


def result(source: SourceDocument, index: ConceptIndex, rule: str) -> ObligationResult:
    """The verdict on one rule."""
    return next(entry for entry in check(source, index).obligations if entry.id == rule)
