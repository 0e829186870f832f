"""From a source to its outline: the steps of this folder, joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from dfjlint.model.plan import Measure, Outline, Paragraph, Section, Zone
from dfjlint.model.source import SourceDocument
from dfjlint.model.text import NormalisedText
from dfjlint.outline.body import Body, read_body
from dfjlint.outline.imprint import read_imprint
from dfjlint.outline.paragraphs import Draft, build_paragraphs
from dfjlint.outline.pieces import place_paragraphs
from dfjlint.text.normalise import normalise
from dfjlint.text.script import script_of

_QUOTES = frozenset('“”‘’"「」『』〝〞')
_LINE_END = re.compile(r"\s*[\r\n]\s*")


def build_outline(source: SourceDocument) -> Outline:
    """Find the structure of a plan: paragraphs, sections, measures and the zone of every stretch.

    Args:
        source: a document as read; physical lines are joined to paragraphs.

    Returns:
        The outline; without paragraphs if the source has no text.
    """
    drafts, text = _normalised(source)
    lines = text.text.split("\n") if drafts else []
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    body = read_body(drafts, lines)
    chosen = sorted(set(body.measures) - {-1})
    numbers = {item: number for number, item in enumerate(chosen)} | {-1: -1}
    paragraphs, stretches = place_paragraphs(drafts, lines, starts, body, [numbers[m] for m in body.measures])
    return Outline(
        text=text,
        sections=tuple(_sections(body, lines, starts)),
        measures=tuple(_measures(body, chosen, paragraphs)),
        paragraphs=paragraphs,
        stretches=stretches,
        title="".join(_source_text(source, text, starts, piece) for piece in body.front.title),
        issuer=_source_text(source, text, starts, body.front.issuer) if body.front.issuer else "",
        script=script_of(source.text),
        imprint=read_imprint(
            lines,
            [paragraph.zone for paragraph in paragraphs],
            "".join(lines[i][start:end] for i, start, end in body.front.title),
            lambda piece: _source_text(source, text, starts, piece),
        ),
    )


def _normalised(source: SourceDocument) -> tuple[list[Draft], NormalisedText]:
    """The paragraphs of which something is left when they are normalised, and their text."""
    drafts = build_paragraphs(source)
    text = normalise(source.text, [draft.spans for draft in drafts])
    lines = text.text.split("\n")
    if drafts and "" in lines:
        drafts = [draft for draft, line in zip(drafts, lines, strict=True) if line]
        text = normalise(source.text, [draft.spans for draft in drafts])
    return drafts, text


def _sections(body: Body, lines: Sequence[str], starts: Sequence[int]) -> Iterator[Section]:
    for index, (item, head) in enumerate(zip(body.items, body.heads, strict=True)):
        start, text = starts[item.paragraph], lines[item.paragraph]
        yield Section(
            index=index,
            parent=item.parent,
            level=item.level,
            number=item.number,
            title=text[head.title_start : head.title_end],
            norm_start=start,
            norm_end=start + head.title_end,
        )


def _measures(body: Body, chosen: Sequence[int], paragraphs: Sequence[Paragraph]) -> Iterator[Measure]:
    ends = {}
    for paragraph in paragraphs:
        if paragraph.measure >= 0 and paragraph.zone is not Zone.CHROME:
            ends[paragraph.measure] = paragraph.norm_end
    for index, item in enumerate(chosen):
        first = paragraphs[body.items[item].paragraph]
        text = body.titles[item]
        yield Measure(index, item, body.labels[item], text, first.norm_start, ends[index])


def _source_text(
    source: SourceDocument, text: NormalisedText, starts: Sequence[int], piece: tuple[int, int, int]
) -> str:
    """The source characters behind a range of a paragraph, with quotation marks, without the ends of wraps."""
    paragraph, start, end = piece
    span = text.to_source(starts[paragraph] + start, starts[paragraph] + end)
    first, last = span.start, span.end
    while first and source.text[first - 1] in _QUOTES:
        first -= 1
    while last < len(source.text) and source.text[last] in _QUOTES:
        last += 1
    return _LINE_END.sub("", source.text[first:last])
