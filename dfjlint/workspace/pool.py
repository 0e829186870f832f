"""Several workers side by side: answers in the order of the tasks, no more at hand than the workers need."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, TypeVar

from dfjlint.workspace.hand import Hand, Lost
from dfjlint.workspace.serve import Work

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_Shown = TypeVar("_Shown")

AHEAD = 32
"""So many tasks for each worker may be done before the oldest one: while one hangs, the others go on."""


class Pool(Generic[_Task, _Result]):
    """Worker processes for many tasks; each is started when there is work for it.

    Args:
        work: what they do.
        jobs: processes.
        time_limit: seconds for a task; 0 for no limit.
    """

    def __init__(self, work: Work[_Task, _Result], jobs: int, time_limit: float = 0) -> None:
        self.jobs = jobs
        self.time_limit = time_limit
        self._hands: list[Hand[_Task, _Result]] = [Hand(work, time_limit) for _ in range(jobs)]
        self._free: queue.SimpleQueue[Hand[_Task, _Result]] = queue.SimpleQueue()
        for hand in self._hands:
            self._free.put(hand)
        self._threads = ThreadPoolExecutor(jobs, "dfjlint-worker")

    def __enter__(self) -> Pool[_Task, _Result]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for hand in self._hands:
            hand.stop()
        self._threads.shutdown(wait=True)

    def submit(self, task: _Task, finish: Callable[[_Result | Lost], _Shown]) -> Future[_Shown]:
        """What will come of a task; errors are those of `Hand.do`.

        Args:
            finish: from the answer to what is to come; called in another thread.
        """
        return self._threads.submit(self._do, task, finish)

    def _do(self, task: _Task, finish: Callable[[_Result | Lost], _Shown]) -> _Shown:
        hand = self._free.get()
        try:
            answer = hand.do(task)
        finally:
            self._free.put(hand)
        return finish(answer)


def in_order(answers: Iterable[Future[_Shown]], ahead: int) -> Iterator[_Shown]:
    """The results in order; of the answers to come, at most so many are asked for ahead."""
    waiting: deque[Future[_Shown]] = deque()
    for answer in answers:
        waiting.append(answer)
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
