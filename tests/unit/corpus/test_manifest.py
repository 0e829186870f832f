from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.corpus.documents import Document, batches_of
from dfjlint.corpus.manifest import read_manifest
from dfjlint.corpus.storage import fetch, stamped
from dfjlint.errors import ReadError, UsageError


def _read(folder: Path, name: str, text: str | bytes) -> tuple[Document, ...]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_manifest(name, folder).documents


def _fault(folder: Path, name: str, text: str | bytes) -> str:
    with pytest.raises(UsageError) as caught:
        _read(folder, name, text)
    return str(caught.value)


def test_a_line_is_a_document_and_paths_start_from_the_manifest(tmp_path: Path) -> None:
    found = _read(tmp_path, "lists/all.txt", "# a remark\n\na.txt\r\n../b.docx\ns3://bucket/c.pdf\n")
    assert [(entry.name, entry.place) for entry in found] == [
        ("a.txt", str(tmp_path / "lists" / "a.txt")),
        ("../b.docx", str(tmp_path / "lists" / "../b.docx")),
        ("s3://bucket/c.pdf", "s3://bucket/c.pdf"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_has_issuer_year_and_title(tmp_path: Path, encoding: str) -> None:
    text = "document,issuer,note,year,title\na.txt,某市人民政府,x,2026,某市方案\nb.txt,,,,\n"
    first, second = _read(tmp_path, "list.csv", text.encode(encoding))
    assert (first.issuer, first.year, first.title) == ("某市人民政府", "2026", "某市方案")
    assert (second.issuer, second.year, second.title) == ("", "", "")


def test_lines_of_json_take_numbers_for_years(tmp_path: Path) -> None:
    found = _read(
        tmp_path, "list.jsonl", '{"document": "a.txt", "year": 2026, "issuer": null}\n\n{"document": "b.txt"}\n'
    )
    assert [(entry.name, entry.issuer, entry.year) for entry in found] == [("a.txt", "", "2026"), ("b.txt", "", "")]


def test_a_document_that_is_named_twice_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("a.txt\nb.txt\na.txt\n", encoding="utf-8")
    manifest = read_manifest("list.txt", tmp_path)
    assert ([entry.name for entry in manifest.documents], manifest.repeated) == (["a.txt", "b.txt"], 1)


def test_a_folder_and_a_pattern_stand_for_the_plans_they_hold(tmp_path: Path) -> None:
    for name in ("plans/b.docx", "plans/more/a.txt", "plans/~$b.docx", "plans/table.xlsx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    names = [entry.name for entry in read_manifest("plans", tmp_path).documents]
    assert names == ["plans/b.docx", "plans/more/a.txt"]
    assert [entry.name for entry in read_manifest("plans/**/*.txt", tmp_path).documents] == ["plans/more/a.txt"]
    assert [entry.name for entry in read_manifest("plans/[bm]*", tmp_path).documents] == ["plans/b.docx"]


def test_documents_come_from_any_storage(tmp_path: Path) -> None:
    import fsspec

    system = fsspec.filesystem("memory")
    system.pipe("/corpus/a.txt", b"words")
    (document,) = read_manifest("memory://corpus", tmp_path).documents
    assert fetch(document, 100) == b"words"
    (before,) = stamped([document])
    system.pipe("/corpus/a.txt", b"other words")
    (after,) = stamped([document])
    assert before.key != after.key


def test_what_cannot_be_fetched_is_a_reason_not_an_error(tmp_path: Path) -> None:
    for place in (str(tmp_path / "none.txt"), "memory://corpus/none.txt", "nonsense://x/y.txt"):
        assert isinstance(fetch(Document("x", place), 100), ReadError)


def test_no_more_is_read_than_shows_that_a_document_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(bytes(50))
    assert fetch(Document("large.txt", str(tmp_path / "large.txt")), 10) == bytes(11)


def test_a_changed_file_is_another_document_and_a_title_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    (before,) = stamped([Document("a.txt", str(path))])
    (titled,) = stamped([Document("a.txt", str(path), title="Title", year="2026")])
    path.write_text("three", encoding="utf-8")
    (after,) = stamped([Document("a.txt", str(path))])
    assert before.key == titled.key
    assert before.key != after.key


def test_tasks_hold_so_many_documents_in_order() -> None:
    documents = [Document(str(number), str(number)) for number in range(5)]
    assert [len(batch) for batch in batches_of(documents, 2)] == [2, 2, 1]
    assert [entry for batch in batches_of(documents, 2) for entry in batch] == documents


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("empty.txt", "# nothing\n", "empty.txt: the manifest names no document"),
        ("no.csv", "file,year\na.txt,2026\n", "no.csv:1: there is no column 'document'"),
        ("slip.csv", "document,isuer\na.txt,x\n", "slip.csv:1: there is no column 'isuer' — did you mean 'issuer'?"),
        ("year.csv", "document,year\na.txt,2026\nb.txt,26\n", "year.csv:3: '26' is no year"),
        ("gap.csv", "document,year\n,2026\n", "gap.csv:2: no document is named here"),
        ("more.csv", "document,year\na.txt,2026,x\n", "more.csv:2: the line has more fields than the first line"),
        ("quote.csv", 'document\n"a.txt\n', "this is no CSV"),
        ("bad.jsonl", "{\n", "bad.jsonl:1: this line is not JSON"),
        ("list.jsonl", "[]\n", "list.jsonl:1: this line is no JSON object"),
        ("type.jsonl", '{"document": ["a"]}\n', "type.jsonl:1: document is neither text nor a number"),
        ("binary.txt", b"\xff\xff\xff", "binary.txt: the manifest is not text"),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_line(tmp_path: Path, name: str, text: str | bytes, said: str) -> None:
    assert said in _fault(tmp_path, name, text)


@pytest.mark.parametrize("name", [".", "*.docx", "memory://empty"])
def test_a_folder_without_plans_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no plan is there"):
        read_manifest(name, tmp_path)


def test_a_manifest_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.csv: the manifest cannot be read"):
        read_manifest("none.csv", tmp_path)
