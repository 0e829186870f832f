"""Measures verdicts against labelled plans and words the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dfjlint.api import check_bytes
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.verdict import coverage_of
from dfjlint.errors import UsageError
from dfjlint.model.report import Coverage, ElementResult, ObligationResult, Status
from dfjlint.testing.baselines import baselines
from dfjlint.testing.labels import Labels, label_files, read_labels
from dfjlint.testing.metrics import Detection, Ratio, detection, kappa

_WAYS = (Coverage.COVERED, Coverage.PARTIAL, Coverage.MISSING)
# Labels know no contradiction: the guide calls a denied element not operative.
_LABEL_OF = {Status.CONTRADICTED: Status.MISSING}
_MANY = 4


@dataclass(frozen=True, slots=True)
class ElementError:
    """An element whose status differs from its label, with both texts."""

    obligation: str
    element: str
    predicted: str
    labelled: str
    predicted_text: str
    labelled_text: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The agreement of one plan (or, summed, of all).

    Args:
        coverage: verdict and label of each obligation.
        elements: verdict and label of each element.
        evidence: elements addressed by verdict and label whose spans overlap.
        places: of the elements answered in one place, in two, in three, in more: how many are labelled so.
    """

    name: str
    coverage: tuple[tuple[str, str], ...]
    elements: tuple[tuple[str, str], ...]
    evidence: Ratio
    places: tuple[Ratio, ...]
    errors: tuple[ElementError, ...]

    @property
    def gaps(self) -> Detection:
        """Finding obligations that are not covered."""
        return detection((p != Coverage.COVERED, t != Coverage.COVERED) for p, t in self.coverage)

    @property
    def strict(self) -> Detection:
        """Finding obligations that are missing altogether."""
        return detection((p == Coverage.MISSING, t == Coverage.MISSING) for p, t in self.coverage)


def evaluate_labels(
    arguments: Sequence[str], index: ConceptIndex, root: str, only: tuple[str, ...] = ()
) -> list[Evaluation]:
    """One evaluation for each label file, then one over all if there are several.

    Raises:
        UsageError, PackError: if labels or plans cannot be read.
    """
    found = [_evaluate(read_labels(path, root, index.pack.obligations), index, only) for path in label_files(arguments)]
    if len(found) > 1:
        found.append(_sum(found))
    return found


def _evaluate(labels: Labels, index: ConceptIndex, only: tuple[str, ...]) -> Evaluation:
    report = check_bytes(labels.path.read_bytes(), labels.path.as_posix(), index)
    if not report.readable:
        raise UsageError("the labelled plan could not be read", str(labels.path))
    at_least = {obligation.id: obligation.at_least for obligation in index.pack.obligations}
    results = [result for result in report.obligations if not only or result.id.startswith(only)]
    text = labels.path.read_bytes().decode("utf-8-sig")
    return Evaluation(
        name=labels.name,
        coverage=tuple(_coverage_pair(result, labels, at_least[result.id]) for result in results),
        elements=tuple(
            (_LABEL_OF.get(element.status, element.status), labels.status[result.id, element.name])
            for result in results
            for element in result.elements
        ),
        evidence=_evidence(results, labels),
        places=_places(results, labels),
        errors=tuple(_errors(results, labels, text)),
    )


def _coverage_pair(result: ObligationResult, labels: Labels, at_least: int) -> tuple[str, str]:
    names = [element.name for element in result.elements]
    elements = [
        ElementResult(element.name, _LABEL_OF.get(element.status, element.status), ()) for element in result.elements
    ]
    return coverage_of(elements, at_least), labels.coverage(result.id, names, at_least)


def _evidence(results: Sequence[ObligationResult], labels: Labels) -> Ratio:
    """Of the elements addressed by verdict and label, how many have an overlapping span of evidence."""
    hits = total = 0
    for result in results:
        for element in result.elements:
            key = result.id, element.name
            if element.status is Status.ADDRESSED and labels.status[key] is Status.ADDRESSED:
                total += 1
                spans = labels.evidence[key]
                hits += any(evidence.span.overlaps(span) for evidence in element.evidence for span in spans)
    return Ratio(hits, total)


