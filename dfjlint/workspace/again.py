"""What came of a run, kept whole for the next run that is like it in every way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dfjlint.config import Settings
from dfjlint.engine.locate import LEXICON
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.identity import tool_identity
from dfjlint.workspace.places import is_there
from dfjlint.workspace.stamps import stamps_below
from dfjlint.workspace.units import Unit

#: The outcome of a run over more files is not kept: reading them all takes longer than starting up.
MOST_FILES = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run wrote and said.

    Args:
        outputs: path (empty for stdout) and text of each report.
        aside: what was said on stderr.
        code: exit code.
        read: other files that decided it, with the SHA-256 of each.
        there: ids of other documents that baseline or waivers name, with whether they were there.
    """

    outputs: tuple[tuple[str, str], ...]
    aside: str
    code: int
    read: tuple[tuple[str, str], ...]
    there: tuple[tuple[str, bool], ...]


def key_of_run(units: Sequence[Unit], settings: Settings, packs: Sequence[Path], *parts: str) -> str:
    """Everything that decides what a run writes, but for what the outcome itself names; empty if that cannot be told.

    Args:
        settings: of the run.
        packs: folders of the rule packs.
        parts: whatever else the command was told.
    """
    files = [file for unit in units for file in unit.files]
    digests = [_digest(file.path) for file in files] if len(files) <= MOST_FILES else [""]
    if "" in digests:
        return ""
    beside = [_digest(path) for path in (settings.baseline, settings.waivers)]
    shown = [f"{file.shown} {digest}" for file, digest in zip(files, digests, strict=True)]
    folders = dict.fromkeys([*packs, *(pack.parent / LEXICON for pack in packs)])
    rules = [line for folder in folders for line in (str(folder), *stamps_below(folder, (".yaml",)))]
    units_said = [f"{unit.id} {len(unit.files)} {unit.settings!r}" for unit in units]
    return key_of(tool_identity(), repr(settings), *beside, *units_said, *shown, *rules, *parts)


def kept_run(cache: Cache, key: str, settings: Settings) -> Kept | None:
    """What came of such a run before, if it would come of it again."""
    found = cache.get(Kept, key)
    if found is None or any(_digest(Path(path)) != digest for path, digest in found.read):
        return None
    if any(is_there(document, settings) != there for document, there in found.there):
        return None
    return found


def files_read(paths: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """Files with the SHA-256 of each, for an outcome."""
    return tuple((os.fspath(path), _digest(path)) for path in paths)


def _digest(path: Path) -> str:
    """SHA-256 of a file; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
