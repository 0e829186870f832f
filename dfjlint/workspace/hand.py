"""One worker process: it does one task at a time, is ended when it is late and replaced when it is dead."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from enum import StrEnum
from typing import Generic, TypeVar

from dfjlint.errors import UsageError
from dfjlint.workspace.pickling import pickled
from dfjlint.workspace.serve import Answer, Ready, Work

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

TRIES = 2
"""A task that costs its worker so many times is given up."""
_STARTS = 3
_START_SECONDS = 300
# The modules of this process are found by the worker too, and nothing in the current folder hides them.
_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from dfjlint.workspace.serve import serve; serve()"


class Lost(StrEnum):
    """Why a task has no result."""

    TIME_LIMIT = "time-limit"
    DIED = "died"


class Stopped(Exception):
    """The worker was told to stop while it was at work."""


class Hand(Generic[_Task, _Result]):
    """A worker process, started with its first task.

    Args:
        work: what it does.
        time_limit: seconds for a task; 0 for no limit.
    """

    def __init__(self, work: Work[_Task, _Result], time_limit: float = 0) -> None:
        self._work = work
        self._limit = time_limit
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._late = False

    def do(self, task: _Task) -> _Result | Lost:
        """The answer to a task, or why there is none after a second try in a new process.

        Raises:
            DfjlintError: that the work has raised.
            UsageError: if no worker can be started.
            Stopped: if `stop` was called meanwhile.
        """
        for _ in range(TRIES):
            found = self._try(task)
            if not isinstance(found, Lost):
                break
        return found

    def stop(self) -> None:
        """End the process, whatever it is doing; may be called from another thread."""
        self._stopped = True
        self._end()

    def _try(self, task: _Task) -> _Result | Lost:
        process = self._ready()
        self._late = False
        answer = self._ask(process, task, self._limit)
        if self._late:
            # The limit may have struck just after the answer.
            self._end()
        if self._stopped:
            raise Stopped
        if answer is None:
            self._end()
            return Lost.TIME_LIMIT if self._late else Lost.DIED
        if answer.error:
            raise answer.error
        value: _Result = answer.value  # type: ignore[assignment]
        return value

    def _ready(self) -> subprocess.Popen[bytes]:
        """A process that waits for a task.

        Raises:
            UsageError, Stopped: as in `do`.
        """
        for _ in range(_STARTS):
            if self._process:
                return self._process
            process = self._process = _start()
            if self._stopped:
                self._end()
                raise Stopped
            answer = self._ask(process, (self._work, self._limit), _START_SECONDS)
            if isinstance(answer, Answer) and answer.error:
                self._end()
                raise answer.error
            if answer is None:
                self._end()
        if self._process:
            return self._process
        hint = "check how much memory is free, or use: --jobs 1"
        raise UsageError("no worker process can be started", "--jobs", hint)

    def _ask(self, process: subprocess.Popen[bytes], task: object, limit: float) -> Answer | None:
        """What the process answers to one message; None if it dies or is late."""
        timer = threading.Timer(limit, self._give_up, (process,)) if limit else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            assert process.stdin
            assert process.stdout
            process.stdin.write(pickled(task))
            process.stdin.flush()
            answer: Answer | Ready = pickle.load(process.stdout)  # noqa: S301 — from the process started here
        except (OSError, EOFError, pickle.UnpicklingError, ValueError):
            return None
        finally:
            if timer:
                timer.cancel()
        return answer if isinstance(answer, Answer) else Answer()

    def _give_up(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        _kill(process)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            _kill(process)
            process.wait()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if stream:
                        stream.close()


def _start() -> subprocess.Popen[bytes]:
    # Its own session: Ctrl-C is for the process that the user sees, and what the worker starts ends with it.
    command = [sys.executable, "-c", _BOOT, *sys.path]
    return subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
