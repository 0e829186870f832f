"""Sums a run up: counts over all plans, and as many examples as a page can hold."""

from __future__ import annotations

from dfjlint.corpus.cases import cases_of
from dfjlint.corpus.failures import failures_in
from dfjlint.corpus.heat import heat_rows, rows_by
from dfjlint.corpus.query import COUNTS, SHARE, Corpus
from dfjlint.reporters.portfolio import Counts, Failed, Group, ObligationLine, PlanLine, Portfolio

PLANS = 200
GROUPS = 100
FAILURES = 50
_BINS = 10

_PLANS = f"""
WITH line AS (SELECT place, {COUNTS}, row_number() OVER (ORDER BY {SHARE}, place) AS number
    FROM verdict GROUP BY place)
SELECT p.document, p.title, p.issuer, p.year, line.* EXCLUDE (place, number)
FROM line JOIN plan p USING (place) WHERE number <= $low OR number > $high ORDER BY number
"""
_SPREAD = f"""
SELECT least(floor(share * {_BINS}), {_BINS - 1}), count(*)
FROM (SELECT {SHARE} AS share FROM verdict GROUP BY place) GROUP BY 1
"""
_OBLIGATIONS = f"SELECT obligation, {COUNTS} FROM verdict GROUP BY 1"


def portfolio_of(corpus: Corpus, examples: int) -> Portfolio:
    """The portfolio of a run.

    Args:
        examples: gaps that are shown in full for each obligation.
    """
    judged = len(corpus.state.homes) - len(corpus.state.failed)
    issuers = _groups(corpus, "issuer", "2 DESC, 1") if judged else ()
    by = rows_by(judged, len(issuers))
    heat, heat_left = heat_rows(corpus, by, judged) if judged else ((), 0)
    plans = _plans(corpus, judged) if judged else ()
    account = corpus.account
    return Portfolio(
        tool_version=account.tool_version,
        pack_id=account.pack_id,
        pack_version=account.pack_version,
        pack_sha256=account.pack_sha256,
        instrument=account.instrument,
        documents=len(corpus.names),
        judged=judged,
        failed=len(corpus.state.failed),
        counts=Counts(*corpus.ask(f"SELECT {COUNTS} FROM verdict")[0]) if judged else Counts(),
        spread=_spread(corpus) if judged else (),
        obligations=_obligations(corpus, examples) if judged else (),
        plans=plans,
        plans_left=judged - len(plans),
        issuers=issuers[:GROUPS],
        issuers_left=len(issuers[GROUPS:]),
        years=_groups(corpus, "year", "1 DESC") if judged else (),
        heat=heat,
        heat_by=by,
        heat_left=heat_left,
        failures=_failures(corpus),
    )


def _plans(corpus: Corpus, judged: int) -> tuple[PlanLine, ...]:
    """All plans, lowest share first, or the lowest and the highest where there are too many."""
    half = PLANS // 2
    bounds = {"low": half, "high": judged - half} if judged > PLANS else {"low": judged, "high": judged}
    rows = corpus.ask(_PLANS, bounds)
    return tuple(PlanLine(name, title, issuer, year, Counts(*counts)) for name, title, issuer, year, *counts in rows)


def _groups(corpus: Corpus, column: str, order: str) -> tuple[Group, ...]:
    question = f"""
        SELECT {column}, count(DISTINCT place), {COUNTS} FROM verdict JOIN plan USING (place)
        GROUP BY 1 ORDER BY {order}
    """
    return tuple(Group(name, plans, Counts(*counts)) for name, plans, *counts in corpus.ask(question))


def _spread(corpus: Corpus) -> tuple[int, ...]:
    found = {int(place): count for place, count in corpus.ask(_SPREAD)}
    return tuple(found.get(place, 0) for place in range(_BINS))


def _obligations(corpus: Corpus, examples: int) -> tuple[ObligationLine, ...]:
    """Every obligation of the pack, in its order."""
    counts = {id: Counts(*found) for id, *found in corpus.ask(_OBLIGATIONS)}
    cases = cases_of(corpus, examples)
    lines = []
    for head in corpus.account.obligations:
        found = counts.get(head.id, Counts())
        shown = cases.get(head.id, ())
        gaps = found.total - found.covered
        lines.append(ObligationLine(head.id, head.cite, head.quote, found, shown, gaps - len(shown)))
    return tuple(lines)


def _failures(corpus: Corpus) -> tuple[Failed, ...]:
    found = failures_in(corpus.names, corpus.state)
    return tuple(Failed(entry.document, entry.kind, entry.message) for entry in found[:FAILURES])
