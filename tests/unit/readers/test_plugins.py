from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint

import pytest

from dfjlint.model.source import Block, BlockKind, SourceDocument, Span
from dfjlint.readers import RawFile, Reader, ReadOptions
from tests.unit.readers.reading import SENTENCE, read, refused

PICTURE = b"GIF89a"


def _read(raw: RawFile, options: ReadOptions) -> SourceDocument:
    block = Block(Span(0, len(SENTENCE)), BlockKind.PARAGRAPH)
    return SourceDocument(raw.path, "gif", raw.sha256, SENTENCE, (block,))


def _crash(raw: RawFile, options: ReadOptions) -> SourceDocument:
    raise ZeroDivisionError


def _takes_picture(raw: RawFile) -> bool:
    return raw.data.startswith(PICTURE)


GOOD = Reader("gif", (".gif",), _takes_picture, _read)
CRASHES = Reader("gif", (".gif",), _takes_picture, _crash)
NO_READER = "gif"

Install = Callable[[str], list[str]]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Offers one entry point; returns the groups that were asked for."""

    def offer(value: str) -> list[str]:
        asked: list[str] = []

        def found(group: str) -> list[EntryPoint]:
            asked.append(group)
            return [EntryPoint("gif", value, group)]

        monkeypatch.setattr("importlib.metadata.entry_points", found)
        return asked

    return offer


def test_a_file_that_no_built_in_reader_takes_goes_to_a_plugin(install: Install) -> None:
    asked = install(f"{__name__}:GOOD")
    assert read("plan.gif", PICTURE).format == "gif"
    assert asked == ["dfjlint.readers"]


def test_plugins_are_not_looked_for_where_a_built_in_reader_takes_the_file(install: Install) -> None:
    asked = install("no.such.module:X")
    read("plan.txt", SENTENCE)
    assert asked == []


def test_a_file_that_no_plugin_takes_is_refused_as_ever(install: Install) -> None:
    install(f"{__name__}:GOOD")
    assert refused("plan.png", b"\x89PNG\r\n\x1a\n").title == "the file is a picture, not a plan"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("no.such.module:X", "the reader 'gif' cannot be loaded"),
        (f"{__name__}:NO_READER", "the reader 'gif' is no dfjlint reader"),
        (f"{__name__}:CRASHES", "the reader for gif failed"),
    ],
)
def test_a_broken_plugin_is_named(install: Install, value: str, title: str) -> None:
    install(value)
    assert refused("plan.gif", PICTURE).title == title
