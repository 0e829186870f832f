"""Counts how far verdicts and labels agree."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """hits of total, with the 95 % interval of Wilson (1927); value is 0 where total is 0."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """hits / total."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson score interval at 95 %."""
        if not self.total:
            return 0.0, 1.0
        z, n, p = 1.959964, self.total, self.value
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} ({low:.2f}–{high:.2f})"

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.hits + other.hits, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Detection:
    """Precision and recall of finding one thing (a gap, a missing obligation)."""

    precision: Ratio
    recall: Ratio

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: Detection) -> Detection:
        return Detection(self.precision + other.precision, self.recall + other.recall)


def detection(pairs: Iterable[tuple[bool, bool]]) -> Detection:
    """Precision and recall from (predicted, labelled) pairs."""
    both = said = true = 0
    for predicted, labelled in pairs:
        both += predicted and labelled
        said += predicted
        true += labelled
    return Detection(Ratio(both, said), Ratio(both, true))


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960) of (predicted, labelled) categories; 1 where both have one same category."""
    total = len(pairs)
    names = {name for pair in pairs for name in pair}
    agreed = sum(a == b for a, b in pairs) / total
    chance = sum(sum(a == name for a, _ in pairs) * sum(b == name for _, b in pairs) for name in names) / (
        total * total
    )
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
