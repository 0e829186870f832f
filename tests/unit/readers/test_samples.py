"""Real documents, where they are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dfjlint.model.source import BlockKind
from tests.conftest import SAMPLES
from tests.unit.readers.reading import read, refused, texts

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")


def _samples(folder: str, pattern: str = "*") -> list[Path]:
    return sorted((SAMPLES / folder).glob(pattern))


@pytest.mark.parametrize("path", _samples("plans"), ids=lambda path: path.stem)
def test_a_plan_is_read(path: Path) -> None:
    assert read(path.name, path.read_bytes()).text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("gd_digital_workpoints_2025_mojibake", "the text is garbled"),
        ("nda_digital_economy_workpoints_2025_glyphloss", "the characters of the text are lost"),
        ("sc_legislative_plan_2025", "the text is nothing but page headers"),
    ],
)
def test_an_unreadable_text_is_refused_for_its_own_reason(stem: str, title: str) -> None:
    path = SAMPLES / "unreadable" / f"{stem}.txt"
    assert refused(path.name, path.read_bytes()).title.startswith(title)


@pytest.mark.parametrize("path", _samples("files", "*.html"), ids=lambda path: path.stem)
def test_the_table_that_lays_out_a_page_is_not_taken_for_data(path: Path) -> None:
    document = read(path.name, path.read_bytes())
    found = texts(document, BlockKind.PARAGRAPH)
    assert len(found) > 35
    assert texts(document, BlockKind.TABLE_CELL) == []
    chapters = [text[:2] for text in found if re.match("[一二三四五]、", text)]
    assert chapters == ["一、", "二、", "三、", "四、", "五、"][: len(chapters)]
    assert len(chapters) >= 4


def test_automatic_numbers_agree_with_the_contents_that_word_made() -> None:
    path = SAMPLES / "files" / "srs_policy_platform_autonumber.docx"
    document = read(path.name, path.read_bytes())
    contents = [re.sub(r"\t\d+$", "", line).replace("\t", " ") for line in texts(document, BlockKind.FURNITURE)]
    headings = [
        document.text[block.span.start : block.span.end]
        for block in document.blocks
        if block.kind is BlockKind.HEADING and block.level <= 3
    ]
    assert len(contents) > 50
    assert headings == contents


def test_articles_and_merged_cells_of_a_long_document() -> None:
    path = SAMPLES / "files" / "bse_guideline_04_buyback.docx"
    document = read(path.name, path.read_bytes())
    found = texts(document, BlockKind.PARAGRAPH)
    assert sum(1 for text in found if re.match("第[一二三四五六七八九十]+条", text)) == 78
    assert max(block.place.table for block in document.blocks) == 8
