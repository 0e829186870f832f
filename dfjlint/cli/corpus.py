"""dfjlint corpus: runs over very many documents, and shows what came of it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.options import Lang, LangOption, PackOption, Revisions
from dfjlint.config import DEFAULT_PACK
from dfjlint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dfjlint.cli.progress import Tick
    from dfjlint.corpus.documents import Document
    from dfjlint.corpus.query import Corpus
    from dfjlint.corpus.run import Course, Wish
    from dfjlint.corpus.shards import Shard

INTERRUPTED = 130
_SHOWN = 20
"""So many documents without a verdict are named on the screen; all stand in failures.csv."""


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DASK = "dask"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(
        help="Check very many documents, on one machine or several.", no_args_is_help=True, rich_markup_mode=None
    )
    group.command("run")(run)
    group.command("report")(report)

    app.add_typer(group, name="corpus")


def run(
    manifest: Annotated[
        str, typer.Argument(help="List of documents (.csv, .jsonl, or one a line), a folder, or a pattern.")
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Folder for the results; a run goes on there.")],
    engine: Annotated[EngineName, typer.Option("--engine", help="This machine, or dask.distributed.")] = (
        EngineName.LOCAL
    ),
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="ADDRESS", help="Of dask, tcp://host:8786; without it, this machine.")
    ] = "",
    pack: PackOption = DEFAULT_PACK,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one for each core.")] = 0,
    time_limit: Annotated[
        float, typer.Option("--time-limit", metavar="SECONDS", min=0, help="For a document; 0 for no limit.")
    ] = 300,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Documents in a task.")] = 50,
    retry: Annotated[bool, typer.Option("--retry-failed", help="Try documents again that had no verdict.")] = False,
    revisions: Annotated[
        Revisions, typer.Option("--revisions", help="Tracked changes in Word: as accepted, or the original.")
    ] = Revisions.ACCEPTED,
    lang: LangOption = Lang.HANS,
) -> None:
    """Check every document of a corpus; what is done already is not done again.

    Exit code 0: there is a verdict on every document. 2: some have none, or the run could not be done. Gaps do
    not fail.
    """
    from dfjlint.corpus.run import Wish

    if scheduler and engine is EngineName.LOCAL:
        raise UsageError("a scheduler is for the engine dask", "--scheduler", "add: --engine dask")
    wish = Wish(pack, revisions.value, time_limit, batch, retry)
    try:
        code = _run(manifest, out, wish, Machines(engine, scheduler, jobs or os.cpu_count() or 1), lang)
    except KeyboardInterrupt:
        from dfjlint.messages import label

        typer.echo(f"dfjlint: {label('corpus-interrupted', lang.value)}", err=True)
        code = INTERRUPTED
    raise typer.Exit(code)


@dataclass(frozen=True, slots=True)
class Machines:
    """Where the work is done: engine, address of a scheduler or none, processes on this machine."""

    engine: EngineName
    scheduler: str
    jobs: int


def _run(manifest: str, out: str, wish: Wish, machines: Machines, lang: Lang) -> int:
    """The run; exit code returned."""
    from dfjlint.cli.progress import progress
    from dfjlint.corpus.manifest import read_manifest
    from dfjlint.corpus.run import left_of, open_run
    from dfjlint.corpus.storage import stamped
    from dfjlint.messages import label

    listed = read_manifest(manifest, Path.cwd())
    if listed.repeated:
        typer.echo(f"{manifest}: {label('corpus-repeated', lang.value, count=listed.repeated)}", err=True)
    documents = stamped(listed.documents)
    course = open_run(out, documents, wish)
    left = left_of(course)
    with progress(len(documents), len(documents) - sum(map(len, left))) as tick:
        for _ in _shards(left, course, machines, tick):
            pass
    return _report_failures(out, course, lang)


def _shards(batches: Sequence[Sequence[Document]], course: Course, machines: Machines, tick: Tick) -> Iterator[Shard]:
    """The results of the tasks as they come; no engine is started for nothing."""
    if not batches:
        return iter(())
    if machines.engine is EngineName.DASK:
        from dfjlint.corpus.cluster import run_on_cluster

        return run_on_cluster(batches, course.job, machines.scheduler, machines.jobs, tick)
    from dfjlint.corpus.local import run_local

    return run_local(batches, course.job, min(machines.jobs, len(batches)), tick)


def _report_failures(out: str, course: Course, lang: Lang) -> int:
    """Name the documents without a verdict; 2 if there are any, else 0."""
    from dfjlint.corpus.failures import FAILURES, failures_of, write_failures
    from dfjlint.messages import label

    failures = failures_of(course)
    write_failures(course, failures, lang.value)
    for failure in failures[:_SHOWN]:
        typer.echo(f"{failure.document}: {failure.kind}: {failure.said(lang.value)}", err=True)
    if len(failures) > _SHOWN:
        path = Path(out, FAILURES).as_posix()
        typer.echo(label("corpus-more", lang.value, count=len(failures) - _SHOWN, path=path), err=True)
    total = len(course.documents)
    typer.echo(f"{out}: {label('corpus-done', lang.value, done=total - len(failures), total=total)}")
    return 2 if failures else 0


def report(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder of a run.")],
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FMT[:PATH]",
            help="html: the portfolio as one page; csv: every gap of every plan. Repeatable.  [default: html]",
            show_default=False,
        ),
    ] = None,
    gaps: Annotated[int, typer.Option("--gaps", min=0, help="Gaps that the page shows for each obligation.")] = 10,
    lang: LangOption = Lang.HANS,
) -> None:
    """Show what came of a run, finished or not.

    Exit code 0: done. 2: something could not be done.
    """
    from dfjlint.cli.output import parse_outputs, write_whole
    from dfjlint.corpus.query import open_corpus

    outputs = parse_outputs(output_format or ["html"], formats=("html", "csv"))
    corpus = open_corpus(folder)
    for output in outputs:
        parts = _rendered(output.format, corpus, gaps, lang.value)
        if output.path:
            write_whole(Path(output.path), parts)
        else:
            sys.stdout.buffer.writelines(parts)
            sys.stdout.flush()


def _rendered(name: str, corpus: Corpus, gaps: int, lang: str) -> Iterator[bytes]:
    if name == "csv":
        from dfjlint.corpus.cases import gap_table

        return gap_table(corpus, lang)
    from dfjlint.corpus.portfolio import portfolio_of
    from dfjlint.reporters.portfolio.html import render_portfolio

    return iter([render_portfolio(portfolio_of(corpus, gaps), lang)])
