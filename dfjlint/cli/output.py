"""Writes reports: to stdout, or whole to a file that is replaced at once."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dfjlint.errors import UsageError
from dfjlint.model.report import Report
from dfjlint.reporters import FORMATS, reporter


@dataclass(frozen=True, slots=True)
class Output:
    """A report format and the file it goes to; empty path for stdout."""

    format: str
    path: str


def parse_outputs(values: Sequence[str], where: str = "--output-format") -> tuple[Output, ...]:
    """FMT or FMT:PATH values as outputs.

    Args:
        where: the option or setting they stand in.

    Raises:
        UsageError: if a format is unknown, or two reports go to one place.
    """
    outputs = []
    for value in values:
        name, _, path = value.partition(":")
        if name not in FORMATS:
            raise UsageError(f"there is no output format {name!r}", where, f"use one of: {', '.join(FORMATS)}")
        outputs.append(Output(name, path))
    places = [output.path for output in outputs]
    if len(set(places)) < len(places):
        raise UsageError("two reports would go to the same place", where, "give each its own FMT:PATH")
    return tuple(outputs)


def write_outputs(outputs: Sequence[Output], report: Report, lang: str) -> None:
    """Render and write every output.

    Raises:
        UsageError: if a file cannot be written; nothing half-written is left.
    """
    for output in outputs:
        data = reporter(output.format)(report, lang)
        if output.path:
            write_whole(Path(output.path), data)
        else:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; an existing one is replaced at once.

    Raises:
        UsageError: if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"cannot write here: {error.strerror}", str(path), "choose another path") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"cannot write here: {error.strerror}", str(path), "choose another path") from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
