"""Titles of documents in a text: 《…》."""

from __future__ import annotations

import re

# One title may stand in another: 《关于印发《…》的通知》.
_TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*+》)*+》")


def title_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Norm ranges of all titles, brackets included, in order; a bracket without its pair is none."""
    return tuple(match.span() for match in _TITLE.finditer(text))
