"""Measures verdicts on single labelled sentences: which answers are known, and what is taken for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from dfjlint.api import check_source
from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.pack import read_file
from dfjlint.engine.schema import RuleId, Strict
from dfjlint.errors import UsageError
from dfjlint.model.report import Status
from dfjlint.testing.cases import case_document
from dfjlint.testing.labels import label_files
from dfjlint.testing.metrics import Ratio


class Sentence(Strict):
    """A text that a plan might hold, and what it is to one element of one obligation (annotation guide)."""

    id: RuleId
    element: str
    label: Literal["yes", "weak", "no"]
    text: str


class SentenceFile(Strict):
    """Labelled sentences."""

    sentences: tuple[Sentence, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class SentenceOutcome:
    """What the rules made of a sentence; `addressed` is True if they took it for an answer."""

    sentence: Sentence
    status: Status
    quote: str

    @property
    def addressed(self) -> bool:
        """True if the rules took it for an answer."""
        return self.status is Status.ADDRESSED

    @property
    def ok(self) -> bool:
        """True if exactly the answers are taken for answers."""
        return self.addressed == (self.sentence.label == "yes")


def evaluate_sentences(
    arguments: Sequence[str], index: ConceptIndex, only: tuple[str, ...] = ()
) -> dict[str, list[SentenceOutcome]]:
    """The outcome of every sentence, by file stem; each is put into a plan as its only measure.

    Raises:
        UsageError: if there are no files, or the pack has no such element.
        PackError: if a file does not have the right shape.
    """
    files = {path.stem: read_file(path, SentenceFile).sentences for path in label_files(arguments)}
    return {
        name: [_outcome(sentence, index) for sentence in sentences if sentence.id.startswith(only or ("",))]
        for name, sentences in files.items()
    }


def recall(outcomes: Sequence[SentenceOutcome]) -> Ratio:
    """Of the answers, how many are taken for answers."""
    answers = [outcome for outcome in outcomes if outcome.sentence.label == "yes"]
    return Ratio(sum(outcome.addressed for outcome in answers), len(answers))


def precision(outcomes: Sequence[SentenceOutcome]) -> Ratio:
    """Of what is taken for an answer, how many are answers."""
    taken = [outcome for outcome in outcomes if outcome.addressed]
    return Ratio(sum(outcome.sentence.label == "yes" for outcome in taken), len(taken))


def render_sentences(found: dict[str, list[SentenceOutcome]], errors: bool) -> Iterator[str]:
    """The outcomes as lines of Markdown."""
    yield "| sentences | number | answers known | taken for answers rightly |"
    yield "|---|---|---|---|"
    rows = dict(found)
    if len(found) > 1:
        rows["all"] = [outcome for outcomes in found.values() for outcome in outcomes]
    for name, outcomes in rows.items():
        yield f"| {name} | {len(outcomes)} | {recall(outcomes)} | {precision(outcomes)} |"
    if errors:
        for outcomes in found.values():
            yield from _errors(outcomes)


def _errors(outcomes: Sequence[SentenceOutcome]) -> Iterator[str]:
    for outcome in outcomes:
        if not outcome.ok:
            sentence = outcome.sentence
            yield ""
            yield f"{sentence.id} {sentence.element}: {outcome.status.value}, labelled {sentence.label}"
            yield f"    text:    {sentence.text}"
            yield f"    verdict: {outcome.quote}"


def _outcome(sentence: Sentence, index: ConceptIndex) -> SentenceOutcome:
    report = check_source(case_document(sentence.text, index.pack.case_title), index)
    for result in report.obligations:
        for element in result.elements:
            if (result.id, element.name) == (sentence.id, sentence.element):
                quote = element.evidence[0].quote if element.evidence else ""
                return SentenceOutcome(sentence, element.status, quote)
    raise UsageError("the pack has no such element", f"{sentence.id} {sentence.element}")
