"""The portfolio: how very many plans answer one decision, as one page of bounded size."""

from dfjlint.reporters.portfolio.model import (
    Answer,
    Counts,
    Failed,
    GapCase,
    Group,
    HeatRow,
    ObligationLine,
    PlanLine,
    Portfolio,
    Words,
)

__all__ = [
    "Answer",
    "Counts",
    "Failed",
    "GapCase",
    "Group",
    "HeatRow",
    "ObligationLine",
    "PlanLine",
    "Portfolio",
    "Words",
]
