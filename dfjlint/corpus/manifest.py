"""Reads the list of documents of a corpus: CSV, JSON lines, plain text, a folder or a pattern."""

from __future__ import annotations

import csv
import difflib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dfjlint.corpus.documents import Document
from dfjlint.corpus.storage import found, is_url
from dfjlint.errors import UsageError
from dfjlint.readers import SUFFIXES

FIELDS = ("document", "issuer", "year", "title")
_EXAMPLE = "a line is document,issuer,year,title; only the first is needed; see docs/corpus.md"
_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The documents of a corpus, each once, in order.

    Args:
        repeated: how many lines named a document again.
    """

    documents: tuple[Document, ...]
    repeated: int


def read_manifest(name: str, start: Path) -> Manifest:
    """The documents of a manifest.

    Args:
        name: .csv, .jsonl, any other file for one document a line; a folder or a pattern for what it holds.
        start: absolute folder that a relative name starts from. Documents start from the folder of the manifest.

    Raises:
        UsageError: if it cannot be read, names no document, or a line is wrong.
    """
    path = start / name
    if is_url(name) or _PATTERN & set(name) or path.is_dir():
        places = found(name if is_url(name) else str(path))
        if not places:
            raise UsageError("no plan is there", name, f"looked for {' '.join(SUFFIXES)} in folders; check the path")
        documents = [_named(_document({"document": place}, name, start), start) for place in places]
    else:
        rows = _rows(_text(path, name), path.suffix.lower(), name)
        documents = [_document(row, where, path.parent) for where, row in rows]
    if not documents:
        raise UsageError("the manifest names no document", name, _EXAMPLE)
    once: dict[str, Document] = {}
    for document in documents:
        once.setdefault(document.place, document)
    return Manifest(tuple(once.values()), len(documents) - len(once))


def _text(path: Path, name: str) -> str:
    """A manifest as text: UTF-8, or GB18030 as Excel writes it in China."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the manifest cannot be read: {error.strerror}", name, "check the path") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError("the manifest is not text", name, "save it as UTF-8")


def _rows(text: str, suffix: str, name: str) -> Iterable[tuple[str, Mapping[str, str]]]:
    if suffix == ".csv":
        return _csv(text, name)
    if suffix in (".jsonl", ".ndjson"):
        return _json_lines(text, name)
    return _lines(text, name)


def _lines(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield f"{name}:{number}", {"document": line.strip()}


def _csv(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="", strict=True)
    try:
        _columns(reader.fieldnames or (), f"{name}:1")
        for row in reader:
            if None in row:
                raise UsageError("the line has more fields than the first line", f"{name}:{reader.line_num}", _EXAMPLE)
            yield f"{name}:{reader.line_num}", row
    except csv.Error as error:
        raise UsageError(f"this is no CSV: {error}", f"{name}:{reader.line_num}", _EXAMPLE) from error


def _columns(names: Iterable[str], where: str) -> None:
    """Refuse a table without documents, and a column that looks like a slip."""
    columns = [column.strip() for column in names]
    if "document" not in columns:
        raise UsageError("there is no column 'document'", where, "begin with the line: document,issuer,year,title")
    for column in columns:
        close = difflib.get_close_matches(column.lower(), FIELDS, 1, 0.75)
        if close and column not in FIELDS:
            raise UsageError(f"there is no column {column!r}", where, f"did you mean {close[0]!r}?")


def _json_lines(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError("this line is not JSON", where, '{"document": "plan.docx", "year": "2026"}') from error
        if not isinstance(entry, dict):
            raise UsageError("this line is no JSON object", where, '{"document": "plan.docx", "year": "2026"}')
        _columns(entry, where)
        values = {key: entry[key] for key in FIELDS if entry.get(key) is not None}
        wrong = [key for key, value in values.items() if isinstance(value, bool) or not isinstance(value, str | int)]
        if wrong:
            raise UsageError(f"{wrong[0]} is neither text nor a number", where, _EXAMPLE)
        yield where, {key: str(value) for key, value in values.items()}


def _document(row: Mapping[str, str], where: str, base: Path) -> Document:
    values = {key.strip(): (value or "").strip() for key, value in row.items() if key.strip() in FIELDS}
    name, year = values["document"], values.get("year", "")
    if not name:
        raise UsageError("no document is named here", where, _EXAMPLE)
    if year and not (len(year) == 4 and year.isascii() and year.isdecimal()):
        raise UsageError(f"{year!r} is no year", where, "four digits, for example 2026, or nothing")
    place = name if is_url(name) else str((base / name).absolute())
    return Document(name, place, values.get("issuer", ""), year, values.get("title", ""))


def _named(document: Document, start: Path) -> Document:
    """A document found in a folder, under its path from here."""
    path = Path(document.place)
    if is_url(document.place) or not path.is_relative_to(start):
        return document
    return Document(path.relative_to(start).as_posix(), document.place)
