"""Writes docs/accuracy.md from labelled plans and the metamorphic relations: one command, no figure by hand."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dfjlint.api import check_bytes, pack_index
from dfjlint.engine.index import ConceptIndex
from dfjlint.testing.directed import directed_outcomes, moved_to_courts
from dfjlint.testing.evaluate import evaluate_labels, render_baselines, render_evaluation
from dfjlint.testing.holdout import pack_without
from dfjlint.testing.labels import label_files, read_labels
from dfjlint.testing.metrics import Detection, detection
from dfjlint.testing.relations import SAME, plain_text, scripts
from dfjlint.testing.sentences import evaluate_sentences, render_sentences

ROOT = Path(__file__).resolve().parent.parent
PACK = "fujian-2018"
EVERY = 8
EXAM = ROOT / "corpora" / "exam"
_INTRO = (ROOT / "scripts" / "accuracy-intro.md").read_text(encoding="utf-8")
_EXAM, _HOLDOUT, _DIRECTED, _TESTED = (
    (ROOT / "scripts" / "accuracy-parts.md").read_text(encoding="utf-8").split("\n---\n\n")
)
Verdicts = dict[str, tuple[str, ...]]


def main(shared: str) -> None:
    """Write the page; `shared` is the folder with baseline/ and samples/."""
    index = pack_index(PACK)
    gold = [str(Path(shared) / "baseline" / "gold")]
    single = [str(ROOT / "corpora" / "labels-elsewhere")]
    lines = [_INTRO, "## Plans labelled by two readers", ""]
    lines += render_evaluation(evaluate_labels(gold, index, shared), errors=False)
    lines += ["", "Retrieval on the same labels, each with its best threshold in hindsight:"]
    lines += render_baselines(gold, index, shared)
    lines += ["", "## Plans labelled by one reader", ""]
    lines += render_evaluation(evaluate_labels(single, index, shared), errors=False)
    lines += ["", "## Plans and sentences written for the purpose", "", _EXAM]
    lines += render_evaluation(evaluate_labels([str(EXAM / "labels-unseen")], index, ""), errors=False)
    lines += ["", "The plans by whose errors the rules were widened and narrowed (`corpora/exam/labels`):", ""]
    lines += render_evaluation(evaluate_labels([str(EXAM / "labels")], index, ""), errors=False)
    for name in ("sentences", "sentences-unseen"):
        outcomes = evaluate_sentences([str(EXAM / name)], index)
        lines += [
            "",
            f"`corpora/exam/{name}`, by chapter of the decision:",
            "",
            *render_sentences(outcomes, errors=False),
        ]
    lines += ["", "## Leave one plan out", "", _HOLDOUT, *_left_out(index, shared, [*gold, *single])]
    lines += ["", "## Metamorphic relations", "", *_relations(index, Path(shared), single)]
    (ROOT / "docs" / "accuracy.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _left_out(index: ConceptIndex, shared: str, labels: list[str]) -> Iterator[str]:
    """Each plan judged by rules that have lost every term that serves this plan alone."""
    paths = label_files(labels)
    plans = [read_labels(path, shared, index.pack.obligations) for path in paths]
    texts = [plan.path.read_text(encoding="utf-8") for plan in plans]
    yield "| plan | terms it alone uses | gap F1 with them | without | gap P | gap R |"
    yield "|---|---|---|---|---|---|"
    sums = [detection(()), detection(())]
    for number, (path, plan) in enumerate(zip(paths, plans, strict=True)):
        others = [*texts[:number], *texts[number + 1 :]]
        pack, lost = pack_without(index.pack, texts[number], others)
        whole = evaluate_labels([str(path)], index, shared)[0].gaps
        left = evaluate_labels([str(path)], ConceptIndex(pack), shared)[0].gaps
        sums = [sums[0] + whole, sums[1] + left]
        yield _left_out_row(plan.name, str(lost), whole, left)
    yield _left_out_row("all", "", *sums)


def _left_out_row(name: str, lost: str, whole: Detection, left: Detection) -> str:
    scores = f"{left.precision.value:.3f} | {left.recall.value:.3f}"
    return f"| {name} | {lost} | {whole.f1:.3f} | {left.f1:.3f} | {scores} |"


def _relations(index: ConceptIndex, shared: Path, single: list[str]) -> Iterator[str]:
    """Obligations whose verdict or element statuses change, over all plans, by relation."""
    paths = [ROOT / "corpora" / PACK / "plan-2019.txt", *sorted((shared / "samples" / "plans").glob("*.txt"))]
    counts: Counter[str] = Counter()
    for path in paths:
        text = plain_text(path.read_text(encoding="utf-8"))
        base = _verdicts(text, index)
        counts["page furniture and wraps removed"] += _differ(base, _verdicts(path.read_text(encoding="utf-8"), index))
        for config, changed in scripts(text).items():
            counts[f"script {config}"] += _differ(base, _verdicts(changed, index))
        for name, relation in SAME.items():
            counts[name] += _differ(base, _verdicts(relation(text), index))
    yield f"Over {len(paths)} real plans of {len(index.pack.obligations)} verdicts each ({len(label_files(single))} of"
    yield "them labelled above):"
    yield ""
    yield "| relation | verdicts that change |"
    yield "|---|---|"
    for name, count in counts.items():
        yield f"| {name} | {count} |"
    yield ""
    yield from _directed(index, paths)


def _directed(index: ConceptIndex, paths: list[Path]) -> Iterator[str]:
    """How often a change to the one clause that answers an element did not change the verdict as stated."""
    tried: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for path in paths:
        text = plain_text(path.read_text(encoding="utf-8"))
        for outcome in directed_outcomes(text, index, EVERY):
            tried[outcome.relation] += 1
            broken[outcome.relation] += not outcome.holds
        tried["addressee moved to the courts"] += len(index.pack.obligations)
        broken["addressee moved to the courts"] += len(moved_to_courts(text, index))
    yield _DIRECTED.replace("{every}", str(EVERY))
    yield "| relation | tried | violations |"
    yield "|---|---|---|"
    for name, count in tried.items():
        yield f"| {name} | {count} | {broken[name]} |"
    yield ""
    yield _TESTED


def _verdicts(text: str, index: ConceptIndex) -> Verdicts:
    report = check_bytes(text.encode(), "plan.txt", index)
    return {
        result.id: (result.coverage.value, *(element.status.value for element in result.elements))
        for result in report.obligations
    }


def _differ(base: Verdicts, other: Verdicts) -> int:
    return sum(other.get(key) != value for key, value in base.items())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(ROOT.parent / "shared"))
