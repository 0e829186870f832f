"""Runs the command in a subprocess, as a user does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def dfjlint(*arguments: str, cwd: Path, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """The finished process of `python -m dfjlint …`; output decoded as UTF-8."""
    return subprocess.run(
        [python, "-m", "dfjlint", *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
