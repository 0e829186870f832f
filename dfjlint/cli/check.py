"""dfjlint check: plans in, reports out, exit code by the worst gap."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.errors import UsageError

if TYPE_CHECKING:
    from dfjlint.engine.index import ConceptIndex
    from dfjlint.model.report import DocumentReport
    from dfjlint.readers import ReadOptions

DEFAULT_PACK = "fujian-2018"


class FailOn(StrEnum):
    """The mildest gap that makes the command fail."""

    MISSING = "missing"
    PARTIAL = "partial"
    NONE = "none"


class Lang(StrEnum):
    """Language of messages; quotations stay in their own script."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    EN = "en"


class Revisions(StrEnum):
    """Which side of the tracked changes of a Word document is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


PackOption = Annotated[str, typer.Option("--pack", help="Rule pack: its id, or the folder of a pack.yaml.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the messages.")]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check")(check)


def check(
    files: Annotated[list[str], typer.Argument(help="Plans, or folders with plans.", show_default=False)],
    pack: PackOption = DEFAULT_PACK,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FMT[:PATH]",
            help="Report format, and the file to write; repeatable.",
        ),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit 1 from this gap on.")] = FailOn.PARTIAL,
    issuer: Annotated[str, typer.Option("--issuer", help="Who issues the plans, if it is not read from them.")] = "",
    revisions: Annotated[
        Revisions, typer.Option("--revisions", help="Tracked changes in Word: as accepted, or the original text.")
    ] = Revisions.ACCEPTED,
    lang: LangOption = Lang.HANS,
) -> None:
    """Check plans against the obligations of a decision.

    Exit code 0: no gap at or above --fail-on. 1: there are such gaps. 2: something could not be done.
    """
    from dfjlint.api import pack_index, report_of
    from dfjlint.cli.files import find_plans
    from dfjlint.cli.output import parse_outputs, write_outputs

    outputs = parse_outputs(output_format or ["console"])
    plans = find_plans(files)
    for error in plans.errors:
        typer.echo(f"dfjlint: {error}", err=True)
    documents = []
    if plans.paths:
        index = pack_index(pack)
        documents = _check_all(plans.paths, index, issuer, _read_options(revisions))
        write_outputs(outputs, report_of(index.pack, documents), lang.value)
    _report_unread(documents, lang.value)
    raise typer.Exit(_exit_code(documents, fail_on, failed=bool(plans.errors)))


def _read_options(revisions: Revisions) -> ReadOptions:
    """How plans are read on this computer."""
    from shutil import which

    from dfjlint.readers import ReadOptions

    return ReadOptions(revisions=revisions.value, soffice=which("soffice") or which("libreoffice") or "")


def _check_all(paths: tuple[str, ...], index: ConceptIndex, issuer: str, options: ReadOptions) -> list[DocumentReport]:
    """The report on every plan; with several plans there is a progress bar on a terminal."""
    if len(paths) == 1:
        return [_check_one(paths[0], index, issuer, options)]
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    steps = track(paths, "check", console=console, disable=not console.is_terminal, transient=True)
    return [_check_one(path, index, issuer, options) for path in steps]


def _check_one(path: str, index: ConceptIndex, issuer: str, options: ReadOptions) -> DocumentReport:
    from dfjlint.api import check_bytes, unreadable
    from dfjlint.errors import ReadError

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = ReadError(
            f"the file cannot be opened ({error.strerror})", path, "check that it exists and may be read"
        )
        return unreadable(path, b"", reason)
    return check_bytes(data, path, index, issuer, options)


def _report_unread(documents: list[DocumentReport], lang: str) -> None:
    """One line on stderr for each plan that has no verdict."""
    from dfjlint.messages import render

    for document in documents:
        if not document.readable:
            for finding in document.findings:
                typer.echo(f"{document.path}: {finding.id} {render(finding.message, lang)}", err=True)


def _exit_code(documents: list[DocumentReport], fail_on: FailOn, failed: bool) -> int:
    """2 if anything could not be done, else 1 if there is a gap at or above fail_on, else 0."""
    if failed or any(not document.readable for document in documents):
        return 2
    return 1 if any(_fails(document, fail_on) for document in documents) else 0


def _fails(document: DocumentReport, fail_on: FailOn) -> bool:
    from dfjlint.model.report import Applicability, Coverage, Disposition

    failing = {
        FailOn.MISSING: {Coverage.MISSING, Coverage.CONTRADICTED},
        FailOn.PARTIAL: {Coverage.MISSING, Coverage.CONTRADICTED, Coverage.PARTIAL, Coverage.UNDETERMINED},
        FailOn.NONE: set[Coverage](),
    }[fail_on]
    return any(
        result.coverage in failing
        and result.applicability is not Applicability.NOT_APPLICABLE
        and result.disposition is Disposition.OPEN
        for result in document.obligations
    )


def known_rule(rule: str, ids: list[str]) -> None:
    """Refuse an id that the pack does not have.

    Raises:
        UsageError: with an id that exists as the hint.
    """
    if rule not in ids:
        raise UsageError(f"the pack has no rule {rule!r}", "RULE", f"try {ids[0]}, or see all with: dfjlint rules")
