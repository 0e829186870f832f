"""Retrieval baselines on the same labels, each with its best threshold in hindsight."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from dfjlint.model.report import Coverage
from dfjlint.model.rules import Obligation
from dfjlint.model.source import Span
from dfjlint.outline import build_outline
from dfjlint.readers import ReadOptions, read_document
from dfjlint.testing.labels import Labels
from dfjlint.testing.metrics import Detection, detection
from dfjlint.text.normalise import normalise

Bag = Counter[str]
Scorer = Callable[[Bag, Sequence[Bag]], float]

# Parameters of BM25 as usual (Robertson and Zaragoza 2009).
_K1, _B = 1.2, 0.75


def baselines(labels: Labels, obligations: Sequence[Obligation]) -> dict[str, Detection]:
    """Finding gaps by similarity of an obligation's quote to the plan's measures.

    An obligation is called covered where its best measure scores at least the threshold; for each
    method the threshold with the best F1 on these very labels is taken, which flatters it.

    Returns:
        By method; "always gap" answers gap every time.
    """
    measures = _measures(labels)
    gaps = [_is_gap(entry, labels) for entry in obligations]
    quotes = [_bag(_clean(entry.quote)) for entry in obligations]
    scorers: dict[str, Scorer] = {"keyword overlap": _overlap, "TF-IDF": _tf_idf, "BM25": _bm25}
    found = {name: _best([scorer(quote, measures) for quote in quotes], gaps) for name, scorer in scorers.items()}
    return found | {"always gap": detection((True, gap) for gap in gaps)}


def _is_gap(obligation: Obligation, labels: Labels) -> bool:
    names = [element.name for element in obligation.elements]
    return labels.coverage(obligation.id, names, obligation.at_least) is not Coverage.COVERED


def _measures(labels: Labels) -> list[Bag]:
    source = read_document(labels.path, labels.path.as_posix(), labels.path.read_bytes(), ReadOptions())
    outline = build_outline(source)
    text = outline.text.text
    return [_bag(text[measure.norm_start : measure.norm_end]) for measure in outline.measures]


def _clean(text: str) -> str:
    return normalise(text, [[Span(0, len(text))]]).text


def _bag(text: str) -> Bag:
    """Character pairs, the usual stand-in for words in Chinese retrieval."""
    pairs = (text[start : start + 2] for start in range(len(text) - 1))
    return Counter(pair for pair in pairs if pair.isalnum())


def _best(scores: Sequence[float], gaps: Sequence[bool]) -> Detection:
    thresholds = [*sorted(set(scores)), math.inf]
    tried = (detection(zip((score < limit for score in scores), gaps, strict=True)) for limit in thresholds)
    return max(tried, key=lambda found: found.f1)


def _overlap(quote: Bag, measures: Sequence[Bag]) -> float:
    return max((len(quote.keys() & measure.keys()) / max(1, len(quote)) for measure in measures), default=0.0)


def _idf(term: str, measures: Sequence[Bag]) -> float:
    holding = sum(term in measure for measure in measures)
    return math.log(1 + (len(measures) - holding + 0.5) / (holding + 0.5))


def _tf_idf(quote: Bag, measures: Sequence[Bag]) -> float:
    weights = {term: _idf(term, measures) for term in quote}
    norm = math.sqrt(sum((count * weights[term]) ** 2 for term, count in quote.items())) or 1.0

    def cosine(measure: Bag) -> float:
        dot = sum(count * measure[term] * weights[term] ** 2 for term, count in quote.items())
        size = math.sqrt(sum((count * weights.get(term, 1.0)) ** 2 for term, count in measure.items())) or 1.0
        return dot / (norm * size)

    return max(map(cosine, measures), default=0.0)


def _bm25(quote: Bag, measures: Sequence[Bag]) -> float:
    average = sum(map(Counter.total, measures)) / max(1, len(measures)) or 1.0
    weights = {term: _idf(term, measures) for term in quote}

    def score(measure: Bag) -> float:
        length = _K1 * (1 - _B + _B * measure.total() / average)
        return sum(weights[term] * measure[term] * (_K1 + 1) / (measure[term] + length) for term in quote)

    return max(map(score, measures), default=0.0) / max(1, len(quote))
