"""The progress bar on stderr: how many of how many, how fast, how much longer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import ProgressColumn


class Tick(Protocol):
    """What is to be called when files are done, from any thread."""

    def __call__(self, count: int = 1) -> None:
        """So many more are done."""


@contextmanager
def progress(total: int, done: int = 0) -> Iterator[Tick]:
    """A bar for several files, on a terminal.

    Args:
        done: how many were done before.
    """
    if total < 2 or not os.isatty(2):
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(*_columns(), console=Console(stderr=True), transient=True, speed_estimate_period=60) as bar:
        task = bar.add_task("", total=total, completed=done)
        yield lambda count=1: bar.advance(task, count)


def _nothing(count: int = 1) -> None:
    """No bar, no step."""


def _columns() -> tuple[ProgressColumn, ...]:
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second, over the last minute."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "–/s", style="progress.data.speed")

    return (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
