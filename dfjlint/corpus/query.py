"""Asks the shards of a run with DuckDB."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from dfjlint.corpus.extras import needs
from dfjlint.corpus.run import ACCOUNT, SCHEMA, Account, ObligationHead, State, state_in
from dfjlint.corpus.shards import DOCUMENTS, homes_table, names_of
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    import duckdb

Record: TypeAlias = tuple[Any, ...]
"""A row of an answer; each question says what it holds."""

_TABLES = """
CREATE TABLE document AS
    SELECT row_number() OVER () AS place, key, document, issuer, year, title FROM read_parquet($documents);
CREATE VIEW shard AS SELECT * FROM read_parquet($shards, filename = true);
"""
_JUDGED = """
CREATE TABLE plan AS
    SELECT d.place, d.key, any_value(h.shard) AS shard, any_value(d.document) AS document,
        coalesce(nullif(any_value(d.title), ''), any_value(s.title)) AS title,
        coalesce(nullif(any_value(d.issuer), ''), any_value(s.issuer)) AS issuer,
        coalesce(nullif(any_value(d.year), ''), regexp_extract(coalesce(nullif(any_value(d.title), ''),
            any_value(s.title)), '(19|20)[0-9][0-9]')) AS year
    FROM document d JOIN home h USING (key) JOIN shard s ON s.key = d.key AND s.filename = h.shard
    WHERE s.failure = '' GROUP BY d.place, d.key;
CREATE TABLE verdict AS
    SELECT p.place, s.obligation,
        CASE WHEN s.applicability = 'not-applicable' THEN 'not_applicable' ELSE s.coverage END AS status
    FROM plan p JOIN shard s ON s.key = p.key AND s.filename = p.shard;
"""


COUNTS = ", ".join(
    f"count(*) FILTER (status = '{status}')"
    for status in ("covered", "partial", "missing", "contradicted", "undetermined", "not_applicable")
)
"""Numbers of verdicts, in the order of the fields of Counts."""
SHARE = "count(*) FILTER (status = 'covered') / greatest(count(*) FILTER (status != 'not_applicable'), 1)"
"""The share of covered obligations, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A run, opened for questions.

    Args:
        account: what the run is about.
        state: which documents are done.
        names: of all documents by key, in order.
    """

    folder: Path
    account: Account
    state: State
    names: Mapping[str, str]
    connection: duckdb.DuckDBPyConnection

    def ask(self, question: str, values: Mapping[str, object] | None = None) -> list[Record]:
        """All rows of an answer."""
        found: list[Record] = self.connection.execute(question, values or {}).fetchall()
        return found

    def stream(self, question: str, size: int = 5_000) -> Iterator[Record]:
        """The rows of a long answer."""
        answer = self.connection.execute(question)
        while rows := answer.fetchmany(size):
            yield from rows


def open_corpus(name: str) -> Corpus:
    """A run for questions; documents that left the manifest, and results of other versions, are not in it.

    Raises:
        UsageError: if there is no run in the folder, or an extra is not installed.
    """
    with needs("corpus"):
        import duckdb
    folder = Path(name)
    account = _account(folder, name)
    names = names_of(folder / DOCUMENTS)
    state = state_in(folder / account.shards, set(names))
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = true")
    connection.register("home", homes_table(state.homes))
    values = {"documents": str(folder / DOCUMENTS), "shards": sorted({str(path) for path in state.homes.values()})}
    if state.homes:
        _execute(connection, _TABLES, values)
        connection.execute(_JUDGED)
    return Corpus(folder, account, state, names, connection)


def _execute(connection: duckdb.DuckDBPyConnection, script: str, values: Mapping[str, object]) -> None:
    """Statements with their values; a view cannot keep a parameter, so values stand in it as literals."""
    for name, value in values.items():
        script = script.replace(f"${name}", _literal(value))
    connection.execute(script)


def _literal(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"


def _account(folder: Path, name: str) -> Account:
    try:
        content = json.loads((folder / ACCOUNT).read_bytes())
        heads = tuple(ObligationHead(**entry) for entry in content.pop("obligations"))
        account = Account(**content, obligations=heads)
    except FileNotFoundError as error:
        hint = "make one with: dfjlint corpus run MANIFEST --out DIR"
        raise UsageError("there is no run in this folder", name, hint) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("the account of the run is damaged", f"{name}/{ACCOUNT}", "run the command again") from error
    if account.schema != SCHEMA:
        raise UsageError(f"the run is of another form than {SCHEMA}", name, "run it again with this version")
    return account
