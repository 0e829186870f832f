"""The gaps of a run: some for the page, with all that is known, and all of them for a table."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from dfjlint.corpus.failures import safe_cell
from dfjlint.corpus.query import Corpus
from dfjlint.corpus.rows import load_message
from dfjlint.messages import label, render
from dfjlint.model.report import Status
from dfjlint.reporters.portfolio import Answer, GapCase, Words

_RANK = "list_position(['contradicted', 'missing', 'partial', 'undetermined'], status)"
_COLUMNS = "p.document, p.title, p.issuer, p.year, s.coverage, s.gaps, s.elements, s.nearest"
_SOME = f"""
WITH gap AS (
    SELECT place, obligation, status, row_number() OVER (PARTITION BY obligation ORDER BY {_RANK}, place) AS number
    FROM verdict WHERE status NOT IN ('covered', 'not_applicable'))
SELECT gap.obligation, {_COLUMNS}
FROM gap JOIN plan p USING (place)
JOIN shard s ON s.key = p.key AND s.filename = p.shard AND s.obligation = gap.obligation
WHERE number <= $examples ORDER BY gap.obligation, number
"""
_ALL = f"""
SELECT s.obligation, {_COLUMNS}
FROM plan p JOIN shard s ON s.key = p.key AND s.filename = p.shard
WHERE s.coverage != 'covered' AND s.applicability != 'not-applicable' ORDER BY p.place, s.obligation
"""
_HEAD = (
    *("document", "title", "issuer", "year", "obligation", "cite", "quote", "coverage"),
    *("codes", "reasons", "answered", "unanswered", "words", "locator", "why"),
)


def cases_of(corpus: Corpus, examples: int) -> dict[str, tuple[GapCase, ...]]:
    """Obligation → its gaps, worst first, at most so many."""
    found: dict[str, list[GapCase]] = defaultdict(list)
    for obligation, *rest in corpus.ask(_SOME, {"examples": examples}):
        found[obligation].append(_case(rest))
    return {obligation: tuple(cases) for obligation, cases in found.items()}


def gap_table(corpus: Corpus, lang: str) -> Iterator[bytes]:
    """All gaps as CSV in UTF-8 with a mark that Excel knows, in parts."""
    yield _line(_HEAD, "\ufeff")
    if not corpus.state.homes:
        return
    heads = {head.id: head for head in corpus.account.obligations}
    for obligation, *rest in corpus.stream(_ALL):
        case, head = _case(rest), heads[obligation]
        words = case.words[0] if case.words else Words("", "")
        answered = [answer.element for answer in case.answers if answer.status == Status.ADDRESSED]
        unanswered = [
            f"{answer.element} ({label(f'status-{answer.status}', lang)})"
            for answer in case.answers
            if answer.status != Status.ADDRESSED
        ]
        yield _line(
            (
                *(case.plan, case.title, case.issuer, case.year, obligation, head.cite, head.quote),
                *(label(f"coverage-{case.coverage}", lang), " ".join(code for code, _ in case.reasons)),
                *(" ".join(render(message, lang) for _, message in case.reasons), "、".join(answered)),
                *("、".join(unanswered), words.quote, words.locator, render(words.why, lang) if words.why else ""),
            )
        )


def _case(row: Sequence[Any]) -> GapCase:
    """A gap from the columns of _COLUMNS."""
    document, title, issuer, year, coverage, gaps, elements, nearest = row
    words = [
        Words(element["quote"], element["locator"], element["name"])
        for element in elements
        if element["quote"] and element["status"] != Status.ADDRESSED
    ]
    # The same words may come near to several elements.
    seen = {entry.quote for entry in words}
    for near in nearest:
        if near["quote"] not in seen:
            seen.add(near["quote"])
            words.append(Words(near["quote"], near["locator"], why=load_message(near["message"])))
    return GapCase(
        plan=document,
        title=title,
        issuer=issuer,
        year=year,
        coverage=coverage,
        reasons=tuple((gap["code"], load_message(gap["message"])) for gap in gaps),
        answers=tuple(Answer(element["name"], element["status"]) for element in elements),
        words=tuple(words),
    )


def _line(values: Sequence[str], before: str = "") -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([safe_cell(value) for value in values])
    return (before + text.getvalue()).encode()
