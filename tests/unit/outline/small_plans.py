"""Sources put together by hand, and short ways to look at their outlines."""

from __future__ import annotations

from dfjlint.model.plan import Outline, Zone
from dfjlint.model.source import Block, BlockKind, Place, SourceDocument, Span
from dfjlint.text.lines import line_spans

PLAN = """某市数字经济行动计划

为加快发展数字经济，结合我市实际，制定本行动计划。

一、总体要求

坚持市场主导，统筹发展和安全。到2027年，全市算力规模翻一番。

二、建设数字基础设施

（一）扩大网络覆盖。推进千兆光网进入所有行政村，新建基站三千个，完善城乡一体的网络服务体系。（责任单位：市通信管理局、市工业和信息化局）

（二）统筹算力布局。建成市级算力调度平台，引导存量数据中心改造升级，提高能源利用效率。（责任单位：市发展改革委）

三、培育数据市场

（三）开放公共数据。编制开放目录，按季度更新，向企业提供高质量数据集。（责任单位：市数据局，各区人民政府）
"""


def source_of(text: str, path: str = "plan.txt") -> SourceDocument:
    """A text file as its reader delivers it: a block for every line that is not blank."""
    blocks = [
        Block(span, BlockKind.LINE, place=Place(line=number))
        for number, span in enumerate(line_spans(text), 1)
        if text[span.start : span.end].strip()
    ]
    return SourceDocument(path, "txt", "", text, tuple(blocks))


def source_of_blocks(*blocks: tuple[BlockKind, int, str] | tuple[BlockKind, int, str, Place]) -> SourceDocument:
    """A document with markup: kind, heading level, text and, for table cells, the place."""
    text = ""
    made = []
    for kind, level, words, *place in blocks:
        made.append(Block(Span(len(text), len(text) + len(words)), kind, level, *place))
        text += words + "\n"
    return SourceDocument("plan.docx", "docx", "", text, tuple(made))


def table(*rows: tuple[str, ...], number: int = 1) -> list[tuple[BlockKind, int, str, Place]]:
    """The cells of a table; an empty string stands for no cell."""
    return [
        (BlockKind.TABLE_CELL, 0, words, Place(table=number, row=row, column=column))
        for row, cells in enumerate(rows, 1)
        for column, words in enumerate(cells, 1)
        if words
    ]


def paragraphs(outline: Outline) -> list[str]:
    """The normalised paragraphs."""
    return [outline.text.text[p.norm_start : p.norm_end] for p in outline.paragraphs]


def measures(outline: Outline) -> list[tuple[str, str]]:
    """Label and title of every measure."""
    return [(measure.label, measure.title) for measure in outline.measures]


def sections(outline: Outline) -> list[tuple[int, str, str]]:
    """Level, number and title of every section."""
    return [(section.level, section.number, section.title) for section in outline.sections]


def in_zone(outline: Outline, zone: Zone) -> list[str]:
    """The stretches of one zone."""
    return [outline.text.text[s.norm_start : s.norm_end] for s in outline.stretches if s.zone is zone]


def rewrap(text: str, width: int) -> str:
    """Every line cut after `width` characters."""
    return "\n".join(line[i : i + width] for line in text.split("\n") for i in range(0, max(1, len(line)), width))
