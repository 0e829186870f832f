"""A check of many files whose workers are killed, or that is interrupted."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.e2e.repository import FULL, POOR, Repository

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills processes")
PLANS = 30
_PATIENCE = 90


@pytest.fixture
def home(tmp_path: Path) -> Repository:
    # Long enough that a worker is at work when it is killed.
    more = "".join(f"{number}. 完善第{number}个市县的政务内网、政务外网。\n" for number in range(1, 150))
    plans = {
        f"plan{number:02}": f"{FULL if number % 2 else POOR}（三）第{number}项。\n{more}" for number in range(PLANS)
    }
    return Repository(tmp_path, **plans)


@contextlib.contextmanager
def _started(home: Repository) -> Iterator[psutil.Popen]:
    command = [sys.executable, "-m", "dfjlint", "check", "plans", "-j", "2", "-f", "json:report.json"]
    run = psutil.Popen(command, cwd=home.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield run
    finally:
        if run.is_running():
            run.kill()


def _until(found: Callable[[], object]) -> None:
    limit = time.monotonic() + _PATIENCE
    while not found():
        assert time.monotonic() < limit
        time.sleep(0.02)


def _kept(home: Repository) -> set[Path]:
    folder = home.folder / ".dfjlint-cache" / "DocumentReport"
    return {path for path in folder.rglob("[!.]*") if path.is_file()}


def test_killed_workers_cost_no_verdict(home: Repository) -> None:
    with _started(home) as run:
        _until(lambda: _kept(home))
        workers = run.children()
        for worker in workers:
            worker.kill()
        assert run.wait(_PATIENCE) == 1
    documents = json.loads((home.folder / "report.json").read_bytes())["documents"]
    assert len(workers) == 2
    assert [entry["path"] for entry in documents] == [f"plans/plan{number:02}.txt" for number in range(PLANS)]
    assert all(entry["readable"] for entry in documents)


def test_an_interrupted_check_leaves_no_process_and_goes_on_from_the_cache(home: Repository) -> None:
    with _started(home) as run:
        _until(lambda: _kept(home))
        workers = run.children()
        run.send_signal(signal.SIGINT)
        assert run.wait(_PATIENCE) == 130
    assert not any(worker.is_running() for worker in workers)
    assert not (home.folder / "report.json").exists()
    before = _kept(home)
    assert 0 < len(before) < PLANS
    assert home.run("check", "plans", "-j", "2").returncode == 1
    assert before < _kept(home)
    assert len(_kept(home)) == PLANS
