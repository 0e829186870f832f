"""A check that is in every way like an earlier one says again what that one said."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dfjlint.cli.output import Output, Rendered, write_all
from dfjlint.cli.session import Session, cache_of, pack_folders
from dfjlint.workspace.again import Kept, files_read, kept_run, key_of_run
from dfjlint.workspace.places import is_there

if TYPE_CHECKING:
    from dfjlint.cli.outcome import Outcome
    from dfjlint.workspace.packs import PackSource
    from dfjlint.workspace.run import Agreements

# Whatever is one text in one place; of the others it is not known beforehand what they write.
_FORMATS = frozenset({"console", "github", "gitlab", "html", "json", "junit", "markdown", "sarif", "sarif-all"})
_MOST_CHARACTERS = 4_000_000


def key_of_check(session: Session, outputs: Sequence[Output], as_of: datetime.datetime | None, stale: bool) -> str:
    """The key under which the outcome of a check is kept; empty if it is not.

    Args:
        stale: True if stale entries of the baseline are allowed.
    """
    if session.plans.errors or not session.flags.cache or not all(_is_one_text(output) for output in outputs):
        return ""
    settings = session.settings
    waived = settings.waivers.exists()
    day = (as_of or datetime.datetime.now().astimezone()).date().isoformat() if waived else ""
    packs = dict.fromkeys(folder for unit in session.units for folder in pack_folders(unit.settings))
    return key_of_run(session.units, settings, list(packs), day, str(stale), repr(outputs))


def repeated(session: Session, key: str) -> int | None:
    """Exit code of a check whose outcome was kept and has been written again; None if it must be run.

    Raises:
        UsageError: if a report cannot be written.
    """
    cache = cache_of(session)
    kept = kept_run(cache, key, session.settings) if cache and key else None
    if kept is None:
        return None
    write_all([(path, text.encode()) for path, text in kept.outputs])
    if kept.aside:
        typer.echo(kept.aside, err=True)
    return kept.code


def keep(
    session: Session,
    key: str,
    rendered: Sequence[Rendered],
    outcome: Outcome,
    agreed: Agreements,
    packs: Sequence[PackSource],
) -> None:
    """Keep what came of a check, if every plan had a verdict."""
    cache = cache_of(session)
    if not cache or not key or outcome.failed or sum(len(data) for _, data in rendered) > _MOST_CHARACTERS:
        return
    checked = {unit.id for unit in session.units}
    named = {entry.document for entry in agreed.baseline} | {waiver.document for waiver in agreed.waivers.waivers}
    texts = [pack.folder.parent.parent / pack.head().text for pack in packs]
    kept = Kept(
        outputs=tuple((path, data.decode()) for path, data in rendered),
        aside="\n".join(outcome.lines),
        code=outcome.exit_code,
        read=files_read(texts),
        there=tuple((document, is_there(document, session.settings)) for document in sorted(named - checked)),
    )
    cache.put(key, kept)


def _is_one_text(output: Output) -> bool:
    folder = output.path.endswith(("/", "\\")) or (output.path and Path(output.path).is_dir())
    return output.format in _FORMATS and not folder
