"""Runs Python in processes of its own and says what each has used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.plans import ROOT


@dataclass(frozen=True, slots=True)
class Used:
    """What a process has used: seconds of processor time, bytes of memory at the most, what it printed."""

    seconds: float
    memory: int
    printed: str


class Bench:
    """Runs Python with everything it writes below one folder.

    Args:
        folder: for bytecode, caches and plans; it is left to the caller to remove it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._environment = kept | {
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONPATH": os.pathsep.join(paths),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }

    def python(self, *arguments: str) -> Used:
        """What `python ARGUMENTS` used."""
        command = [sys.executable, *arguments]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=self.folder, env=self._environment
        ) as process:
            assert process.stdout
            printed = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        scale = 1 if sys.platform == "darwin" else 1024
        return Used(used.ru_utime + used.ru_stime, used.ru_maxrss * scale, printed.decode())

    def seconds(self, repeats: int, *arguments: str) -> list[float]:
        """Processor time of a command, so many times over, after one run that does not count."""
        self.python(*arguments)
        return [self.python(*arguments).seconds for _ in range(repeats)]

    def task(self, name: str, *arguments: str) -> dict[str, float]:
        """The numbers that a function of benchmarks.tasks prints."""
        printed = self.python("-m", "benchmarks.tasks", name, *arguments).printed
        numbers: dict[str, float] = json.loads(printed)
        return numbers


def ratio(first: list[float], second: list[float]) -> float:
    """The ratio of the medians."""
    return median(first) / median(second)
