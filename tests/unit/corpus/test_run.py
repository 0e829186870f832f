from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dfjlint.corpus.batch import shard_path
from dfjlint.corpus.documents import Document, Job
from dfjlint.corpus.run import Wish, left_of, open_run
from dfjlint.corpus.shards import write_shard
from dfjlint.corpus.work import DocumentWork
from dfjlint.errors import UsageError
from dfjlint.readers import ReadOptions
from tests.unit.corpus.small_run import row
from tests.unit.engine.small_pack import small_files

PLAN = "某省2026年数字政府工作要点\n一、主要任务\n（一）建设网络。完善政务内网。\n"


@pytest.fixture
def pack(tmp_path: Path) -> str:
    for name, text in small_files().items():
        path = tmp_path / "packs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(tmp_path / "packs" / "rules" / "small")


def _documents(count: int) -> list[Document]:
    return [Document(f"{number}.txt", f"/{number}.txt") for number in range(count)]


def test_only_documents_without_results_are_left(tmp_path: Path, pack: str) -> None:
    documents = _documents(5)
    course = open_run(str(tmp_path / "out"), documents, Wish(pack, size=2))
    assert left_of(course) == [tuple(documents[:2]), tuple(documents[2:4]), tuple(documents[4:])]
    done = documents[1:3]
    write_shard(shard_path(done, course.job), [row(document, "A-1", "covered") for document in done])
    assert left_of(course) == [(documents[0], documents[3]), (documents[4],)]


def test_another_rule_another_run(tmp_path: Path, pack: str) -> None:
    before = open_run(str(tmp_path / "out"), _documents(1), Wish(pack)).job
    lexicon = next((Path(pack).parent / "lexicon").glob("*.yaml"))
    lexicon.write_text(lexicon.read_text(encoding="utf-8").replace("政务内网", "政务内部网"), encoding="utf-8")
    after = open_run(str(tmp_path / "out"), _documents(1), Wish(pack)).job
    assert before.identity != after.identity
    assert open_run(str(tmp_path / "out"), _documents(1), Wish(pack, revisions="original")).job != after


def test_a_pack_that_is_named_by_its_id_may_lie_anywhere(tmp_path: Path, pack: str) -> None:
    assert open_run(str(tmp_path / "one"), _documents(1), Wish("fujian-2018")).job.pack == "fujian-2018"
    assert open_run(str(tmp_path / "two"), _documents(1), Wish(pack)).job.pack == pack


def test_a_worker_with_another_pack_refuses_to_work(tmp_path: Path, pack: str) -> None:
    job = open_run(str(tmp_path / "out"), _documents(1), Wish(pack)).job
    with pytest.raises(UsageError, match="a worker has another dfjlint, or another rule pack"):
        DocumentWork(replace(job, identity="other")).prepare()


def test_a_document_becomes_a_row_for_each_obligation(tmp_path: Path, pack: str) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    document = Document("plan.txt", str(tmp_path / "plan.txt"), issuer="某省人民政府")
    job: Job = open_run(str(tmp_path / "out"), [document], Wish(pack)).job
    rows = DocumentWork(job)(document)
    assert [(entry.obligation, entry.coverage, entry.failure) for entry in rows] == [
        ("DFJ-1.1", "partial", ""),
        ("DFJ-1.2", "missing", ""),
        ("DFJ-1.3", "missing", ""),
    ]
    assert {(entry.title, entry.issuer) for entry in rows} == {("某省2026年数字政府工作要点", "某省人民政府")}
    assert [(entry.name, entry.status, entry.quote) for entry in rows[0].elements][1] == ("政務外網", "missing", "")


def test_a_document_that_cannot_be_had_is_one_row(tmp_path: Path, pack: str) -> None:
    document = Document("none.txt", str(tmp_path / "none.txt"))
    job = open_run(str(tmp_path / "out"), [document], Wish(pack)).job
    (found,) = DocumentWork(replace(job, reading=ReadOptions()))(document)
    assert (found.failure, found.obligation) == ("unreadable", "")


@pytest.mark.parametrize(("out", "said"), [("s3://x", "into a folder"), ("file", "a file"), ("full", "something else")])
def test_results_go_into_a_folder_of_their_own(
    tmp_path: Path, pack: str, monkeypatch: pytest.MonkeyPatch, out: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    with pytest.raises(UsageError, match=said):
        open_run(out, _documents(1), Wish(pack))
