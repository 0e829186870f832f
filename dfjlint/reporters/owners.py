"""Names the bodies that are charged with measures, in the script of the plan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dfjlint.model.plan import Owner
from dfjlint.model.report import Passage
from dfjlint.reporters.fold import fold
from dfjlint.reporters.shown import one_line, within


class OwnerNames:
    """The names of bodies as a plan prints them.

    Args:
        passages: of the plan, in order.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._starts = [passage.span.start for passage in passages]

    def of(self, owner: Owner) -> str:
        """The full name of a body, with the characters of the plan for as much of it as the plan prints."""
        position = bisect_right(self._starts, owner.span.start) - 1
        if position < 0:
            return owner.name
        passage = self._passages[position]
        printed = one_line(within(owner.span, passage.text, passage.span.start))
        ending = fold(printed)
        return owner.name.removesuffix(ending) + printed if owner.name.endswith(ending) else owner.name
