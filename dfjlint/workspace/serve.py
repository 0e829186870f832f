"""The worker process: takes tasks from its input, one at a time, and answers each on its output."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import pickle
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

from dfjlint.errors import DfjlintError
from dfjlint.workspace.pickling import pickled

_Task = TypeVar("_Task", contravariant=True)
_Result = TypeVar("_Result", covariant=True)
# The process that waits ends a worker that is late; this is for when nobody waits any more.
_GRACE = 30


class Work(Protocol[_Task, _Result]):
    """What a worker does; it is sent to the process, so it must be picklable."""

    def prepare(self) -> None:
        """Whatever is to be loaded before the first task; no time limit runs yet."""

    def __call__(self, task: _Task, /) -> _Result:
        """The answer to a task; an error is one of dfjlint, or a defect."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: a value, or the error that ends the run."""

    value: object = None
    error: DfjlintError | None = None


def serve() -> None:
    """Work until there are no more tasks or nobody waits for the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks, answers = _private(0, "rb"), _private(1, "wb")
    # Whatever a library prints is no answer, and whatever it reads is no task.
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    with contextlib.suppress(EOFError, BrokenPipeError):
        work, limit = pickle.load(tasks)  # noqa: S301 — from the process that started this one
        try:
            work.prepare()
        except DfjlintError as error:
            _send(answers, Answer(error=error))
            return
        # What has been loaded stays: the search for cycles need not go through it after every plan.
        gc.set_threshold(50_000, 20, 50)
        gc.freeze()
        _send(answers, Ready())
        while True:
            task = pickle.load(tasks)  # noqa: S301
            with _deadline(limit):
                answer = _answer(work, task)
            _send(answers, answer)


def _private(number: int, mode: str) -> IO[bytes]:
    return os.fdopen(os.dup(number), mode)


def _send(answers: IO[bytes], answer: Answer | Ready) -> None:
    answers.write(pickled(answer))
    answers.flush()


def _answer(work: Work[Any, object], task: object) -> Answer:
    try:
        return Answer(work(task))
    except DfjlintError as error:
        return Answer(error=error)
    except Exception as error:  # a defect of the work itself: said once, by the process that waits
        return Answer(error=DfjlintError(f"internal error: {type(error).__name__}: {error}", "", "please report it"))


@contextlib.contextmanager
def _deadline(limit: float) -> Iterator[None]:
    """Ends this process if a task goes on long after its time, even inside a library that never returns."""
    if not limit:
        yield
        return
    with Path(os.devnull).open("wb") as nothing:
        faulthandler.dump_traceback_later(limit + _GRACE, exit=True, file=nothing)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
