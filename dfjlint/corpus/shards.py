"""Results on disk: Parquet files that appear whole, each saying which documents it holds."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dfjlint.corpus.documents import Document
from dfjlint.corpus.extras import needs
from dfjlint.corpus.rows import Row, load_message
from dfjlint.errors import UsageError
from dfjlint.model.report import Message

if TYPE_CHECKING:
    import pyarrow

SHARDS = "shards"
DOCUMENTS = "documents.parquet"
_NOTE = b"dfjlint"


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of results.

    Args:
        keys: of its documents.
        failed: those without a verdict.
    """

    path: Path
    keys: tuple[str, ...]
    failed: frozenset[str]


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A document of a shard that has no verdict; why, as a message."""

    key: str
    kind: str
    message: Message


def write_shard(path: Path, rows: Sequence[Row]) -> Shard:
    """Write the results of a task, whole or not at all.

    Raises:
        UsageError: if the folder cannot be written.
    """
    with needs("corpus"):
        import pyarrow
    keys = tuple(dict.fromkeys(row.key for row in rows))
    failed = sorted({row.key for row in rows if row.failure})
    note = json.dumps({"keys": keys, "failed": failed})
    table = pyarrow.Table.from_pylist([asdict(row) for row in rows], _schema().with_metadata({_NOTE: note.encode()}))
    _write(path, table)
    return Shard(path, keys, frozenset(failed))


def write_documents(path: Path, documents: Sequence[Document]) -> None:
    """Write the list of the documents of a run, in order.

    Raises:
        UsageError: if the folder cannot be written.
    """
    with needs("corpus"):
        import pyarrow
    columns = {
        "key": [document.key for document in documents],
        "document": [document.name for document in documents],
        "place": [document.place for document in documents],
        "issuer": [document.issuer for document in documents],
        "year": [document.year for document in documents],
        "title": [document.title for document in documents],
    }
    _write(path, pyarrow.table(columns, pyarrow.schema([(name, pyarrow.string()) for name in columns])))


def shards_in(folder: Path, pattern: str = "*.parquet") -> Iterator[Shard]:
    """The shards of a folder, in name order; whatever is not whole and ours is none."""
    with needs("corpus"):
        import pyarrow
        import pyarrow.parquet
    for path in sorted(folder.glob(pattern)):
        try:
            note = json.loads((pyarrow.parquet.read_metadata(path).metadata or {})[_NOTE])
            yield Shard(path, tuple(note["keys"]), frozenset(note["failed"]))
        except (OSError, ValueError, KeyError, TypeError, pyarrow.ArrowException):
            continue


def failed_rows(path: Path) -> list[FailedRow]:
    """The documents of a shard that have no verdict.

    Raises:
        UsageError: if it cannot be read.
    """
    with needs("corpus"):
        import pyarrow.parquet
    columns = ["key", "failure", "failure_message"]
    try:
        rows = pyarrow.parquet.read_table(path, columns=columns, filters=[("failure", "!=", "")]).to_pylist()
    except (OSError, pyarrow.ArrowException) as error:
        raise UsageError("the results cannot be read", str(path), "delete the file and run again") from error
    return [FailedRow(row["key"], row["failure"], load_message(row["failure_message"])) for row in rows]


def names_of(path: Path) -> dict[str, str]:
    """Key and name of each document of a list, in order.

    Raises:
        UsageError: if it cannot be read.
    """
    with needs("corpus"):
        import pyarrow.parquet
    try:
        table = pyarrow.parquet.read_table(path, columns=["key", "document"])
    except (OSError, pyarrow.ArrowException) as error:
        raise UsageError("the list of documents cannot be read", str(path), "run the command again") from error
    return dict(zip(table["key"].to_pylist(), table["document"].to_pylist(), strict=True))


def homes_table(homes: Mapping[str, Path]) -> pyarrow.Table:
    """Documents and their shards, as a table with the columns key and shard."""
    import pyarrow

    return pyarrow.table({"key": list(homes), "shard": [str(path) for path in homes.values()]})


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        UsageError: if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"cannot write here: {error.strerror}", str(path), "choose another folder") from error


def _write(path: Path, table: pyarrow.Table) -> None:
    import pyarrow
    import pyarrow.parquet

    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(table, sink, compression="zstd")
    write_whole(path, sink.getvalue().to_pybytes())


def _schema() -> pyarrow.Schema:
    import pyarrow

    text, many = pyarrow.string(), pyarrow.list_
    gap = pyarrow.struct([("code", text), ("message", text), ("quote", text), ("locator", text)])
    element = pyarrow.struct([("name", text), ("status", text), ("quote", text), ("locator", text)])
    nearest = pyarrow.struct([("quote", text), ("locator", text), ("message", text)])
    columns = dict.fromkeys(Row.__dataclass_fields__, text)
    columns |= {"characters": pyarrow.int64(), "gaps": many(gap), "elements": many(element), "nearest": many(nearest)}
    return pyarrow.schema(list(columns.items()))