def _places(results: Sequence[ObligationResult], labels: Labels) -> tuple[Ratio, ...]:
    ratios = [Ratio(0, 0)] * _MANY
    for result in results:
        for element in result.elements:
            if element.status is Status.ADDRESSED:
                number = min(len(element.spots), _MANY) - 1
                ratios[number] += Ratio(labels.status[result.id, element.name] is Status.ADDRESSED, 1)
    return tuple(ratios)


def _errors(results: Sequence[ObligationResult], labels: Labels, text: str) -> Iterator[ElementError]:
    for result in results:
        for element in result.elements:
            key = result.id, element.name
            if _LABEL_OF.get(element.status, element.status) is not labels.status[key]:
                yield ElementError(
                    result.id,
                    element.name,
                    element.status.value,
                    labels.status[key].value,
                    " ‖ ".join("".join(evidence.quote.split()) for evidence in element.evidence),
                    " ‖ ".join("".join(text[span.start : span.end].split()) for span in labels.evidence[key]),
                )


def _sum(found: Sequence[Evaluation]) -> Evaluation:
    nothing = Ratio(0, 0)
    return Evaluation(
        "all",
        tuple(pair for entry in found for pair in entry.coverage),
        tuple(pair for entry in found for pair in entry.elements),
        sum((entry.evidence for entry in found), nothing),
        tuple(sum(same, nothing) for same in zip(*(entry.places for entry in found), strict=True)),
        (),
    )


def render_evaluation(found: Sequence[Evaluation], errors: bool) -> Iterator[str]:
    """The evaluations as lines of Markdown."""
    yield "| plan | gap P | gap R | gap F1 | missing F1 | 3-way | kappa | elements | kappa | evidence |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for entry in found:
        yield _row(entry)
    for entry in found[-1:]:
        yield ""
        yield from _confusion(entry)
        yield ""
        yield from _surety(entry)
    if errors:
        for entry in found:
            yield from _error_lines(entry)


def _row(entry: Evaluation) -> str:
    gaps = entry.gaps
    same = Ratio(sum(p == t for p, t in entry.coverage), len(entry.coverage))
    alike = Ratio(sum(p == t for p, t in entry.elements), len(entry.elements))
    cells = (
        entry.name,
        str(gaps.precision),
        str(gaps.recall),
        f"{gaps.f1:.3f}",
        f"{entry.strict.f1:.3f}",
        f"{same.value:.3f}",
        f"{kappa(entry.coverage):.3f}",
        f"{alike.value:.3f}",
        f"{kappa(entry.elements):.3f}",
        f"{entry.evidence.value:.3f}",
    )
    return f"| {' | '.join(cells)} |"


def _confusion(entry: Evaluation) -> Iterator[str]:
    counts = Counter(entry.coverage)
    yield f"| {entry.name}: verdict ↓ label → | {' | '.join(_WAYS)} |"
    yield "|---|---|---|---|"
    for predicted in _WAYS:
        yield f"| {predicted} | {' | '.join(str(counts[predicted, labelled]) for labelled in _WAYS)} |"


def _surety(entry: Evaluation) -> Iterator[str]:
    yield f"| {entry.name}: elements answered in | one place | two | three | {_MANY} or more |"
    yield "|---|---|---|---|---|"
    yield f"| elements | {' | '.join(str(ratio.total) for ratio in entry.places)} |"
    yield f"| answered by the label too | {' | '.join(map(str, entry.places))} |"


def _error_lines(entry: Evaluation) -> Iterator[str]:
    for error in entry.errors:
        yield ""
        yield f"{entry.name} {error.obligation} {error.element}: {error.predicted}, labelled {error.labelled}"
        yield f"    verdict: {error.predicted_text}"
        yield f"    label:   {error.labelled_text}"


def render_baselines(arguments: Sequence[str], index: ConceptIndex, root: str) -> Iterator[str]:
    """The baselines as lines of Markdown, plan by plan.

    Raises:
        UsageError, PackError: if labels or plans cannot be read.
    """
    yield ""
    yield "| plan | method | gap P | gap R | gap F1 |"
    yield "|---|---|---|---|---|"
    for path in label_files(arguments):
        labels = read_labels(path, root, index.pack.obligations)
        for name, found in baselines(labels, index.pack.obligations).items():
            cells = (labels.name, name, f"{found.precision.value:.3f}", f"{found.recall.value:.3f}", f"{found.f1:.3f}")
            yield f"| {' | '.join(cells)} |"
