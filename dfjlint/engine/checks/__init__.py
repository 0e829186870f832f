"""The kinds of checks: each looks at one verdict and names what is short of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from dfjlint.engine.checks.context import Verdict
from dfjlint.engine.checks.coverage import coverage_gaps
from dfjlint.engine.checks.force import force_gaps
from dfjlint.engine.checks.owner import owner_gaps
from dfjlint.engine.checks.requirement import requirement_gaps
from dfjlint.engine.checks.scope import scope_gaps
from dfjlint.model.report import ElementResult, Gap, Status

Check: TypeAlias = Callable[[Verdict], Iterable[Gap]]

_UNANSWERED: tuple[Check, ...] = (coverage_gaps,)
_ANSWERED: tuple[Check, ...] = (*_UNANSWERED, owner_gaps, requirement_gaps, force_gaps, scope_gaps)


def checks_of(elements: Iterable[ElementResult]) -> tuple[Check, ...]:
    """The checks for an obligation; all but one look at its answers, and have nothing to say where there is none."""
    answered = any(element.status is Status.ADDRESSED for element in elements)
    return _ANSWERED if answered else _UNANSWERED
