"""dfjlint report: renders a saved report again, or compares two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.options import Lang
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    from dfjlint.reporters.comparison import Comparison
    from dfjlint.reporters.read_json import SavedReport


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("report")(report)


def report(
    files: Annotated[
        list[str], typer.Argument(help="A report saved with -f json:FILE; two with --compare.", show_default=False)
    ],
    compare: Annotated[
        bool, typer.Option("--compare", help="Show what the second report has gained, lost and moved.")
    ] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FMT[:PATH]",
            help="Report format, and the file to write; repeatable. With --compare: console, json, markdown.",
        ),
    ] = None,
    lang: Annotated[
        Lang | None, typer.Option("--lang", help="Language of the messages; as saved if not given.", show_default=False)
    ] = None,
) -> None:
    """Render a saved report again without checking, or compare the reports on two drafts.

    Exit code 0: done. 1: with --compare, something was lost. 2: something could not be done.
    """
    wanted = output_format or ["console"]
    if compare:
        raise typer.Exit(_compare(files, wanted, lang))
    _again(files, wanted, lang)


def _again(files: list[str], wanted: list[str], lang: Lang | None) -> None:
    from dfjlint.cli.output import parse_outputs, write_outputs

    outputs = parse_outputs(wanted)
    if len(files) != 1:
        raise UsageError("one saved report is rendered at a time", " ".join(files), "add --compare to compare two")
    saved = _read(files[0])
    write_outputs(outputs, saved.report, lang.value if lang else saved.lang)


def _compare(files: list[str], wanted: list[str], lang: Lang | None) -> int:
    from dfjlint.cli.output import parse_outputs, write_rendered
    from dfjlint.reporters.comparison import RENDERERS, compare

    outputs = parse_outputs(wanted, formats=RENDERERS)
    if len(files) != 2:
        raise UsageError("--compare needs two saved reports", " ".join(files), "dfjlint report --compare OLD NEW")
    old, new = _read(files[0]), _read(files[1])
    packs = [[pack.id for pack in saved.report.packs] for saved in (old, new)]
    if not set(packs[0]) & set(packs[1]):
        raise UsageError(
            f"the reports answer different decisions: {', '.join(packs[0])}; {', '.join(packs[1])}",
            files[1],
            "compare reports of one rule pack",
        )
    comparison = compare(old.report, new.report)
    language = lang.value if lang else new.lang
    write_rendered(outputs, lambda name: RENDERERS[name](comparison, language))
    return _exit_code(comparison)


def _exit_code(comparison: Comparison) -> int:
    """2 if a plan could not be compared, else 1 if anything was lost, else 0."""
    if comparison.unread:
        return 2
    return 1 if comparison.lost else 0


def _read(path: str) -> SavedReport:
    from dfjlint.reporters.read_json import read_json

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(
            f"the file cannot be opened ({error.strerror})", path, "check that it exists and may be read"
        ) from error
    return read_json(data, path)
