"""The heat map: plans, or groups of plans where there are too many, against the obligations."""

from __future__ import annotations

from collections import defaultdict

from dfjlint.corpus.query import COUNTS, SHARE, Corpus
from dfjlint.reporters.portfolio import Counts, HeatRow

ROWS = 60
"""So many rows fit a page."""

# A row of the map is a number, in order; name and plans beside it.
_LABELS = {
    "plan": f"""
        SELECT row_number() OVER (ORDER BY share, place) AS row, place, label AS name, 1 AS plans FROM
        (SELECT place, {SHARE} AS share FROM verdict GROUP BY place)
        JOIN (SELECT place, coalesce(nullif(title, ''), document) AS label FROM plan) USING (place)
    """,
    "issuer": """
        SELECT row, place, name, plans FROM plan JOIN
        (SELECT issuer AS name, count(*) AS plans, row_number() OVER (ORDER BY count(*) DESC, issuer) AS row
         FROM plan GROUP BY issuer) ON issuer = name
    """,
    "year": """
        SELECT row, place, name, plans FROM plan JOIN
        (SELECT year AS name, count(*) AS plans, row_number() OVER (ORDER BY year DESC) AS row
         FROM plan GROUP BY year) ON year = name
    """,
}


def rows_by(plans: int, issuers: int) -> str:
    """What a row is: a plan where they fit, else all plans of an issuer, or of a year if there is one issuer."""
    if plans <= ROWS:
        return "plan"
    return "issuer" if issuers > 1 else "year"


def heat_rows(corpus: Corpus, by: str, judged: int) -> tuple[tuple[HeatRow, ...], int]:
    """The rows of the map, and how many plans are in none of them.

    Args:
        by: as `rows_by` says.
        judged: plans with a verdict.
    """
    question = f"""
        WITH label AS ({_LABELS[by]})
        SELECT row, any_value(name), any_value(plans), obligation, {COUNTS}
        FROM verdict JOIN label USING (place) WHERE row <= {ROWS}
        GROUP BY GROUPING SETS ((row, obligation), (row)) ORDER BY row
    """
    names: dict[int, tuple[str, int]] = {}
    cells: dict[int, dict[str | None, Counts]] = defaultdict(dict)
    for row, name, plans, obligation, *counts in corpus.ask(question):
        names[row] = (name, plans)
        cells[row][obligation] = Counts(*counts)
    ids = [head.id for head in corpus.account.obligations]
    rows = tuple(
        HeatRow(name, plans, by == "plan", cells[row][None], tuple(cells[row].get(id) for id in ids))
        for row, (name, plans) in names.items()
    )
    return rows, judged - sum(row.plans for row in rows)
