"""A run over a corpus: what it is about, what is left to do, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from dfjlint import __version__
from dfjlint.corpus.documents import BATCH, Document, Job, batches_of, identity_of
from dfjlint.corpus.shards import DOCUMENTS, SHARDS, shards_in, write_documents, write_whole
from dfjlint.engine.locate import find_pack
from dfjlint.errors import UsageError
from dfjlint.readers import ReadOptions
from dfjlint.workspace.packs import PackSource

ACCOUNT = "run.json"
SCHEMA = "dfjlint-corpus/1"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for.

    Args:
        pack: id or folder of the rule pack.
        time_limit: seconds for a document; 0 for no limit.
        size: documents in a task.
        retry: True to try documents again that had no verdict.
    """

    pack: str
    revisions: Literal["accepted", "original"] = "accepted"
    time_limit: float = 300
    size: int = BATCH
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A run with its documents."""

    folder: Path
    documents: tuple[Document, ...]
    job: Job
    wish: Wish


@dataclass(frozen=True, slots=True)
class ObligationHead:
    """What the portfolio says of an obligation besides its verdicts."""

    id: str
    cite: str
    quote: str


@dataclass(frozen=True, slots=True)
class Account:
    """What stands in run.json.

    Args:
        shards: folder of the results, from the folder of the run.
    """

    schema: str
    tool_version: str
    pack_id: str
    pack_version: str
    pack_sha256: str
    instrument: str
    shards: str
    documents: int
    obligations: tuple[ObligationHead, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Which documents are done.

    Args:
        homes: key of a document → the shard that has its results.
        failed: keys of those without a verdict.
    """

    homes: Mapping[str, Path]
    failed: frozenset[str]


def open_run(out: str, documents: Sequence[Document], wish: Wish) -> Course:
    """A run in a folder; results that are there already stay.

    Raises:
        UsageError: if the folder cannot be written, or holds something else.
        PackError: if there is no such pack or it is broken.
    """
    if "://" in out:
        raise UsageError("results go into a folder", "--out", "name a path that every worker can write")
    folder = Path(out).absolute()
    if folder.exists() and not folder.is_dir():
        raise UsageError("this is a file", out, "name a folder for the results")
    if folder.is_dir() and not (folder / ACCOUNT).exists() and any(folder.iterdir()):
        raise UsageError("the folder holds something else", out, "name an empty or a new folder")
    found = find_pack(wish.pack)
    pack = PackSource(found, None)
    # A pack that is named by its id lies elsewhere on another machine.
    named = str(found.resolve()) if found == Path(wish.pack) else wish.pack
    reading = ReadOptions(revisions=wish.revisions)
    identity = identity_of(pack, reading)
    job = Job(named, identity, str(folder / SHARDS / identity), reading, wish.time_limit)
    account = _account(pack, f"{SHARDS}/{identity}", len(documents))
    write_documents(folder / DOCUMENTS, documents)
    write_whole(folder / ACCOUNT, (json.dumps(asdict(account), ensure_ascii=False, indent=1) + "\n").encode())
    return Course(folder, tuple(documents), job, wish)


def left_of(course: Course) -> list[tuple[Document, ...]]:
    """The tasks that are left to do."""
    state = state_of(course)
    left = [
        document
        for document in course.documents
        if document.key not in state.homes or (course.wish.retry and document.key in state.failed)
    ]
    return batches_of(left, course.wish.size)


def state_of(course: Course) -> State:
    """What is done of the documents of a run."""
    return state_in(Path(course.job.results), {document.key for document in course.documents})


def state_in(results: Path, wanted: set[str]) -> State:
    """What is done of some documents.

    Args:
        results: folder of the shards.
        wanted: keys.
    """
    homes: dict[str, Path] = {}
    failed: set[str] = set()
    for shard in shards_in(results):
        for key in wanted.intersection(shard.keys):
            # A document that was tried again has its verdict in another shard.
            if key not in homes or (key in failed and key not in shard.failed):
                homes[key] = shard.path
                failed.discard(key)
                failed |= {key} & shard.failed
    return State(homes, frozenset(failed))


def _account(pack: PackSource, shards: str, documents: int) -> Account:
    view = pack.head().view
    obligations = pack.index().pack.obligations
    return Account(
        schema=SCHEMA,
        tool_version=__version__,
        pack_id=view.id,
        pack_version=view.version,
        pack_sha256=view.sha256,
        instrument=view.instrument,
        shards=shards,
        documents=documents,
        obligations=tuple(ObligationHead(entry.id, entry.cite, entry.quote) for entry in obligations),
    )
