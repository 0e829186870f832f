"""The shape of pack, rule, lexicon and case files, checked with pydantic."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ConceptKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Term = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^,;:，；：。|\s]+$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+-\d+(\.\d+)+$")]


class Strict(BaseModel):
    """A mapping that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ConceptFile(Strict):
    """One concept of the lexicon; `except` holds longer strings in which a term means something else."""

    label: str
    terms: tuple[Term, ...] = ()
    includes: tuple[ConceptKey, ...] = ()
    exceptions: tuple[Term, ...] = Field(default=(), alias="except")


def _spread(value: object) -> object:
    """A bare item is a pattern of one item, a list is a pattern of all its items."""
    if isinstance(value, str):
        return {"all": [value]}
    return {"all": value} if isinstance(value, list) else value


class PatternFile(Strict):
    """One way to answer an element; see docs/rules.md for the short forms."""

    all: tuple[str, ...] = Field(min_length=1)
    within: Literal["clause", "sentence", "measure"] = "clause"
    without: tuple[str, ...] = ()
    titles: bool = False
    places: int = Field(default=0, ge=0, le=9)


Patterns = tuple[Annotated[PatternFile, BeforeValidator(_spread)], ...]


class ElementFile(Strict):
    """One element of an obligation."""

    name: str
    addressed: Patterns = ()
    mentioned: Patterns = ()
    fact: Literal["", "owners", "planning", "action-plan"] = ""


class TargetFile(Strict):
    """A figure that the instrument sets."""

    value: float
    unit: str


class RuleFile(Strict):
    """`<id>.yaml`: an obligation with its authority and its patterns."""

    id: RuleId
    cite: str
    quote: str
    modality: Literal["shall", "directive", "encourage", "target"]
    addressee: str
    kind: Literal["guidance", "goal", "measure", "organisation", "resource", "environment"]
    elements: tuple[ElementFile, ...] = Field(min_length=1)
    at_least: int | None = None
    deadline: date | None = None
    target: TargetFile | None = None


class InstrumentFile(Strict):
    """The decision a pack is for.

    `text` is a path below the folder that holds rules/ and corpora/; `headings` are the titles of its
    chapters and provisions by cite, in order.
    """

    title: str
    issuer: str
    adopted: str
    in_force: str
    text: str
    headings: dict[str, str] = {}


class PackFile(Strict):
    """pack.yaml."""

    id: ConceptKey
    version: str
    title: str
    instrument: InstrumentFile
    subject: ConceptKey
    narrowing: ConceptKey
    case_title: str


class CaseFile(Strict):
    """One sentence with the verdict it must get."""

    text: str
    element: str = ""
    why: str = ""


class CasesFile(Strict):
    """`<id>.cases.yaml`."""

    passing: tuple[CaseFile, ...] = Field(alias="pass", min_length=2)
    failing: tuple[CaseFile, ...] = Field(alias="fail", min_length=2)
    todo: tuple[CaseFile, ...] = ()


class LedgerEntry(Strict):
    """A sentence of the instrument: the rules that cover it, or why it asks nothing of a plan."""

    cite: str
    sentence: str
    rules: tuple[RuleId, ...] = ()
    reason: str = ""


class LedgerFile(Strict):
    """ledger.yaml: every sentence of the instrument, in order."""

    sentences: tuple[LedgerEntry, ...]
