"""What the portfolio shows: counts over all plans, and as many examples as a page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dfjlint.model.report import Coverage, Message

#: What is answered first, what is left last.
ORDER = tuple(
    coverage.value
    for coverage in (
        Coverage.COVERED,
        Coverage.PARTIAL,
        Coverage.MISSING,
        Coverage.CONTRADICTED,
        Coverage.UNDETERMINED,
    )
)
NOT_APPLICABLE = "not-applicable"
_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: x and width in thousandths."""

    coverage: str
    count: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Verdicts by coverage; those on obligations that do not apply are counted on their own."""

    covered: int = 0
    partial: int = 0
    missing: int = 0
    contradicted: int = 0
    undetermined: int = 0
    not_applicable: int = 0

    @property
    def total(self) -> int:
        """Verdicts on obligations that apply, or may do so."""
        return sum(count for _, count in self.pairs())

    @property
    def percent(self) -> int:
        """Covered ones of a hundred, rounded down so that 100 means all; 0 if there are none."""
        return self.covered * 100 // self.total if self.total else 0

    def pairs(self) -> tuple[tuple[str, int], ...]:
        """Coverage → count, in the order of bars."""
        counts = (self.covered, self.partial, self.missing, self.contradicted, self.undetermined)
        return tuple(zip(ORDER, counts, strict=True))

    def segments(self) -> Iterator[Segment]:
        """The parts of a bar; coverages that do not occur have none."""
        before = 0
        for coverage, count in self.pairs():
            if count:
                x = _WIDTH * before // self.total
                before += count
                yield Segment(coverage, count, x, _WIDTH * before // self.total - x)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan with its counts.

    Args:
        name: as the manifest has it.
        title: empty if nobody knows it.
        issuer, year: empty if nobody knows.
    """

    name: str
    title: str
    issuer: str
    year: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Group:
    """Plans that have something in common: an issuer, a year.

    Args:
        name: empty for plans of which nobody knows it.
    """

    name: str
    plans: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row of the heat map: one plan, or the plans of a group.

    Args:
        plans: how many; 1 and `single` for a plan of its own.
        cells: one for each obligation; None where there is no verdict.
    """

    name: str
    plans: int
    single: bool
    counts: Counts
    cells: tuple[Counts | None, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a plan with their place, and what they are: evidence for an element, or near to one.

    Args:
        element: what they are evidence for; empty if they are only near.
        why: why they fall short; None if nothing more is known.
    """

    quote: str
    locator: str
    element: str = ""
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a plan does about an element."""

    element: str
    status: str


@dataclass(frozen=True, slots=True)
class GapCase:
    """One plan that does not cover an obligation.

    Args:
        reasons: gap code → what is wrong.
        words: the words of the plan for it, or near to it.
    """

    plan: str
    title: str
    issuer: str
    year: str
    coverage: str
    reasons: tuple[tuple[str, Message], ...]
    answers: tuple[Answer, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ObligationLine:
    """An obligation with its counts over all plans.

    Args:
        gaps: examples, worst first.
        more: how many more plans have a gap here.
    """

    id: str
    cite: str
    quote: str
    counts: Counts
    gaps: tuple[GapCase, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A document without a verdict, and why."""

    name: str
    kind: str
    message: Message


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the page shows.

    Args:
        documents: of the corpus; `judged` of them have a verdict, `failed` were tried in vain.
        spread: plans by share of covered obligations: below 10%, below 20%, … up to 100%.
        plans: those with the lowest share first; if there are too many, the lowest and the highest.
        plans_left: how many stand between them.
        heat: rows of the heat map; plans, or groups of plans where there are too many.
        heat_by: plan, issuer or year.
        heat_left: plans that no row has.
        failures: some of the failed ones.
    """

    tool_version: str
    pack_id: str
    pack_version: str
    pack_sha256: str
    instrument: str
    documents: int
    judged: int
    failed: int
    counts: Counts
    spread: tuple[int, ...]
    obligations: tuple[ObligationLine, ...]
    plans: tuple[PlanLine, ...]
    plans_left: int
    issuers: tuple[Group, ...]
    issuers_left: int
    years: tuple[Group, ...]
    heat: tuple[HeatRow, ...]
    heat_by: str
    heat_left: int
    failures: tuple[Failed, ...]

    @property
    def uncovered(self) -> tuple[ObligationLine, ...]:
        """Obligations that apply to some plan and that none covers."""
        return tuple(line for line in self.obligations if line.counts.total and not line.counts.covered)

    @property
    def waiting(self) -> int:
        """Documents that have not been looked at yet."""
        return self.documents - self.judged - self.failed
