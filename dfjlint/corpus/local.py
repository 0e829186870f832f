"""The engine for one machine: so many worker processes side by side."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from dfjlint.corpus.batch import new_hand, run_batch
from dfjlint.corpus.documents import Document, Job
from dfjlint.corpus.shards import Shard


def run_local(
    batches: Sequence[Sequence[Document]], job: Job, jobs: int, tick: Callable[[int], None]
) -> Iterator[Shard]:
    """The results of tasks as they come.

    Args:
        jobs: worker processes.
        tick: called with the number of documents that are done, from any thread.

    Raises:
        DfjlintError: as `run_batch`.
    """
    hands = [new_hand(job) for _ in range(jobs)]
    free = queue.SimpleQueue()  # type: ignore[var-annotated]
    for hand in hands:
        free.put(hand)

    def work(batch: Sequence[Document]) -> Shard:
        hand = free.get()
        try:
            return run_batch(batch, job, hand, lambda: tick(1))
        finally:
            free.put(hand)

    threads = ThreadPoolExecutor(jobs, "dfjlint-corpus")
    try:
        for future in as_completed([threads.submit(work, batch) for batch in batches]):
            yield future.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for hand in hands:
            hand.stop()
        threads.shutdown(wait=True)
