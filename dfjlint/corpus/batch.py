"""One task of a run, the same on every engine: check some documents one by one, then write their results whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dfjlint.corpus.documents import Document, Job, shard_name
from dfjlint.corpus.rows import Row, failed_row
from dfjlint.corpus.shards import Shard, shards_in, write_shard
from dfjlint.corpus.work import DocumentWork
from dfjlint.model.report import Message
from dfjlint.workspace.hand import Hand, Lost

DocumentHand = Hand[Document, tuple[Row, ...]]


def new_hand(job: Job) -> DocumentHand:
    """A worker process for documents; it survives none of its documents' deaths, but is replaced."""
    return Hand(DocumentWork(job), job.time_limit)


def run_batch(batch: Sequence[Document], job: Job, hand: DocumentHand, tick: Callable[[], None]) -> Shard:
    """The results of a task; if they are there already, nothing is done again.

    Args:
        hand: the worker process.
        tick: called once for each document.

    Raises:
        DfjlintError: if no worker can be started, the pack is broken or the results cannot be written.
    """
    path = shard_path(batch, job)
    kept = next((shard for shard in shards_in(path.parent, path.name) if not shard.failed), None)
    if kept:
        return kept
    rows: list[Row] = []
    for document in batch:
        found = hand.do(document)
        rows += (lost_row(document, found, job),) if isinstance(found, Lost) else found
        tick()
    return write_shard(path, rows)


def give_up(batch: Sequence[Document], job: Job) -> Shard:
    """The results of a task that cannot be carried out anywhere: all its documents are lost."""
    return write_shard(shard_path(batch, job), [lost_row(document, Lost.DIED, job) for document in batch])


def shard_path(batch: Sequence[Document], job: Job) -> Path:
    """Where the results of a task go."""
    return Path(job.results, f"{shard_name(batch, job)}.parquet")


def lost_row(document: Document, reason: Lost, job: Job) -> Row:
    """The row of a document that has cost its worker twice."""
    return failed_row(document, reason.value, Message(f"check-{reason}", (("seconds", f"{job.time_limit:g}"),)))
