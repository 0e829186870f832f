"""The plan's own text, cut where evidence begins and ends, each run with the obligations it answers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dfjlint.model.plan import Zone
from dfjlint.model.report import Evidence, ObligationResult, Passage, Status
from dfjlint.model.source import Span
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.measures import MeasureLink, Measures
from dfjlint.reporters.shown import shown_characters

# The strongest thing that is said of a run decides how it is marked.
_LEVELS = ("contradicted", "addressed", "mentioned", "near")


@dataclass(frozen=True, slots=True)
class Use:
    """A place of the plan that an obligation's verdict names."""

    span: Span
    measure: int
    obligation: str
    level: str


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text of one passage.

    Args:
        anchor: id, empty if no evidence begins here.
        level: "addressed", "mentioned", "contradicted", "near"; empty for text that no verdict names.
        obligations: ids, in order; links lead to the first.
    """

    text: str
    anchor: str = ""
    level: str = ""
    obligations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageView:
    """A paragraph of the plan."""

    zone: str
    locator: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The paragraphs of one measure, or one paragraph outside the measures.

    Args:
        anchor: id of the measure, empty outside the measures and where a measure goes on.
        obligations: ids that its evidence answers, in order.
    """

    anchor: str
    measure: MeasureLink | None
    passages: tuple[PassageView, ...]
    obligations: tuple[str, ...]


class PlanText:
    """The text of one plan with everything that the verdicts say of it."""

    def __init__(self, passages: Sequence[Passage], results: Sequence[ObligationResult]) -> None:
        self._passages = [passage for passage in passages if passage.zone is not Zone.CHROME]
        self._order = {result.id: number for number, result in enumerate(results)}
        self._uses = list(_uses(results))
        self._begins = [passage.span.start for passage in self._passages]
        begins = {use.span.start for use in self._uses}
        self.starts = frozenset(
            start for start in begins if any(part.span.start <= start < part.span.end for part in self._passages)
        )

    def locator(self, start: int) -> str:
        """The locator of the passage that a source offset stands in; empty if it stands in none."""
        number = bisect_right(self._begins, start) - 1
        return self._passages[number].locator if number >= 0 else ""

    def groups(self, anchors: Anchors, measures: Measures) -> tuple[Group, ...]:
        """The paragraphs in order, those of a measure together; page furniture is left out."""
        groups = []
        begun: set[int] = set()
        used: set[int] = set()
        for members in _by_measure(self._passages):
            index = members[0].measure
            first = index >= 0 and index not in begun
            begun.add(index)
            groups.append(
                Group(
                    anchor=anchors.measure(index) if first else "",
                    measure=measures.link(index),
                    passages=tuple(self._view(passage, anchors, used) for passage in members),
                    obligations=self._answered(members),
                )
            )
        return tuple(groups)

    def _view(self, passage: Passage, anchors: Anchors, used: set[int]) -> PassageView:
        """A passage; an offset that another passage has used as an anchor is not used again."""
        begin, end = passage.span.start, passage.span.end
        here = [use for use in self._uses if use.span.overlaps(passage.span)]
        edges = {begin, end} | {edge for use in here for edge in (use.span.start, use.span.end) if begin < edge < end}
        shown = shown_characters(passage.text)
        cuts = sorted(edges)
        runs = []
        for start, stop in pairwise(cuts):
            text = "".join(shown[start - begin : stop - begin])
            uses = [use for use in here if use.span.start <= start and stop <= use.span.end]
            anchor = start in self.starts and start not in used
            used.add(start)
            runs.append(self._run(text, uses, anchors.text(start) if anchor else ""))
        return PassageView(passage.zone.value, passage.locator, tuple(runs))

    def _run(self, text: str, uses: Sequence[Use], anchor: str) -> Run:
        if not uses:
            return Run(text, anchor)
        level = min((use.level for use in uses), key=_LEVELS.index)
        uses = sorted(uses, key=lambda use: (_LEVELS.index(use.level), self._order[use.obligation]))
        return Run(text, anchor, level, tuple(dict.fromkeys(use.obligation for use in uses)))

    def _answered(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """Ids that the passages answer; an answer of the plan as a whole is none of a measure."""
        ids = {
            use.obligation
            for use in self._uses
            if use.level == "addressed"
            and any(use.measure == passage.measure and use.span.overlaps(passage.span) for passage in passages)
        }
        return tuple(sorted(ids, key=self._order.__getitem__))


def answered_by(results: Iterable[ObligationResult]) -> Mapping[int, tuple[str, ...]]:
    """Measure → ids of the obligations that it answers or contradicts, in order."""
    return _by_number(results, (Status.ADDRESSED, Status.CONTRADICTED))


def touched_by(results: Iterable[ObligationResult]) -> Mapping[int, tuple[str, ...]]:
    """Measure → ids of the obligations that it answers, contradicts or mentions, in order."""
    return _by_number(results, tuple(Status))


def _by_number(results: Iterable[ObligationResult], statuses: Sequence[Status]) -> Mapping[int, tuple[str, ...]]:
    ids: dict[int, dict[str, None]] = defaultdict(dict)
    for result in results:
        for element in result.elements:
            for index in element.measures if element.status in statuses else ():
                ids[index][result.id] = None
    return {index: tuple(found) for index, found in ids.items()}


def _by_measure(passages: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Neighbouring passages of one measure together, every other passage alone."""
    numbered = enumerate(passages)
    for _, part in groupby(numbered, key=lambda pair: pair[1].measure if pair[1].measure >= 0 else -1 - pair[0]):
        yield tuple(passage for _, passage in part)


def _uses(results: Iterable[ObligationResult]) -> Iterator[Use]:
    for result in results:
        for element in result.elements:
            for found in element.spots:
                yield Use(found.span, found.measure, result.id, element.status.value)
        others: list[Evidence] = [near.evidence for near in result.nearest]
        others += [gap.evidence for gap in result.gaps if gap.evidence]
        for other in others:
            yield Use(other.span, other.measure, result.id, "near")
