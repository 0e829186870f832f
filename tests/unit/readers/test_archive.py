from __future__ import annotations

import io
import zipfile

import pytest

from dfjlint.errors import ReadError
from dfjlint.readers import ReadOptions
from dfjlint.readers.archive import open_archive
from tests.unit.readers.reading import SENTENCE, refused
from tests.unit.readers.word_files import TYPES, docx, p, part, zipped

NOTHING = ReadOptions()


def reason(files: dict[str, str | bytes], options: ReadOptions) -> str:
    with pytest.raises(ReadError) as caught:
        open_archive(zipped(files), "a.docx", options)
    return caught.value.title


def test_a_part_is_read_without_regard_to_case() -> None:
    archive = open_archive(zipped({"Word/Document.xml": "甲"}), "a.docx", NOTHING)
    assert archive.read("word/document.XML") == "甲".encode()


def test_a_part_that_is_not_there_is_none() -> None:
    assert open_archive(zipped({"a": "甲"}), "a.docx", NOTHING).read("b") is None


@pytest.mark.parametrize("name", ["../evil.xml", "a/../../evil.xml", "/evil.xml", "..\\evil.xml", "C:/evil.xml"])
def test_names_that_lead_out_are_ignored(name: str) -> None:
    assert name not in open_archive(zipped({name: "甲", "a.xml": "乙"}), "a.docx", NOTHING)


def test_too_many_files() -> None:
    files: dict[str, str | bytes] = {f"{i}.xml": "" for i in range(11)}
    assert reason(files, ReadOptions(max_entries=10)).endswith("the archive holds more than 10 files")


def test_one_file_too_large() -> None:
    title = reason({"a": "甲" * 100}, ReadOptions(max_part_bytes=299))
    assert title.endswith("one file in the archive unpacks to 300 bytes")


def test_all_files_too_large() -> None:
    title = reason({"a": "1" * 60, "b": "2" * 60}, ReadOptions(max_total_bytes=119))
    assert title.endswith("the archive unpacks to 120 bytes")


def test_packed_too_well() -> None:
    title = reason({"a": "0" * 100_000}, ReadOptions(ratio_floor=1000))
    assert title.endswith("packed more than 200 times")


def test_a_small_file_may_be_packed_well() -> None:
    assert "a" in open_archive(zipped({"a": "0" * 100_000}), "a.docx", NOTHING)


def test_a_bomb_of_paragraphs_is_refused() -> None:
    bomb = docx("<w:p/>" * 300_000)
    assert "packed more than 200 times" in refused("plan.docx", bomb).title


def test_too_many_elements_are_refused_before_parsing() -> None:
    data = docx(p(SENTENCE) * 10)
    assert refused("plan.docx", data, ReadOptions(max_nodes=50)).title == (
        "the document has more than 50 marks of markup"
    )


def test_a_size_that_lies_is_damage() -> None:
    data = bytearray(zipped({"word/document.xml": "1" * 50}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (20).to_bytes(4, "little")
    archive = open_archive(bytes(data), "a.docx", NOTHING)
    with pytest.raises(ReadError, match="damaged or cut short"):
        archive.read("word/document.xml")


def test_a_password_is_named() -> None:
    data = bytearray(zipped({"a": "甲"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused("plan.docx", bytes(data)).title == "the document is protected by a password"


@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_a_document_cut_short_is_named(share: float) -> None:
    data = docx(p(SENTENCE))
    assert refused("plan.docx", data[: int(len(data) * share)]).title == "the document is damaged or cut short"


def test_damaged_data_are_named() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", part("document", f"<w:body>{p(SENTENCE)}</w:body>"))
    data = stream.getvalue().replace("数字".encode(), "模拟".encode())
    assert refused("plan.docx", data).title == "the document is damaged or cut short"


BILLION_LAUGHS = '<!DOCTYPE x [<!ENTITY a "加强建设"><!ENTITY b "&a;&a;&a;&a;">]>' + part(
    "document", f"<w:body>{p('&b;')}</w:body>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + part("document", f"<w:body>{p('&a;')}</w:body>")


@pytest.mark.parametrize("main", [BILLION_LAUGHS, OUTSIDE])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(main: str, codec: str) -> None:
    files: dict[str, str | bytes] = {"[Content_Types].xml": TYPES, "word/document.xml": main.encode(codec)}
    assert refused("plan.docx", zipped(files)).title.startswith("the document declares entities")


def test_broken_markup_is_named() -> None:
    files: dict[str, str | bytes] = {"[Content_Types].xml": TYPES, "word/document.xml": "<w:document>"}
    assert refused("plan.docx", zipped(files)).title == "the markup of the document is broken"


def test_a_document_without_its_main_part_is_named() -> None:
    assert refused("plan.docx", zipped({"[Content_Types].xml": TYPES})).title == "the document has no main part"
