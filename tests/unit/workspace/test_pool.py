from __future__ import annotations

import os
import signal
import time
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest

from dfjlint.errors import DfjlintError, PackError, UsageError
from dfjlint.workspace.hand import Hand, Lost
from dfjlint.workspace.pool import Pool, in_order


@dataclass(frozen=True)
class Chores:
    """Does what a task says; tries are counted in files of a folder."""

    folder: Path

    def prepare(self) -> None:
        """Nothing to load."""

    def __call__(self, task: str, /) -> str:
        kind, _, name = task.partition(" ")
        (self.folder / f"{name}-{os.getpid()}").touch()
        first = len(list(self.folder.glob(f"{name}-*"))) == 1
        if kind == "die" or (kind == "die-once" and first):
            os.kill(os.getpid(), signal.SIGKILL)
        if kind == "hang" or (kind == "hang-once" and first):
            time.sleep(600)
        if kind == "print":
            print("this is no answer", flush=True)
            os.system("echo nor is this")
        if kind == "raise":
            raise PackError("broken")
        if kind == "defect":
            raise ZeroDivisionError("x")
        return name


@dataclass(frozen=True)
class Stillborn:
    def prepare(self) -> None:
        os._exit(1)

    def __call__(self, task: str, /) -> str:
        return task


def _tries(folder: Path, name: str) -> int:
    return len(list(folder.glob(f"{name}-*")))


@pytest.mark.parametrize(("kind", "limit", "reason"), [("die", 0, Lost.DIED), ("hang", 1, Lost.TIME_LIMIT)])
def test_a_task_that_costs_two_workers_is_given_up_and_the_next_one_done(
    tmp_path: Path, kind: str, limit: float, reason: Lost
) -> None:
    hand = Hand(Chores(tmp_path), limit)
    assert [hand.do(f"{kind} a"), hand.do("do b")] == [reason, "b"]
    assert [_tries(tmp_path, "a"), _tries(tmp_path, "b")] == [2, 1]
    hand.stop()


@pytest.mark.parametrize(("kind", "limit"), [("die-once", 0), ("hang-once", 1)])
def test_a_task_that_costs_one_worker_is_done_by_the_next(tmp_path: Path, kind: str, limit: float) -> None:
    hand = Hand(Chores(tmp_path), limit)
    assert hand.do(f"{kind} a") == "a"
    hand.stop()


def test_one_process_does_one_task_after_the_other(tmp_path: Path) -> None:
    hand = Hand(Chores(tmp_path))
    assert [hand.do("do a"), hand.do("do b")] == ["a", "b"]
    assert len({path.name.partition("-")[2] for path in tmp_path.iterdir()}) == 1
    hand.stop()


def test_what_a_library_prints_is_no_answer(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hand = Hand(Chores(tmp_path))
    assert hand.do("print a") == "a"
    hand.stop()
    assert "this is no answer" in capfd.readouterr().err


def test_errors_of_the_work_come_back(tmp_path: Path) -> None:
    hand = Hand(Chores(tmp_path))
    with pytest.raises(PackError, match="broken"):
        hand.do("raise a")
    with pytest.raises(DfjlintError, match="ZeroDivisionError: x"):
        hand.do("defect a")
    assert hand.do("do b") == "b"
    hand.stop()


def test_workers_that_cannot_start_are_an_error() -> None:
    with pytest.raises(UsageError, match="no worker process can be started"):
        Hand(Stillborn()).do("a")


def test_answers_come_in_order_and_few_are_asked_for_ahead(tmp_path: Path) -> None:
    asked: list[int] = []

    def asking(pool: Pool[str, str], number: int) -> Future[str | Lost]:
        asked.append(number)
        return pool.submit(f"do {number}", lambda answer: answer)

    with Pool(Chores(tmp_path), 2) as pool:
        answers = in_order((asking(pool, number) for number in range(20)), 4)
        assert next(answers) == "0"
        assert len(asked) == 5
        assert list(answers) == [str(number) for number in range(1, 20)]


def test_a_pool_that_is_left_ends_its_workers_at_once(tmp_path: Path) -> None:
    begun = time.monotonic()
    with Pool(Chores(tmp_path), 1) as pool:
        pool.submit("hang a", lambda answer: answer)
        while not _tries(tmp_path, "a"):
            time.sleep(0.02)
    assert time.monotonic() - begun < 60
    (process,) = (int(path.name.partition("-")[2]) for path in tmp_path.iterdir())
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
