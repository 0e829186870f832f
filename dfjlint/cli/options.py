"""Options that several commands share."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

import typer


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


FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(help="Plans, or folders with plans; without any, the folder of the settings file."),
]
PackOption = Annotated[str, typer.Option("--pack", help="Rule pack: its id, or the folder of a pack.yaml.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the messages.")]
# None where the settings decide.
PackSetting = Annotated[
    list[str] | None,
    typer.Option("--pack", help="Rule pack: its id, or the folder of a pack.yaml; repeatable.  [default: fujian-2018]"),
]
LangSetting = Annotated[
    Lang | None, typer.Option("--lang", help="Language of the messages.  [default: zh-Hans]", show_default=False)
]
ConfigOption = Annotated[
    str, typer.Option("--config", metavar="FILE", help="Settings file; without it, the one closest to the plans.")
]
IsolatedOption = Annotated[bool, typer.Option("--isolated", help="Read no settings file.")]
BaselineSetting = Annotated[
    str | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Known gaps, which do not fail.  [default: .dfjlint-baseline.json]"
    ),
]
WaiversSetting = Annotated[
    str | None,
    typer.Option("--waivers", metavar="FILE", help="Agreed gaps, which do not fail.  [default: dfjlint-waivers.toml]"),
]
IssuerSetting = Annotated[
    str | None, typer.Option("--issuer", help="Who issues the plans, if it is not read from them.")
]
SelectSetting = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="ID", help="Check only obligations whose id begins so; repeatable."),
]
IgnoreSetting = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="ID", help="Leave out obligations whose id begins so; repeatable."),
]
AsOfOption = Annotated[
    datetime.datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day on which waivers must hold.  [default: today]"),
]
CacheOption = Annotated[bool, typer.Option("--cache/--no-cache", help="Keep results between runs.")]
CacheDirSetting = Annotated[
    str | None,
    typer.Option("--cache-dir", metavar="FOLDER", help="Where to keep them.  [default: the user's cache folder]"),
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for as many as there is work for.")]
TimeLimitOption = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0,
        help="How long a plan may take, in a process of its own; 0: no limit.  [default: 300 with several processes]",
        show_default=False,
    ),
]
LimitSetting = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        help="How much of a file is read: max-pages=3000; repeatable.",
    ),
]
ForceExcludeOption = Annotated[
    bool,
    typer.Option("--force-exclude", help="Leave out files that the settings exclude even if they are given by name."),
]
OutputSetting = Annotated[
    list[str] | None,
    typer.Option(
        "--output-format", "-f", metavar="FMT[:PATH]", help="Report format, and the file to write; repeatable."
    ),
]
FailOnSetting = Annotated[FailOn | None, typer.Option("--fail-on", help="Exit 1 from this gap on.  [default: partial]")]
RevisionsSetting = Annotated[
    Revisions | None,
    typer.Option("--revisions", help="Tracked changes in Word: as accepted, or the original.  [default: accepted]"),
]
AllowStaleOption = Annotated[
    bool, typer.Option("--allow-stale", help="Entries of the baseline that are gaps no more do not fail.")
]
DiffOption = Annotated[
    str, typer.Option("--diff", metavar="REF", help="Only what is worse than in this version of git fails.")
]
WatchOption = Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved.")]
