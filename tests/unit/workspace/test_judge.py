from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from dfjlint.errors import ReadError
from dfjlint.model.report import DocumentReport, Message
from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import Cache
from dfjlint.workspace.judge import Bench, Task, judge, read_task
from dfjlint.workspace.packs import PackSource
from dfjlint.workspace.work import check_task
from tests.unit.engine.small_pack import small_index

PLAN = "某省2026年数字政府工作要点\n一、主要任务\n（一）建设网络。完善政务内网、政务外网。\n".encode()


class Deadly(bytes):
    """Content that ends the process which receives it."""

    def __reduce__(self) -> tuple[object, ...]:
        return (os._exit, (1,))


class Sleepy(bytes):
    """Content that keeps the process which receives it waiting."""

    def __reduce__(self) -> tuple[object, ...]:
        return (time.sleep, (600,))


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> PackSource:
    folder = tmp_path_factory.mktemp("pack")
    small_index(folder)
    return PackSource(folder / "rules" / "small", Cache(folder / "cache"))


def _ids(reports: Iterable[DocumentReport]) -> list[tuple[str, bool, list[str]]]:
    return [(report.path, report.readable, [finding.id for finding in report.findings]) for report in reports]


def test_a_file_that_cannot_be_opened_is_a_finding_in_its_place(pack: PackSource, tmp_path: Path) -> None:
    tasks = [Task("a.txt", PLAN), read_task("gone.txt", tmp_path / "gone.txt"), Task("b.txt", PLAN)]
    assert _ids(judge(tasks, Bench(pack, None))) == [
        ("a.txt", True, []),
        ("gone.txt", False, ["DFJ001"]),
        ("b.txt", True, []),
    ]


def test_a_defect_of_the_check_is_a_finding(pack: PackSource, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> DocumentReport:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("dfjlint.workspace.work.check_bytes", broken)
    report = check_task("a.txt", PLAN, "", pack.index(), ReadOptions())
    assert (report.readable, report.findings[0].id) == (False, "DFJ002")
    assert dict(report.findings[0].message.values) == {"reason": "ZeroDivisionError: x"}


def test_a_process_that_dies_takes_one_file_with_it(pack: PackSource) -> None:
    tasks = [Task("a.txt", PLAN), Task("deadly.txt", Deadly(PLAN)), Task("b.txt", PLAN)]
    done: list[int] = []
    reports = list(judge(tasks, Bench(pack, None, jobs=2, tick=lambda: done.append(1))))
    assert _ids(reports) == [("a.txt", True, []), ("deadly.txt", False, ["DFJ002"]), ("b.txt", True, [])]
    assert reports[1].findings[0].message.key == "check-died"
    assert len(done) == 3


def test_a_file_that_takes_too_long_is_a_finding_even_with_one_process(pack: PackSource) -> None:
    tasks = [Task("sleepy.txt", Sleepy(PLAN)), Task("b.txt", PLAN)]
    reports = list(judge(tasks, Bench(pack, None, jobs=1, time_limit=2)))
    assert _ids(reports) == [("sleepy.txt", False, ["DFJ002"]), ("b.txt", True, [])]
    assert reports[0].findings[0].message == Message("check-time-limit", (("seconds", "2"),))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_is_kept_although_the_run_is_not(pack: PackSource, tmp_path: Path, jobs: int) -> None:
    plans = [PLAN + str(number).encode() for number in range(4)]
    reports = judge([Task(f"{plan[-1]}.txt", plan) for plan in plans], Bench(pack, Cache(tmp_path), jobs=jobs))
    next(reports)
    assert isinstance(reports, Generator)
    reports.close()
    assert any(path.is_file() for path in (tmp_path / "DocumentReport").rglob("*"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_kept_and_new_reports_come_in_order(pack: PackSource, tmp_path: Path, jobs: int) -> None:
    tasks = [Task(f"{number}.txt", PLAN + str(number).encode()) for number in range(6)]
    bench = Bench(pack, Cache(tmp_path), jobs=jobs)
    list(judge(tasks[1::2], bench))
    assert [report.path for report in judge(tasks, bench)] == [task.shown for task in tasks]


def test_results_come_from_the_cache_under_the_name_asked_for(pack: PackSource, tmp_path: Path) -> None:
    bench = Bench(pack, Cache(tmp_path))
    (first,) = judge([Task("a.txt", PLAN)], bench)
    (second,) = judge([Task("other/b.txt", PLAN)], bench)
    assert (first.path, second.path) == ("a.txt", "other/b.txt")
    assert first.obligations == second.obligations
    assert sum(path.is_file() for path in (tmp_path / "DocumentReport").rglob("*")) == 1


def test_a_pack_comes_back_from_its_compiled_form(pack: PackSource) -> None:
    head = pack.head()
    again = PackSource(pack.folder, pack.cache)
    assert (again.head(), again.index().pack) == (head, pack.index().pack)


def test_a_file_that_could_not_be_opened_has_an_error_for_content(tmp_path: Path) -> None:
    assert isinstance(read_task("x", tmp_path).data, ReadError)


def test_of_a_file_that_is_too_large_no_more_is_read_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"0" * 11)
    found = read_task("plan.txt", tmp_path / "plan.txt", most=10).data
    assert isinstance(found, ReadError)
    assert found.title == "the file is larger than 10 bytes"
    assert read_task("plan.txt", tmp_path / "plan.txt", most=11).data == b"0" * 11
