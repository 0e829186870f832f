"""Tells whether the text of a plan is the one that its title promises."""

from __future__ import annotations

import re
from functools import cache

from dfjlint.model.plan import Outline, Zone
from dfjlint.outline.vocabulary import any_of, words
from dfjlint.text.normalise import normalise_term

_NO_SUBJECT = re.compile(r"\([^()]*\)|\d+年?|[^\u4e00-\u9fff]")
_OUTSIDE = (Zone.TITLE, Zone.LETTERHEAD, Zone.CHROME)
_FEWEST_PAIRS = 3
_SHORTEST_BODY = 500
_LEAST_SHARE = 1 / 3  # of real plans that were looked at, none has less than 0.7


def fits_title(outline: Outline) -> bool:
    """False if hardly a word of the title's subject stands in the text: the wrong file, or the wrong body in it.

    Place, kind of document, years and words that every title may have are no subject. A title or a text that is
    too short to say is taken to fit.
    """
    subject = _NO_SUBJECT.sub(" ", normalise_term(outline.title)) if outline.title else ""
    subject = _common().sub(" ", _place().sub("", subject.strip()))
    pairs = {word[i : i + 2] for word in subject.split() for i in range(len(word) - 1)}
    text = outline.text.text
    body = "\n".join(
        text[entry.norm_start : entry.norm_end] for entry in outline.paragraphs if entry.zone not in _OUTSIDE
    )
    if len(pairs) < _FEWEST_PAIRS or len(body) < _SHORTEST_BODY:
        return True
    return sum(pair in body for pair in pairs) >= _LEAST_SHARE * len(pairs)


@cache
def _common() -> re.Pattern[str]:
    return re.compile(f"{any_of('title', 'kinds')}|{any_of('title', 'common')}")


@cache
def _place() -> re.Pattern[str]:
    endings = "|".join(words("issuer", "places"))
    return re.compile(rf"^\S{{1,8}}?(?:{endings})(?:人民政府|委)?(?:办公[厅室])?")
