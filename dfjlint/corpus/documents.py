"""The documents of a corpus, and what tells one task of a run from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dfjlint.readers import ReadOptions
from dfjlint.workspace.cache import key_of
from dfjlint.workspace.identity import tool_identity
from dfjlint.workspace.packs import PackSource

BATCH = 50
"""Documents in a task."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a corpus.

    Args:
        name: as the manifest has it.
        place: absolute path or URL.
        issuer: who issues it; empty to read it from the document.
        year: four digits, or empty.
        title: empty to read it from the document.
        stamp: size and time of change, as far as the storage tells; empty if it does not, or there is no such file.
    """

    name: str
    place: str
    issuer: str = ""
    year: str = ""
    title: str = ""
    stamp: str = ""

    @property
    def key(self) -> str:
        """What decides the result besides the run: title and year do not."""
        return key_of(self.place, self.issuer, self.stamp)[:32]


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with every document.

    Args:
        pack: id of the rule pack, or its absolute folder.
        identity: hash over pack, instrument, program and reading: results under another one are of another run.
        results: absolute folder of the shards.
        time_limit: seconds for a document; 0 for no limit.
    """

    pack: str
    identity: str
    results: str
    reading: ReadOptions
    time_limit: float


def identity_of(pack: PackSource, reading: ReadOptions) -> str:
    """The hash that `Job.identity` holds; where LibreOffice is installed does not matter.

    Raises:
        PackError: if the pack is broken.
    """
    head = pack.head()
    return key_of(tool_identity(), head.view.sha256, head.text_sha256, repr(replace(reading, soffice="")))[:16]


def batches_of(documents: Sequence[Document], size: int) -> list[tuple[Document, ...]]:
    """The documents in tasks of at most so many, in order."""
    return [tuple(documents[begin : begin + size]) for begin in range(0, len(documents), size)]


def shard_name(batch: Sequence[Document], job: Job) -> str:
    """The name of a task's results: the same documents, rules and program give the same name."""
    return key_of(job.identity, *(document.key for document in batch))[:32]
