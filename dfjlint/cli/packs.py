"""dfjlint test, pack and evaluate: for people who write rules."""

from __future__ import annotations

from typing import Annotated

import typer

from dfjlint.cli.options import PackOption
from dfjlint.config import DEFAULT_PACK

_PackArgument = Annotated[str, typer.Argument(help="Rule pack: its id, or the folder of a pack.yaml.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("test")(run_tests)
    app.command("evaluate")(evaluate)
    pack = typer.Typer(help="Look after a rule pack.", no_args_is_help=True)
    pack.command("verify")(verify)
    app.add_typer(pack, name="pack")


def run_tests(
    pack: _PackArgument = DEFAULT_PACK,
    rule: Annotated[list[str] | None, typer.Option("--rule", help="Only rules whose id begins so; repeatable.")] = None,
) -> None:
    """Run the cases that stand beside the rules of a pack."""
    from dfjlint.api import pack_index
    from dfjlint.engine.locate import find_pack
    from dfjlint.testing.cases import run_cases

    count = wrong = 0
    for outcome in run_cases(find_pack(pack), pack_index(pack), tuple(rule or ())):
        count += 1
        if not outcome.ok:
            wrong += 1
            element = f" [{outcome.element}]" if outcome.element else ""
            typer.echo(f"{outcome.rule} {outcome.expectation}{element}: {outcome.text}\n    {outcome.found}")
    typer.echo(f"{count - wrong} passed, {wrong} failed")
    raise typer.Exit(1 if wrong else 0)


def verify(pack: _PackArgument = DEFAULT_PACK) -> None:
    """Check a pack: shape, quotes against the decision, ledger, cases, lexicon."""
    from dfjlint.engine.locate import find_pack
    from dfjlint.testing.verify import verify_pack

    faults = verify_pack(find_pack(pack))
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{len(faults)} faults")
    raise typer.Exit(2 if faults else 0)


def evaluate(
    labels: Annotated[
        list[str] | None, typer.Option("--labels", help="Labelled plan, or a folder of them; repeatable.")
    ] = None,
    sentences: Annotated[
        list[str] | None, typer.Option("--sentences", help="Labelled sentences, or a folder of them; repeatable.")
    ] = None,
    pack: PackOption = DEFAULT_PACK,
    root: Annotated[str, typer.Option("--root", help="Folder that the plan paths in the labels start from.")] = "",
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Also run keyword overlap, TF-IDF and BM25 on the same labels.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show every element that differs, with both texts.")] = False,
    only: Annotated[list[str] | None, typer.Option("--rule", help="Only rules whose id begins so; repeatable.")] = None,
) -> None:
    """Measure the verdicts against labelled plans or sentences."""
    from dfjlint.api import pack_index
    from dfjlint.errors import UsageError
    from dfjlint.testing.evaluate import evaluate_labels, render_baselines, render_evaluation
    from dfjlint.testing.sentences import evaluate_sentences, render_sentences

    if not labels and not sentences:
        raise UsageError("nothing to measure against", "evaluate", "give --labels or --sentences")
    index, rules = pack_index(pack), tuple(only or ())
    lines: list[str] = []
    if labels:
        lines += render_evaluation(evaluate_labels(labels, index, root, rules), errors)
    if labels and baselines:
        lines += render_baselines(labels, index, root)
    if sentences:
        lines += render_sentences(evaluate_sentences(sentences, index, rules), errors)
    for line in lines:
        typer.echo(line)
