"""The command `python -m benchmarks`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.clock import Bench
from benchmarks.parts import FULL, PARTS, QUICK, Scale
from benchmarks.plans import ROOT
from benchmarks.plot import plot
from benchmarks.results import Row, as_json, as_table, machine

BEGIN, END = "<!-- results -->", "<!-- end of results -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; the table goes to stdout, and with --write into the documentation."""
    options = _parser().parse_args(arguments)
    scale = QUICK if options.quick else FULL
    if options.repeats:
        scale = replace(scale, repeats=options.repeats)
    if options.plans:
        scale = replace(scale, plans=options.plans)
    rows = _measure(options.only or list(PARTS), scale)
    where = machine()
    print(as_table(rows, where))
    if options.write:
        write(Path(options.write), rows, where)
    return 0


def write(docs: Path, rows: list[Row], where: dict[str, str]) -> None:
    """Put the results into performance.json, performance.md and img/performance.svg of a folder."""
    (docs / "img").mkdir(parents=True, exist_ok=True)
    (docs / "performance.json").write_text(
        json.dumps(as_json(rows, where), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    (docs / "img" / "performance.svg").write_text(plot(rows), encoding="utf-8")
    page = docs / "performance.md"
    text = page.read_text(encoding="utf-8") if page.exists() else f"{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n{as_table(rows, where)}\n{END}{after}", encoding="utf-8")


def _measure(parts: Sequence[str], scale: Scale) -> list[Row]:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="dfjlint-benchmark-") as folder:
        bench = Bench(Path(folder))
        for part in parts:
            for row in PARTS[part](bench, scale):
                print(f"{row.what}: {row.value:.3g} {row.unit} {row.verdict}", file=sys.stderr, flush=True)
                rows.append(row)
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part only; repeatable")
    parser.add_argument("--repeats", type=int, default=0, help="how often each start of Python is measured")
    parser.add_argument("--plans", type=int, default=0, help="how many plans the throughput is measured on")
    parser.add_argument("--quick", action="store_true", help="everything once and small: shows that it works, not more")
    parser.add_argument("--write", metavar="FOLDER", nargs="?", const=str(ROOT / "docs"), help="write the results here")
    return parser


if __name__ == "__main__":
    sys.exit(main())
