"""Writes reports: to stdout, or whole to a file that is replaced at once."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dfjlint.errors import UsageError
from dfjlint.reporters import BINARY_FORMATS, FORMATS, reporter

if TYPE_CHECKING:
    from dfjlint.model.report import Report

_STDOUT = "-"
# From so many bytes on a page is slow to open and to search.
_LARGE_PAGE = 10_000_000
#: Not a report of its own but a copy of each plan: only `check`, which has the plans, can write it.
DOCX_COMMENTS = "docx-comments"
CHECK_FORMATS = (*FORMATS, DOCX_COMMENTS)
Rendered: TypeAlias = tuple[str, bytes]
"""A path, empty for stdout, and what is written there."""


@dataclass(frozen=True, slots=True)
class Output:
    """A report format and the file it goes to; empty path for stdout."""

    format: str
    path: str


def parse_outputs(
    values: Sequence[str], where: str = "--output-format", formats: Collection[str] = FORMATS
) -> tuple[Output, ...]:
    """FMT or FMT:PATH values as outputs; the path may have a drive letter, and - stands for stdout.

    Args:
        where: the option or setting they stand in.

    Raises:
        UsageError: if a format is unknown, a path is missing, two reports go to one place, or a
            format that is no text would go to a terminal.
    """
    outputs = [_output(value, where, formats) for value in values]
    places = [_place(output.path) for output in outputs]
    if len(set(places)) < len(places):
        raise UsageError("two reports would go to the same place", where, "give each its own FMT:PATH")
    for output in outputs:
        if output.format == DOCX_COMMENTS and not output.path:
            hint = f"name the copy, {DOCX_COMMENTS}:plan.commented.docx, or a folder for several plans"
            raise UsageError("Word comments go into a copy of the plan", where, hint)
        if output.format in BINARY_FORMATS and not output.path and sys.stdout.isatty():
            hint = f"name a file, {output.format}:gaps.{output.format}"
            raise UsageError(f"{output.format} is no text for a terminal", where, hint)
    return tuple(outputs)


def _output(value: str, where: str, formats: Collection[str]) -> Output:
    name, colon, path = value.partition(":")
    if name == DOCX_COMMENTS and name not in formats:
        hint = f"dfjlint check plan.docx -f {DOCX_COMMENTS}:copy.docx"
        raise UsageError("Word comments are written when a plan is checked", where, hint)
    if name not in formats:
        raise UsageError(f"there is no output format {name!r}", where, f"use one of: {', '.join(formats)}")
    if colon and not path:
        raise UsageError(f"{value!r} names no file", where, f"write {name}:PATH, or {name} alone for stdout")
    return Output(name, "" if path == _STDOUT else path)


def _place(path: str) -> str:
    """What tells two files apart, however their paths are written."""
    return os.path.normcase(Path(path).resolve()) if path else ""


def write_outputs(
    outputs: Sequence[Output], report: Report, lang: str, copies: Callable[[str], Sequence[Rendered]] | None = None
) -> list[Rendered]:
    """Render every output, then write them.

    Args:
        copies: from the path of a docx-comments output to the files that it means.

    Returns:
        What was written.

    Raises:
        UsageError: if a file cannot be written, or is one of the plans; nothing half-written is left.
        ReadError: if comments cannot be put into a plan.
    """
    from dfjlint.reporters.files import files_of

    rendered: list[Rendered] = []
    for output in outputs:
        if copies and output.format == DOCX_COMMENTS:
            rendered += copies(output.path)
        elif not _has_pages(output):
            rendered.append((output.path, reporter(output.format)(report, lang)))
            _remark_size(output, rendered[-1][1], len(report.documents))
    # On the screen nothing is replaced, and a long run is not gone through once more.
    files = any(output.path for output in outputs)
    documents = report.documents if files else ()
    plans = {_place(file.path) for document in documents for file in files_of(document)}
    for path, _ in rendered:
        if path and _place(path) in plans:
            raise UsageError("the report would replace the plan", path, "choose another path")
    write_all(rendered)
    for output in filter(_has_pages, outputs):
        _write_pages(output, report, lang, plans)
    return rendered


def _remark_size(output: Output, data: bytes, plans: int) -> None:
    """Say how else the HTML report can be had where one page is too much for a browser."""
    if output.format == "html" and plans > 1 and len(data) > _LARGE_PAGE:
        size = f"{plans} plans and {len(data) // 1_000_000} MB"
        print(f"dfjlint: this page holds {size}; html:FOLDER/ writes a page for each plan", file=sys.stderr)


def names_folder(path: str) -> bool:
    """True if a path is that of a folder, by how it is written or because there is one."""
    return path.endswith(("/", "\\")) or (bool(path) and Path(path).is_dir())


def _has_pages(output: Output) -> bool:
    return output.format == "html" and names_folder(output.path)


def _write_pages(output: Output, report: Report, lang: str, plans: Collection[str]) -> None:
    """Write a page for each plan and one that leads to them, each as soon as it is made."""
    from dfjlint.reporters.html import render_html_pages

    for name, data in render_html_pages(report, lang):
        path = Path(output.path, name)
        if _place(str(path)) in plans:
            raise UsageError("the report would replace the plan", str(path), "choose another folder")
        write_whole(path, data)


def write_rendered(outputs: Sequence[Output], render: Callable[[str], bytes]) -> None:
    """Render every output, then write them.

    Args:
        render: from the name of a format to the bytes.

    Raises:
        UsageError: if a file cannot be written.
    """
    write_all([(output.path, render(output.format)) for output in outputs])


def write_all(rendered: Sequence[Rendered]) -> None:
    """Write what has been rendered.

    Raises:
        UsageError: if a file cannot be written.
    """
    for path, data in rendered:
        if path:
            write_whole(Path(path), data)
        else:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all; an existing one is replaced at once and keeps its permissions.

    Through a link the file behind it is written; into a device or a pipe the bytes go as they are.

    Args:
        data: the content, or its parts one after the other.

    Raises:
        UsageError: if it cannot be written.
    """
    parts = (data,) if isinstance(data, bytes) else data
    try:
        target = path.resolve()
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as stream:
                stream.writelines(parts)
            return
        import tempfile

        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".dfjlint-", dir=target.parent)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
        Path(name).chmod(0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError | ValueError) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UsageError(f"cannot write here: {reason}", str(path), "choose another path")


def _mode(path: Path) -> int | None:
    """Type and permissions of a file, None if there is none yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
