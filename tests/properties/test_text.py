"""What holds for every text: offsets, lengths, lines, and one result for all conversions."""

from __future__ import annotations

import operator
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dfjlint.model.source import Span
from dfjlint.text.lines import line_spans
from dfjlint.text.normalise import normalise, normalise_term, skeleton
from dfjlint.text.search import TermSearch
from tests.conftest import ROOT, SAMPLES

_CHARACTERS = "数據网路網際資訊伺服器著显覆答○二 　\t\n\r\0\u200b“”『』\"'Ab1２（㈠⑴①。，⼾⻔𠮷\ud800\ue000"
_TEXTS = st.text(st.sampled_from(_CHARACTERS) | st.characters(), max_size=60)
_CORPORA = sorted((ROOT / "corpora").rglob("*.txt"))
_PLANS = sorted((SAMPLES / "plans").glob("*.txt")) if SAMPLES.exists() else []


@st.composite
def _cut_texts(draw: st.DrawFn) -> tuple[str, list[list[Span]]]:
    """A text with paragraphs of pieces in order, some empty, with holes between."""
    text = draw(_TEXTS)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    pieces = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    paragraphs: list[list[Span]] = [[]]
    for piece in pieces:
        if draw(st.booleans()):
            paragraphs.append([])
        paragraphs[-1].append(piece)
    return text, paragraphs


@given(_TEXTS)
def test_the_skeleton_is_as_long_as_the_text(text: str) -> None:
    assert len(skeleton(text)) == len(text)


@given(_TEXTS)
def test_the_skeleton_keeps_the_lines(text: str) -> None:
    assert line_spans(skeleton(text)) == line_spans(text)


@given(_TEXTS)
def test_lines_and_line_ends_make_up_the_text(text: str) -> None:
    spans = line_spans(text)
    between = [text[span.end : after.start] for span, after in pairwise(spans)]
    last = text[spans[-1].end :] if spans else text
    assert set(between) <= {"\n", "\r", "\r\n"}
    assert last in {"", "\n", "\r", "\r\n"}
    assert not any(mark in text[span.start : span.end] for span in spans for mark in "\r\n")


@given(_cut_texts())
def test_offsets_rise_and_stay_inside_the_paragraph(cut: tuple[str, list[list[Span]]]) -> None:
    text, paragraphs = cut
    norm = normalise(text, paragraphs)
    assert list(norm.starts) == sorted(norm.starts)
    assert list(norm.ends) == sorted(norm.ends)
    start = 0
    for line, paragraph in zip(norm.text.split("\n"), paragraphs, strict=True):
        for place in range(start, start + len(line)):
            source = norm.to_source(place, place + 1)
            assert source.start < source.end
            assert paragraph[0].start <= source.start
            assert source.end <= paragraph[-1].end
        start += len(line) + 1


@given(_cut_texts())
def test_every_character_stands_in_a_piece(cut: tuple[str, list[list[Span]]]) -> None:
    text, paragraphs = cut
    norm = normalise(text, paragraphs)
    inside = {place for paragraph in paragraphs for piece in paragraph for place in range(piece.start, piece.end)}
    first = {norm.starts[i] for i, character in enumerate(norm.text) if character != "\n"}
    last = {norm.ends[i] - 1 for i, character in enumerate(norm.text) if character != "\n"}
    assert first | last <= inside


@given(_TEXTS)
@example('a "b c"d e')
@example("网际网路际网路")
def test_normalised_text_is_normal(text: str) -> None:
    once = normalise(text, [[line] for line in line_spans(text)]).text
    again = normalise(once, [[line] for line in line_spans(once + "\n")]).text
    assert again == once


@given(_TEXTS)
def test_a_term_is_one_line(text: str) -> None:
    assert "\n" not in normalise_term(text)


@given(st.lists(st.text("数据网", max_size=3), max_size=6), st.text("数据网a𠮷", max_size=20))
def test_the_search_finds_what_a_simple_search_finds(terms: list[str], text: str) -> None:
    expected = {
        (index, start, start + len(term))
        for index, term in enumerate(terms)
        for start in range(len(text))
        if term and text.startswith(term, start)
    }
    found = TermSearch(terms).find(text)
    assert len(found) == len(expected)
    assert set(found) == expected


def _normal(text: str) -> str:
    return normalise(text, [[line] for line in line_spans(text)]).text


@pytest.mark.parametrize("path", [*_CORPORA, *_PLANS], ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["s2t", "s2tw", "s2hk", "t2s", "hk2s"])
def test_a_converted_document_normalises_to_the_same_text(path: Path, name: str) -> None:
    opencc = pytest.importorskip("opencc")
    original = opencc.OpenCC("t2s").convert(path.read_text(encoding="utf-8"))
    assert _normal(opencc.OpenCC(name).convert(original)) == _normal(original)


@pytest.mark.parametrize("path", [*_CORPORA, *_PLANS], ids=lambda path: path.stem)
def test_taiwan_wording_differs_in_few_clauses(path: Path) -> None:
    opencc = pytest.importorskip("opencc")
    original = opencc.OpenCC("t2s").convert(path.read_text(encoding="utf-8"))
    expected = _clauses(_normal(original))
    actual = _clauses(_normal(opencc.OpenCC("s2twp").convert(original)))
    different = sum(map(operator.ne, expected, actual))
    assert len(actual) == len(expected)
    assert different <= 0.05 * len(expected)


def _clauses(text: str) -> list[str]:
    return re.split("[,。;:、\n]", text)
