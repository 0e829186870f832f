"""Lists the instruments that a plan cites."""

from __future__ import annotations

import re
from bisect import bisect_right

from dfjlint.engine.evidence import with_quotes
from dfjlint.model.plan import Plan, Zone
from dfjlint.model.report import Cited
from dfjlint.text.normalise import normalise_term

_LINE_END = re.compile(r"\s*[\r\n]\s*")
_REMARK = re.compile(r"\([^()]*\)")  # (2025-2027年)
# 《规划》, 《意见》: a document named in full elsewhere.
_SHORTEST = 3


def cited_instruments(plan: Plan) -> tuple[Cited, ...]:
    """Every 《…》 of the plan, in the order of its first place; the plan itself and page furniture left out."""
    outline = plan.outline
    text = outline.text
    starts = [paragraph.norm_start for paragraph in outline.paragraphs]
    own = _REMARK.sub("", normalise_term(outline.title))
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in plan.titles:
        title = text.text[start + 1 : end - 1]
        zone = outline.paragraphs[bisect_right(starts, start) - 1].zone
        is_own = own and title.startswith(own)
        if len(title) >= _SHORTEST and zone is not Zone.CHROME and not is_own:
            places.setdefault(title, []).append((start, end))
    found = []
    for first, *others in places.values():
        span = with_quotes(plan.source.text, text.to_source(first[0] + 1, first[1] - 1))
        locator = outline.paragraphs[bisect_right(starts, first[0]) - 1].locator
        printed = _LINE_END.sub("", plan.source.text[span.start : span.end])
        found.append(Cited(printed, span, locator, 1 + len(others)))
    return tuple(found)
