"""dfjlint check: plans in, reports out, exit code by the worst gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from dfjlint.cli.options import (
    AllowStaleOption,
    AsOfOption,
    BaselineSetting,
    CacheDirSetting,
    CacheOption,
    ConfigOption,
    DiffOption,
    FailOn,
    FailOnSetting,
    FilesArgument,
    ForceExcludeOption,
    IgnoreSetting,
    IsolatedOption,
    IssuerSetting,
    JobsOption,
    LangSetting,
    LimitSetting,
    OutputSetting,
    PackSetting,
    RevisionsSetting,
    SelectSetting,
    TimeLimitOption,
    WaiversSetting,
    WatchOption,
)
from dfjlint.errors import ReadError, UsageError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from dfjlint.cli.output import Output, Rendered
    from dfjlint.cli.session import Flags, Session
    from dfjlint.model.report import Report
    from dfjlint.workspace.run import Agreements

INTERRUPTED = 130

__all__ = ["known_rule", "register"]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check")(check)


def check(
    files: FilesArgument = None,
    pack: PackSetting = None,
    output_format: OutputSetting = None,
    fail_on: FailOnSetting = None,
    select: SelectSetting = None,
    ignore: IgnoreSetting = None,
    issuer: IssuerSetting = None,
    revisions: RevisionsSetting = None,
    limit: LimitSetting = None,
    lang: LangSetting = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
    force_exclude: ForceExcludeOption = False,
    baseline: BaselineSetting = None,
    allow_stale: AllowStaleOption = False,
    waivers: WaiversSetting = None,
    as_of: AsOfOption = None,
    diff: DiffOption = "",
    cache: CacheOption = True,
    cache_dir: CacheDirSetting = None,
    jobs: JobsOption = 0,
    time_limit: TimeLimitOption = None,
    watch: WatchOption = False,
) -> None:
    """Check plans against the obligations of a decision.

    Exit code 0: no gap at or above --fail-on. 1: there are such gaps. 2: something could not be done.
    Waived gaps and gaps of the baseline do not count.
    """
    from dfjlint.cli.session import Flags, as_limits, as_list
    from dfjlint.config import Values

    values = Values(
        pack=as_list(pack),
        output=as_list(output_format),
        fail_on=fail_on.value if fail_on else None,
        select=as_list(select),
        ignore=as_list(ignore),
        issuer=issuer or None,
        lang=lang.value if lang else None,
        revisions=revisions.value if revisions else None,
        limits=as_limits(limit),
        baseline=baseline,
        waivers=waivers,
        cache_dir=cache_dir,
    )
    flags = Flags(tuple(files or ()), values, config, isolated, force_exclude, cache, jobs, time_limit)
    raise typer.Exit(_uninterrupted(flags, lambda: _check(flags, as_of, allow_stale, diff), watch))


def _uninterrupted(flags: Flags, run: Callable[[], int], watch: bool) -> int:
    """The exit code of a run, or of Ctrl-C."""
    try:
        if watch:
            from dfjlint.cli.watch import check_on_save

            check_on_save(flags, run)
        return run()
    except KeyboardInterrupt:
        typer.echo("dfjlint: interrupted", err=True)
        return INTERRUPTED


def _check(flags: Flags, as_of: datetime.datetime | None, allow_stale: bool, diff: str) -> int:
    """One run: reports written, exit code returned."""
    from dfjlint.cli.output import CHECK_FORMATS, parse_outputs
    from dfjlint.cli.repeat import key_of_check, repeated
    from dfjlint.cli.session import agreements_of, open_session, report_errors

    session = open_session(flags)
    settings = session.settings
    outputs = parse_outputs(settings.output, _origin(session, "output"), CHECK_FORMATS)
    report_errors(session.plans)
    failed = bool(session.plans.errors)
    if not session.units:
        return 2 if failed else 0
    if diff:
        return _run(session, outputs, agreements_of(session, as_of, allow_stale), diff, "")
    key = key_of_check(session, outputs, as_of, allow_stale)
    code = repeated(session, key)
    if code is not None:
        return code
    return _run(session, outputs, agreements_of(session, as_of, allow_stale), diff, key)


def _run(session: Session, outputs: Sequence[Output], agreed: Agreements, diff: str, key: str) -> int:
    """Check and write the reports.

    Args:
        key: under which the outcome is to be kept; empty to keep none.
    """
    from dfjlint.cli.outcome import Outcome
    from dfjlint.cli.output import write_outputs
    from dfjlint.cli.repeat import keep
    from dfjlint.cli.session import lots_of
    from dfjlint.workspace.run import run

    settings = session.settings
    revision = None
    if diff:
        from dfjlint.workspace.git import Revision

        revision = Revision(diff, settings.root)
    outcome = Outcome(FailOn(settings.fail_on), settings.lang, bool(session.plans.errors))
    with lots_of(session) as lots:
        report = run(lots, agreed, settings, revision, outcome.see)
    rendered = write_outputs(outputs, report, settings.lang, lambda path: _copies(path, report, session))
    outcome.see_beside(report.findings)
    for line in outcome.lines:
        typer.echo(line, err=True)
    keep(session, key, rendered, outcome, agreed, [lot.bench.pack for lot in lots])
    return outcome.exit_code


def _copies(path: str, report: Report, session: Session) -> list[Rendered]:
    from dfjlint.cli.copies import commented_copies
    from dfjlint.messages import translated

    try:
        return commented_copies(path, report, session)
    except ReadError as error:
        raise translated(error, session.settings.lang) from error


def _origin(session: Session, key: str) -> str:
    """The place that set a key, as an error names it."""
    from dfjlint.config import COMMAND_LINE

    origin = session.settings.origins[key]
    return "--output-format" if origin in (COMMAND_LINE, "default") else f"{origin}:{key}"


def known_rule(rule: str, ids: list[str]) -> None:
    """Refuse an id that the pack does not have.

    Raises:
        UsageError: with an id that exists as the hint.
    """
    if rule not in ids:
        raise UsageError(f"the pack has no rule {rule!r}", "RULE", f"try {ids[0]}, or see all with: dfjlint rules")
