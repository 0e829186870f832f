"""The parts of the benchmark: what each measures, and its budgets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.clock import Bench, ratio
from benchmarks.plans import LENGTH, PHRASE, ROOT, measures, plan, real_plans, write_plans
from benchmarks.results import Row

_EXAMPLE = ROOT / "examples" / "plan-2019.txt"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    Args:
        repeats: of each start of Python.
        plans: for the throughput.
        few: plans where one is measured at a time.
        growth: how many times as long the long plans are.
        longest: characters of the plan whose memory is measured.
        rules: how many times as many rules.
    """

    repeats: int
    plans: int
    few: int
    growth: tuple[int, ...]
    longest: int
    rules: int


FULL = Scale(repeats=9, plans=1000, few=20, growth=(10, 100), longest=1_000_000, rules=10)
QUICK = Scale(repeats=1, plans=2, few=1, growth=(2,), longest=20_000, rules=2)


def cold(bench: Bench, scale: Scale) -> Iterator[Row]:
    """One plan in a new process, no result kept from before."""
    spacy = bench.seconds(scale.repeats, "-c", "import spacy")
    asking = bench.folder / "asking.txt"
    asking.write_text(_EXAMPLE.read_text(encoding="utf-8").rstrip() + f"\n{PHRASE}\n", encoding="utf-8")
    kept = bench.folder / "kept"
    for what, path, budget in (("", _EXAMPLE, 1.5), (" that needs spaCy", asking, 1.5)):
        times = []
        for _ in range(scale.repeats + 1):
            _forget(kept)
            times.append(bench.python(*_check(path, "--cache-dir", str(kept))).seconds)
        yield _start("cold", f"cold check of a plan{what} / import spacy", times[1:], spacy, budget)
    times = bench.seconds(scale.repeats, *_check(_EXAMPLE, "--no-cache"))
    yield _start("cold", "the same, rules read from YAML / import spacy", times, spacy, None)


def cached(bench: Bench, scale: Scale) -> Iterator[Row]:
    """A check of a plan that has not changed."""
    typer = bench.seconds(scale.repeats, "-c", "import typer")
    times = bench.seconds(scale.repeats + 1, *_check(_EXAMPLE, "--cache-dir", str(bench.folder / "again")))
    yield _start("cached", "cached check of a plan / import typer", times[1:], typer, 1.5)


def throughput(bench: Bench, scale: Scale) -> Iterator[Row]:
    """Many different plans, in one process and in two."""
    folder = bench.folder / "many"
    write_plans(folder, measures(real_plans()), scale.plans)
    found = bench.task("floor", str(folder))
    per_plan = found["check"] / found["plans"] * 1000
    behind = f"{per_plan:.1f} ms a plan of {found['characters'] / found['plans']:.0f} characters"
    what = "check / reading, OpenCC and rjieba alone"
    yield Row("throughput", what, found["ratio"], budget=3, detail=f"{behind}, {found['plans']:.0f} plans, one core")
    yield _memory("peak memory of a worker", found["memory"], 250)
    alone, both = (bench.task("jobs", str(folder), count)["seconds"] for count in ("1", "2"))
    seconds = f"{alone:.1f} s and {both:.1f} s of wall time, start of the processes included"
    yield Row("throughput", "speed of two processes / one", alone / both, budget=1.7, at_least=True, detail=seconds)


def growth(bench: Bench, scale: Scale) -> Iterator[Row]:
    """A longer plan, and more rules."""
    pool = measures(real_plans())
    seconds = {}
    for times in (1, *scale.growth):
        path = bench.folder / f"long-{times}.txt"
        path.write_text(plan(pool, 1, LENGTH * times), encoding="utf-8")
        repeats = max(1, 2 * scale.repeats // times) if scale.repeats > 1 else 1
        seconds[times] = bench.task("length", str(path), str(repeats + (times > 1)))["seconds"]
    for times in scale.growth:
        detail = f"{seconds[1] * 1000:.0f} ms and {seconds[times]:.2f} s"
        what = f"plan {times} times as long / time for {LENGTH:,} characters"
        yield Row("growth", what, seconds[times] / seconds[1], budget=1.1 * times, detail=detail)
    folder = bench.folder / "few"
    write_plans(folder, pool, scale.few)
    found = bench.task("rules", str(folder), str(scale.rules))
    detail = f"{found['rules']:.0f} rules, {found['seconds'] * 1000:.0f} ms a plan before"
    yield Row("growth", f"{scale.rules} times the rules / time before", found["ratio"], budget=1.5, detail=detail)


def memory(bench: Bench, scale: Scale) -> Iterator[Row]:
    """One very long plan."""
    path = bench.folder / "longest.txt"
    path.write_text(plan(measures(real_plans()), 2, scale.longest), encoding="utf-8")
    found = bench.task("length", str(path), "1")
    seconds = f"{found['seconds']:.1f} s of processor time"
    yield _memory(f"peak memory for a plan of {scale.longest:,} characters", found["memory"], 500, seconds)


def html(bench: Bench, scale: Scale) -> Iterator[Row]:
    """The HTML report on one plan and on some."""
    pool = measures(real_plans())
    for count in dict.fromkeys((1, scale.few)):
        folder = bench.folder / f"html-{count}"
        write_plans(folder, pool, count)
        found = bench.task("html", str(folder))
        noun = "plan" if count == 1 else "plans"
        yield Row("html", f"HTML report on {count} {noun}", found["seconds"], "s")
        yield Row("html", f"its size, {count} {noun}", found["bytes"] / _MEGABYTE, "MB")


PARTS: Mapping[str, Callable[[Bench, Scale], Iterator[Row]]] = {
    "cold": cold,
    "cached": cached,
    "throughput": throughput,
    "growth": growth,
    "memory": memory,
    "html": html,
}


def _check(path: Path, *options: str) -> tuple[str, ...]:
    return ("-c", "from dfjlint.cli.app import main; main()", "check", str(path), "--isolated", *options)


def _forget(kept: Path) -> None:
    """Removes results; the compiled pack stays."""
    for kind in ("DocumentReport", "Kept"):
        shutil.rmtree(kept / kind, ignore_errors=True)


def _start(part: str, what: str, times: list[float], least: list[float], budget: float | None) -> Row:
    detail = f"{median(times) * 1000:.0f} ms and {median(least) * 1000:.0f} ms"
    return Row(part, what, ratio(times, least), budget=budget, detail=detail)


def _memory(what: str, size: float, budget: float, detail: str = "") -> Row:
    return Row("memory", what, size / _MEGABYTE, "MB", budget, detail=detail)
