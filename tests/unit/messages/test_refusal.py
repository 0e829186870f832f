from __future__ import annotations

import pytest

from dfjlint.errors import ReadError
from dfjlint.messages import read_error, render, translated, unreadable_message
from dfjlint.messages.catalogue import catalogue, sheet_of
from dfjlint.model.report import Message
from dfjlint.readers import Kind
from tests.conftest import ROOT

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "dfjlint").rglob("*.py"))


def test_the_words_of_an_error_are_english() -> None:
    error = read_error("too-many-pages", "plan.pdf", "split", limit=2000)
    assert str(error) == "plan.pdf: the document has more than 2,000 pages — split the document"


def test_its_finding_speaks_every_language() -> None:
    message = unreadable_message(read_error("wrong-name", "a.txt", "rename-pdf", kind="@file-pdf", suffix=".txt"))
    assert render(message, "zh-Hans") == (
        "未能读取：文件实为PDF 文件（.pdf），文件名却以 .txt 结尾。请将扩展名改为 .pdf。"
    )
    assert render(message, "en") == (
        "The file could not be read: the file is a PDF document (.pdf), but its name ends in .txt — "
        "rename it to end in .pdf."
    )


def test_an_error_is_translated() -> None:
    error = translated(read_error("changed", "plan.docx", "check-again"), "zh-Hant")
    assert str(error) == "plan.docx: 文件在檢查過程中被改動 — 請重新檢查"


def test_the_words_of_other_packages_stay() -> None:
    error = ReadError("chiuso", "plan.x", "aprire")
    assert translated(error, "zh-Hans") is error
    assert render(unreadable_message(error), "zh-Hans") == "未能读取：chiuso。aprire。"


def test_an_error_without_a_hint_ends_with_its_reason() -> None:
    assert render(unreadable_message(ReadError("chiuso", "plan.x")), "en") == "The file could not be read: chiuso."


def test_words_of_a_plan_that_look_like_a_key_do_no_harm() -> None:
    message = Message("near-denied", (("cue", "@read-too-many-pages"),))
    assert render(message, "zh-Hans") == "此处表述与要求相反（文件超过 {limit} 页）。"


@pytest.mark.parametrize("key", sorted(sheet_of("reading.toml")))
def test_every_reason_and_every_hint_is_used(key: str) -> None:
    kind, _, rest = key.partition("-")
    short = rest.removeprefix("archive-")
    assert f'"{key}"' in SOURCES if kind in ("file", "unreadable") else f'"{short}"' in SOURCES


def test_every_kind_of_file_has_a_name() -> None:
    assert {kind.value for kind in Kind} <= set(catalogue())
