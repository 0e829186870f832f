"""Runs over a corpus in which workers hang, workers are killed and the command itself is killed."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import psutil
import pyarrow.parquet
import pytest

from tests.e2e.command import dfjlint
from tests.e2e.repository import FULL, POOR, Repository

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc to see who reads what")
PLANS = 8
_PATIENCE = 90
_Found = TypeVar("_Found")


def _until(found: Callable[[], _Found | None]) -> _Found:
    """What is found in the end."""
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        result = found()
        if result:
            return result
        time.sleep(0.05)
    raise AssertionError("nothing happened")


@dataclass
class Valve:
    """A document that comes through a pipe: whoever reads it waits until the test lets it go on."""

    path: Path
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        os.mkfifo(self.path)

    def reader(self) -> psutil.Process:
        """The process that waits for the document."""
        self._ends.append(_until(self._open))
        return _until(self._who)

    def close(self) -> None:
        """Let go of whoever reads."""
        while self._ends:
            os.close(self._ends.pop())

    def give(self, text: str) -> None:
        """Let the next reader have the document."""
        self.reader()
        self.answer(text)

    def answer(self, text: str) -> None:
        """Let the reader of now have the document; the pipe stays as old as it was."""
        before = self.path.stat()
        os.write(self._ends[-1], text.encode())
        self.close()
        os.utime(self.path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def _open(self) -> int | None:
        # Without a reader this fails.
        with contextlib.suppress(OSError):
            return os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)
        return None

    def _who(self) -> psutil.Process | None:
        for process in psutil.process_iter():
            with contextlib.suppress(OSError, psutil.Error):
                links = [str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()]
                if process.pid != os.getpid() and str(self.path) in links:
                    return process
        return None


@pytest.fixture
def home(tmp_path: Path) -> Repository:
    names = [f"plan{number}" for number in range(PLANS)]
    home = Repository(tmp_path, **{name: FULL if number % 2 else POOR for number, name in enumerate(names)})
    home.write("corpus.txt", "".join(f"plans/{name}.txt\n" for name in (*names, "last")))
    return home


@pytest.fixture
def last(home: Repository) -> Iterator[Valve]:
    valve = Valve(home.folder / "plans" / "last.txt")
    yield valve
    valve.close()


def _command(*more: str) -> tuple[str, ...]:
    options = ("--pack", "packs/rules/small", "--out", "out", "--batch", "2", "-j", "2", "--lang", "en")
    return ("corpus", "run", "corpus.txt", *options, *more)


@contextlib.contextmanager
def _started(home: Repository, *more: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "dfjlint", *_command(*more)]
    with subprocess.Popen(
        command, cwd=home.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _verdicts(home: Repository) -> dict[str, str]:
    """Document → failure, empty for a verdict; each document stands in one shard."""
    names = []
    for path in _shards(home):
        rows = pyarrow.parquet.read_table(path).to_pylist()
        names += sorted({(row["document"].removeprefix("plans/"), row["failure"]) for row in rows})
    assert len(names) == len(dict(names))
    return dict(names)


def _shards(home: Repository) -> dict[Path, int]:
    """Finished results, and when they were written."""
    return {path: path.stat().st_mtime_ns for path in (home.folder / "out" / "shards").rglob("[!.]*.parquet")}


def _good(*others: str) -> dict[str, str]:
    return dict.fromkeys([*(f"plan{number}.txt" for number in range(PLANS)), *others], "")


def test_a_document_that_hangs_is_reported_and_the_others_are_done(home: Repository, last: Valve) -> None:
    result = home.run(*_command("--time-limit", "2"))
    assert result.returncode == 2
    assert "plans/last.txt: time-limit: The check took longer than 2 seconds, twice" in result.stderr
    assert _verdicts(home) == _good() | {"last.txt": "time-limit"}
    table = list(csv.reader(io.StringIO((home.folder / "out" / "failures.csv").read_text("utf-8-sig"))))
    assert [row[:2] for row in table] == [["document", "failure"], ["plans/last.txt", "time-limit"]]


def test_a_document_whose_worker_is_killed_is_tried_again(home: Repository, last: Valve) -> None:
    with _started(home) as run:
        hand = last.reader()
        hand.kill()
        last.close()
        hand.wait(_PATIENCE)
        last.give(FULL)
        assert run.wait(_PATIENCE) == 0
    assert _verdicts(home) == _good("last.txt")


def test_a_document_that_kills_its_workers_is_reported(home: Repository, last: Valve) -> None:
    with _started(home) as run:
        for _ in range(2):
            hand = last.reader()
            hand.kill()
            last.close()
            hand.wait(_PATIENCE)
        assert run.wait(_PATIENCE) == 2
    assert _verdicts(home) == _good() | {"last.txt": "died"}


def test_a_killed_run_goes_on_and_repeats_nothing(home: Repository, last: Valve) -> None:
    with _started(home) as run:
        worker = last.reader()
        _until(lambda: len(_shards(home)) == PLANS // 2)
        run.kill()
        run.wait()
        before = _shards(home)
        last.close()
        worker.wait(_PATIENCE)
    last.path.unlink()
    home.write("plans/last.txt", FULL)
    result = home.run(*_command())
    assert (result.returncode, result.stderr) == (0, "")
    after = _shards(home)
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + 1
    assert _verdicts(home) == _good("last.txt")


def test_a_finished_run_does_nothing_again_and_a_new_document_only_itself(home: Repository) -> None:
    home.write("plans/last.txt", FULL)
    first = home.run(*_command())
    assert (first.returncode, first.stdout) == (0, "out: 9 of 9 documents have a verdict\n")
    before = _shards(home)
    account = (home.folder / "out" / "run.json").read_bytes()
    assert home.run(*_command()).returncode == 0
    assert (_shards(home), (home.folder / "out" / "run.json").read_bytes()) == (before, account)
    home.write("plans/new.txt", POOR)
    home.write("corpus.txt", "plans/new.txt\n" + (home.folder / "corpus.txt").read_text(encoding="utf-8"))
    assert home.run(*_command()).returncode == 0
    assert _verdicts(home) == _good("last.txt", "new.txt")
    assert _shards(home).items() > before.items()


def test_documents_without_a_verdict_are_tried_again_when_asked(home: Repository) -> None:
    assert home.run(*_command()).returncode == 2
    assert _verdicts(home)["last.txt"] == "unreadable"
    home.write("corpus.txt", "plans/none.txt\nplans/plan0.txt\n")
    first = home.run(*_command())
    count = len(_shards(home))
    second = home.run(*_command("--retry-failed"))
    assert (first.returncode, second.returncode) == (2, 2)
    assert first.stderr == second.stderr
    assert "plans/none.txt: unreadable" in second.stderr
    assert len(_shards(home)) == count


def test_a_cluster_loses_a_worker_and_no_document(home: Repository, last: Valve) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
        with _started(home, *engine) as run:
            hand = last.reader()
            _until(lambda: len(_shards(home)) == PLANS // 2)
            before = _shards(home)
            worker = psutil.Process(hand.ppid())
            assert worker.pid in {nanny.pid for nanny in cluster.workers.values()}
            worker.kill()
            last.close()
            # The process for the documents ends by itself when nobody waits for it.
            hand.wait(_PATIENCE)
            last.give(FULL)
            assert run.wait(_PATIENCE) == 0
    after = _shards(home)
    assert {path: after[path] for path in before} == before
    assert _verdicts(home) == _good("last.txt")


def test_a_cluster_finishes_what_is_under_way_when_the_command_is_killed(home: Repository, last: Valve) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
        with _started(home, *engine) as run:
            last.reader()
            _until(lambda: len(_shards(home)) == PLANS // 2)
            run.kill()
        last.answer(FULL)
        _until(lambda: len(_shards(home)) == PLANS // 2 + 1)
        before = _shards(home)
        result = home.run(*_command(*engine))
    assert (result.returncode, result.stderr) == (0, "")
    assert _shards(home) == before
    assert _verdicts(home) == _good("last.txt")


def test_a_document_that_ends_the_workers_of_a_cluster_is_found(home: Repository, last: Valve) -> None:
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address, "--batch", "3")
        with _started(home, *engine) as run:
            # First in its task, then alone.
            for _ in range(2):
                hand = last.reader()
                psutil.Process(hand.ppid()).kill()
                last.close()
                hand.wait(_PATIENCE)
            assert run.wait(_PATIENCE) == 2
    assert _verdicts(home) == _good() | {"last.txt": "died"}


def test_without_a_scheduler_the_message_says_so(home: Repository) -> None:
    home.write("plans/last.txt", FULL)
    result = home.run(*_command("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"))
    assert result.returncode == 2
    assert "there is no scheduler at this address" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("missing", ["pyarrow", "fsspec", "duckdb", "distributed"])
def test_without_the_extra_one_line_says_what_to_install(home: Repository, missing: str) -> None:
    home.write("plans/last.txt", FULL)
    home.write(f"shadow/{missing}.py", f"raise ModuleNotFoundError('no', name={missing!r})")
    commands = {
        "fsspec": ("corpus", "run", "plans/*.txt", "--out", "out"),
        "duckdb": ("corpus", "report", "out"),
        "distributed": _command("--engine", "dask"),
    }
    if missing == "duckdb":
        assert home.run(*_command()).returncode == 0
    extra = "dask" if missing == "distributed" else "corpus"
    result = subprocess.run(
        [sys.executable, "-m", "dfjlint", *commands.get(missing, _command())],
        cwd=home.folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, ["shadow", os.environ.get("PYTHONPATH")]))},
    )
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        f'dfjlint: corpus: {missing} is not installed — run: pip install "dfjlint[{extra}]"'
    ]


def test_plain_commands_need_no_extra(home: Repository) -> None:
    shadows = "".join(f"sys.modules[{name!r}] = None\n" for name in ("pyarrow", "fsspec", "duckdb", "distributed"))
    script = f"import sys\n{shadows}sys.argv = ['dfjlint', 'check', 'plans']\nfrom dfjlint.cli.app import main\nmain()"
    result = subprocess.run([sys.executable, "-c", script], cwd=home.folder, capture_output=True, encoding="utf-8")
    assert (result.returncode, result.stderr) == (1, "")


def test_help_needs_no_extra(tmp_path: Path) -> None:
    assert dfjlint("corpus", "run", "--help", cwd=tmp_path).returncode == 0
