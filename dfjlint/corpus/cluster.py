"""The engine for several machines: the same tasks on the workers of dask.distributed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dfjlint.corpus.batch import DocumentHand, give_up, new_hand, run_batch
from dfjlint.corpus.documents import Document, Job
from dfjlint.corpus.extras import needs
from dfjlint.corpus.shards import Shard
from dfjlint.errors import DfjlintError, UsageError

if TYPE_CHECKING:
    from distributed import Client, Future

_CONNECT_SECONDS = 10
_hands: dict[tuple[int, Job], DocumentHand] = {}


def run_on_cluster(
    batches: Sequence[Sequence[Document]], job: Job, scheduler: str, jobs: int, tick: Callable[[int], None]
) -> Iterator[Shard]:
    """The results of tasks as they come. A task whose worker dies is done by another one.

    Args:
        scheduler: address; empty for workers on this machine, gone with the run.
        jobs: workers on this machine, if there is no scheduler.
        tick: called with the number of documents that are done.

    Raises:
        UsageError: if there is no scheduler at the address, or it is lost.
        DfjlintError: as `run_batch`.
    """
    with needs("dask"):
        from distributed import Client, LocalCluster
    if scheduler:
        try:
            client = Client(scheduler, timeout=_CONNECT_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            hint = "start one with: dask scheduler, and workers with: dask worker tcp://…"
            raise UsageError("there is no scheduler at this address", scheduler, hint) from error
        with client:
            yield from _results(batches, job, client, tick)
        return
    # What goes wrong is said by this command, once.
    cluster = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
    with cluster, Client(cluster) as client:
        yield from _results(batches, job, client, tick)


def work_batch(batch: Sequence[Document], job: Job) -> Shard:
    """A task on a worker of the cluster; each of its threads keeps one process for the documents."""
    hand = _hands.setdefault((threading.get_ident(), job), new_hand(job))
    return run_batch(batch, job, hand, lambda: None)


def release() -> None:
    """End the processes of a worker; the next task starts a new one."""
    while _hands:
        _hands.popitem()[1].stop()


def _results(
    batches: Sequence[Sequence[Document]], job: Job, client: Client, tick: Callable[[int], None]
) -> Iterator[Shard]:
    from distributed import as_completed

    tasks: dict[Future[Shard], Sequence[Document]] = {_submit(client, batch, job): batch for batch in batches}
    waiting = as_completed(list(tasks))
    try:
        for future in waiting:
            batch = tasks.pop(future)
            if future.status == "finished":
                yield future.result()
                tick(len(batch))
            elif _died(future) and len(batch) > 1:
                # One by one its documents show which it was.
                again = {_submit(client, [document], job): [document] for document in batch}
                tasks.update(again)
                waiting.update(list(again))
            else:
                yield give_up(batch, job)
                tick(1)
    finally:
        if client.status == "running":
            client.run(release)


def _died(future: Future[Shard]) -> bool:
    """True if several workers died of a task.

    Raises:
        DfjlintError: that the task has raised.
        UsageError: if the scheduler is gone.
    """
    if future.status != "error":
        raise UsageError("the scheduler is gone", "--scheduler", "run the command again: it goes on where it was")
    error = future.exception()
    if isinstance(error, DfjlintError):
        raise error
    return True


def _submit(client: Client, batch: Sequence[Document], job: Job) -> Future[Shard]:
    return client.submit(work_batch, tuple(batch), job, pure=False)
