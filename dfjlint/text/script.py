"""One script: Traditional characters to Simplified ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dfjlint.text.widths import paired


@cache
def traditional_table() -> Mapping[str, str]:
    """Every Traditional character with its Simplified form."""
    return paired("traditional")
