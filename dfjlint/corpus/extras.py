"""Says in one line what to install when a library of an extra is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dfjlint.errors import UsageError


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around the imports of an extra.

    Raises:
        UsageError: if one of them is not installed.
    """
    try:
        yield
    except ImportError as error:
        name = error.name.partition(".")[0] if error.name else "a library"
        raise UsageError(f"{name} is not installed", "corpus", f'run: pip install "dfjlint[{extra}]"') from error
