"""What was measured, beside the budget it was measured against."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Args:
        part: of the benchmark: cold, cached, throughput, growth, memory, html.
        what: was measured, against what.
        value: the ratio or the size.
        unit: × for a ratio, MB, s.
        budget: the limit; None where there is none.
        at_least: True if the value should be at least the budget, False if at most.
        detail: the numbers behind a ratio.
    """

    part: str
    what: str
    value: float
    unit: str = "×"
    budget: float | None = None
    at_least: bool = False
    detail: str = ""

    @property
    def use(self) -> float | None:
        """How much of the budget is used up: 1 is all of it; None without a budget."""
        if self.budget is None:
            return None
        return self.budget / self.value if self.at_least else self.value / self.budget

    @property
    def verdict(self) -> str:
        """Whether the budget is met, or by how much it is missed."""
        if self.use is None:
            return ""
        return "met" if self.use <= 1 else f"missed, {self.use:.3g} times the budget"


def machine() -> dict[str, str]:
    """What the numbers hold for; nothing that tells whose machine it is."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
    }


def as_json(rows: list[Row], where: dict[str, str]) -> dict[str, object]:
    """Everything, for a file."""
    return {"machine": where, "results": [asdict(row) | {"verdict": row.verdict} for row in rows]}


def as_table(rows: list[Row], where: dict[str, str]) -> str:
    """Everything as Markdown."""
    lines = [
        f"{where['processor']}, {where['cores']} cores, {where['python']}, {where['system']}.",
        "",
        "| measured | result | budget | | behind it |",
        "|---|---:|---:|---|---|",
    ]
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        budget = f"{sign} {row.budget:g} {row.unit}" if row.budget is not None else ""
        lines.append(f"| {row.what} | {shown(row.value)} {row.unit} | {budget} | {row.verdict} | {row.detail} |")
    return "\n".join(lines)


def shown(value: float) -> str:
    """A number with three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n")
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown processor")
