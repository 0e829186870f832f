"""The kinds of checks: each looks at one verdict and names what is short of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.checks.coverage import coverage_gaps
from dfjlint.engine.checks.force import force_gaps
from dfjlint.engine.checks.owner import owner_gaps
from dfjlint.engine.checks.requirement import requirement_gaps
from dfjlint.engine.checks.scope import scope_gaps
from dfjlint.model.report import Gap

CHECKS: tuple[Callable[[Verdict], Iterable[Gap]], ...] = (
    coverage_gaps,
    owner_gaps,
    requirement_gaps,
    force_gaps,
    scope_gaps,
)
