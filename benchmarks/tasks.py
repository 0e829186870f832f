"""What is measured in a process of its own; prints its numbers as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import dfjlint.cli  # noqa: F401 — the garbage collector works as in the command
from benchmarks.packs import multiplied
from dfjlint.api import check_bytes, pack_index, report_of
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.locate import find_pack
from dfjlint.workspace.judge import Bench, FileTask, judge
from dfjlint.workspace.packs import PackSource

PACK = "fujian-2018"
_BATCHES = 10


def floor(folder: str) -> dict[str, float]:
    """Batch by batch: reading, OpenCC and rjieba alone against the whole check, in processor time."""
    from opencc import OpenCC  # noqa: TID251 — the floor is the library itself
    from rjieba import Jieba  # noqa: TID251

    converter, cutter = OpenCC("t2s"), Jieba()
    index = pack_index(PACK)
    paths = sorted(Path(folder).iterdir())

    def least(path: Path) -> None:
        cutter.cut(converter.convert(path.read_bytes().decode("utf-8")), False)

    whole = _checked_with(index)
    _seconds(least, paths[:1])
    _seconds(whole, paths[:1])
    size = -(-len(paths) // _BATCHES)
    batches = [paths[start : start + size] for start in range(0, len(paths), size)]
    pairs = [(_seconds(least, batch), _seconds(whole, batch)) for batch in batches]
    characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    return {
        "ratio": median([check / bottom for bottom, check in pairs]),
        "floor": sum(bottom for bottom, _ in pairs),
        "check": sum(check for _, check in pairs),
        "plans": len(paths),
        "characters": characters,
        "memory": _memory(),
    }


def jobs(folder: str, count: str) -> dict[str, float]:
    """Wall time of the check of a folder in one process, or in several."""
    paths = sorted(Path(folder).iterdir())
    start = time.perf_counter()
    bench = Bench(PackSource(find_pack(PACK), None), None, int(count))
    checked = sum(report.readable for report in judge([FileTask(path.name, path) for path in paths], bench))
    return {"seconds": time.perf_counter() - start, "checked": checked}


def length(path: str, repeats: str) -> dict[str, float]:
    """Processor time and memory of the check of one plan."""
    index = pack_index(PACK)
    data = Path(path).read_bytes()
    check_bytes(data[:3000].decode("utf-8", "ignore").encode(), "plan.txt", index)
    times = [_seconds(_checked_with(index), [Path(path)]) for _ in range(int(repeats))]
    return {"seconds": median(times), "memory": _memory(), "characters": len(data.decode("utf-8"))}


def rules(folder: str, times: str) -> dict[str, float]:
    """Processor time of a check with the rules of the pack, and with so many times as many."""
    paths = sorted(Path(folder).iterdir())
    few = pack_index(PACK)
    many = ConceptIndex(multiplied(few.pack, int(times)))
    for index in (few, many):
        check_bytes(paths[0].read_bytes(), "plan.txt", index)
    pairs = [(_seconds(_checked_with(few), [path]), _seconds(_checked_with(many), [path])) for path in paths]
    return {
        "ratio": median([second / first for first, second in pairs]),
        "seconds": median([first for first, _ in pairs]),
        "rules": len(many.pack.obligations),
    }


def html(folder: str) -> dict[str, float]:
    """Processor time and size of the HTML report on all plans of a folder."""
    from dfjlint.reporters import reporter

    index = pack_index(PACK)
    paths = sorted(Path(folder).iterdir())
    report = report_of(index.pack, [check_bytes(path.read_bytes(), path.name, index) for path in paths])
    render = reporter("html")
    render(report, "zh-Hans")
    start = time.process_time()
    page = render(report, "zh-Hans")
    return {"seconds": time.process_time() - start, "bytes": len(page), "plans": len(paths)}


def _checked_with(index: ConceptIndex) -> Callable[[Path], object]:
    return lambda path: check_bytes(path.read_bytes(), path.name, index)


def _seconds(work: Callable[[Path], object], paths: list[Path]) -> float:
    start = time.process_time()
    for path in paths:
        work(path)
    return time.process_time() - start


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


_TASKS: dict[str, Callable[..., dict[str, float]]] = {
    "floor": floor,
    "jobs": jobs,
    "length": length,
    "rules": rules,
    "html": html,
}

if __name__ == "__main__":
    print(json.dumps(_TASKS[sys.argv[1]](*sys.argv[2:])))
