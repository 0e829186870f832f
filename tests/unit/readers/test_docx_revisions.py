from __future__ import annotations

import pytest

from dfjlint.readers import ReadOptions
from tests.unit.readers.reading import SENTENCE, read, texts
from tests.unit.readers.word_files import cell, docx, level, lists, numbered, p, run, table

INS = '<w:ins w:id="1" w:author="甲"/>'
DEL = '<w:del w:id="1" w:author="甲"/>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1">{run(text)}</w:ins>'


def both(body: str, **parts: str) -> tuple[list[str], list[str]]:
    """What is read of a document as if its changes were accepted, and as if they were rejected."""
    data = docx(body + p(SENTENCE), **parts)
    accepted = texts(read("plan.docx", data))[:-1]
    return accepted, texts(read("plan.docx", data, ReadOptions(revisions="original")))[:-1]


def test_inserted_and_deleted_text() -> None:
    body = p(run("占比超") + deleted("70%") + inserted("80%"))
    assert both(body) == (["占比超80%"], ["占比超70%"])


def test_moved_text() -> None:
    body = p(f'<w:moveFrom w:id="1">{run("甲")}</w:moveFrom>{run("建设")}<w:moveTo w:id="2">{run("乙")}</w:moveTo>')
    assert both(body) == (["建设乙"], ["甲建设"])


def test_a_deleted_paragraph_end_joins_what_is_left() -> None:
    body = p(run("推进"), f"<w:rPr>{DEL}</w:rPr>") + p(run("共享"))
    assert both(body) == (["推进共享"], ["推进", "共享"])


def test_an_inserted_paragraph_end_parts_what_was_one() -> None:
    body = p(run("推进"), f"<w:rPr>{INS}</w:rPr>") + p(run("共享"))
    assert both(body) == (["推进", "共享"], ["推进共享"])


def test_a_deleted_numbered_paragraph_does_not_count() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p(deleted("删去的"), f"{number}<w:rPr>{DEL}</w:rPr>")
    body = numbered("建设") + gone + numbered("共享")
    expected = ["一、建设", "二、共享"], ["一、建设", "二、删去的", "三、共享"]
    assert both(body, numbering=lists(level(0, "chineseCounting", "%1、"))) == expected


def test_a_deleted_end_before_a_table_keeps_the_text() -> None:
    body = p(run("推进"), f"<w:rPr>{DEL}</w:rPr>") + table(cell("甲") + cell("乙"))
    assert both(body)[0] == ["推进", "甲", "乙"]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [(f"<w:trPr>{DEL}</w:trPr>", (["丙", "丁"], ["甲", "乙", "丙", "丁"])),
     (f"<w:trPr>{INS}</w:trPr>", (["甲", "乙", "丙", "丁"], ["丙", "丁"]))],
)  # fmt: skip
def test_tracked_rows(properties: str, expected: tuple[list[str], list[str]]) -> None:
    body = table(properties + cell("甲") + cell("乙"), cell("丙") + cell("丁"))
    assert both(body) == expected


def test_tracked_cells() -> None:
    body = table(cell("甲", "<w:cellDel/>") + cell("乙", "<w:cellIns/>") + cell("丙"))
    assert both(body) == (["乙", "丙"], ["甲", "丙"])


def test_changed_paragraph_properties_are_read_from_their_side() -> None:
    body = p(run("总体要求"), '<w:outlineLvl w:val="0"/><w:pPrChange w:id="1"><w:pPr/></w:pPrChange>') + p(SENTENCE)
    data = docx(body)
    now = read("plan.docx", data).blocks[0].level
    before = read("plan.docx", data, ReadOptions(revisions="original")).blocks[0].level
    assert (now, before) == (1, 0)


def test_changed_run_properties_are_read_from_their_side() -> None:
    body = p(run("显示") + run("建设", "<w:vanish/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange>"))
    assert both(body) == (["显示"], ["显示建设"])
