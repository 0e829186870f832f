"""Words a suggestion for a gap: the obligation's own words, for the drafter to edit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dfjlint.model.report import ElementResult, Status
from dfjlint.model.rules import Obligation


def suggestion(obligation: Obligation, elements: Sequence[ElementResult]) -> str:
    """A measure built from the instrument's words, with blanks for owner and date.

    The blanks (〔…〕) are what the decision leaves to the plan; in the script of the instrument.
    """
    short = [element.name for element in elements if element.status is not Status.ADDRESSED]
    task = _task(obligation.quote)
    about = "" if len(short) == len(elements) else f"（重點補充：{'、'.join(short)}）"
    return f"{task}{about}。（責任單位：〔 〕；完成時限：〔 〕）"


@lru_cache(maxsize=8192)
def _task(quote: str) -> str:
    return quote.rstrip("。,;").replace(",", "，").replace(";", "；").replace("(", "（").replace(")", "）")
