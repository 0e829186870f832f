"""A rule pack in memory: obligations, their elements and the patterns that answer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Modality(StrEnum):
    """How the instrument asks (deontic operator of LegalRuleML, without prohibition)."""

    SHALL = "shall"
    DIRECTIVE = "directive"
    ENCOURAGE = "encourage"
    TARGET = "target"


class Kind(StrEnum):
    """What sort of thing is asked; guidance and goals may be answered by a preamble."""

    GUIDANCE = "guidance"
    GOAL = "goal"
    MEASURE = "measure"
    ORGANISATION = "organisation"
    RESOURCE = "resource"
    ENVIRONMENT = "environment"


class Scope(StrEnum):
    """How close together the parts of a pattern must stand."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a plan can answer an element.

    Args:
        items: concept keys that must all stand within the scope; the first is the matter itself
            (the anchor), the others are conditions on it.
        scope: clause, sentence or measure.
        excludes: concept keys that must not stand within the clause of the anchor.
        titles: True if a hit inside 《…》 counts (a named instrument is itself the answer).
        places: in how many places of the plan, each in words of its own, it must stand to answer; in
            fewer the matter is only mentioned in passing. 0: two if it is one item, a few characters of a
            longer clause; else one.
    """

    items: tuple[str, ...]
    scope: Scope = Scope.CLAUSE
    excludes: tuple[str, ...] = ()
    titles: bool = False
    places: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """One part that an obligation asks for.

    Args:
        name: in the instrument's own words.
        addressed: patterns that answer it where they stand in an operative statement.
        mentioned: patterns that only come near it, wherever they stand.
        fact: what in the plan as a whole answers it: "owners" (its owner notes), "planning" (it is a
            planning document by its title), "action-plan" (it is an action plan by its title), or empty.
        pairs: neighbouring characters of the normalised name, each once; by them the nearest text is found.
    """

    name: str
    addressed: tuple[Pattern, ...]
    mentioned: tuple[Pattern, ...] = ()
    fact: str = ""
    pairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that the instrument sets: at least `value` of `unit` (%, 个, 亿条)."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """The smallest thing asked that a plan can answer on its own.

    Args:
        id: DFJ-2.2.6; never reused.
        cite: the provision, 二(二).
        quote: the instrument's words, in its own script.
        addressee: government, province, city_county, judiciary, …
        at_least: how many elements must be addressed for `covered`.
        deadline: the day the instrument sets, as year, month, day; None where it sets none.
        target: the figure the instrument sets; None where it sets none.
    """

    id: str
    cite: str
    quote: str
    modality: Modality
    addressee: str
    kind: Kind
    elements: tuple[Element, ...]
    at_least: int
    deadline: tuple[int, int, int] | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A set of terms with one meaning.

    Args:
        key: kebab-case name in the lexicon, or the literal item it was made from.
        terms: normalised terms; a hit is the longest one at a place.
        exceptions: longer normalised terms in which a hit means something else.
    """

    key: str
    terms: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules for one instrument, ready for the engine.

    Args:
        id: folder name, fujian-2018.
        version: of the pack, CalVer.
        sha256: over every file of the pack and the lexicon.
        instrument: title of the decision.
        headings: cite → title of the chapter or provision, in order; those without a title are left out.
        restated: normalised clauses of the decision; a plan that only repeats them commits to nothing.
        subject: key of the concept that makes a statement speak of the decision's subject.
        narrowing: key of the concept whose words narrow a statement to a part (试点, 部分县).
        case_title: title of the plan that the cases of the rules are put into.
        obligations: in document order.
        concepts: every concept that a pattern names.
    """

    id: str
    version: str
    sha256: str
    instrument: str
    headings: Mapping[str, str]
    restated: frozenset[str]
    subject: str
    narrowing: str
    case_title: str
    obligations: tuple[Obligation, ...]
    concepts: Mapping[str, Concept]
