"""What one place says about the settings: the flags of a command, or a file that has been checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class PlanSetValues(NamedTuple):
    """A plan and its annexes."""

    name: str
    body: str
    annexes: Sequence[str]


class Values(NamedTuple):
    """Settings by name; None where the place says nothing. ConfigFile says what each is for."""

    extend: str | None = None
    pack: Sequence[str] | None = None
    include: Sequence[str] | None = None
    exclude: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    severity: Mapping[str, str] | None = None
    fail_on: str | None = None
    issuer: str | None = None
    lang: str | None = None
    revisions: str | None = None
    limits: Mapping[str, int] | None = None
    output: Sequence[str] | None = None
    baseline: str | None = None
    waivers: str | None = None
    cache_dir: str | None = None
    cache_size: int | None = None
    per_file_ignores: Mapping[str, Sequence[str]] | None = None
    plan_sets: Sequence[PlanSetValues] | None = None


KEYS: Mapping[str, str] = {name.replace("_", "-"): name for name in Values._fields}
"""Names of settings as written in files → as fields of Values."""


class Layer(NamedTuple):
    """Settings from one place.

    Args:
        origin: the place as shown to people: a file, "command line".
        base: folder that paths and patterns start from, absolute.
    """

    origin: str
    base: Path
    values: Values
