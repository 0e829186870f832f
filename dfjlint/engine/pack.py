"""Loads a rule pack and its lexicon from their folders into a RulePack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from dfjlint.engine.digest import pack_digest
from dfjlint.engine.locate import LEXICON
from dfjlint.engine.schema import CasesFile, ConceptFile, ElementFile, PackFile, PatternFile, RuleFile
from dfjlint.errors import PackError
from dfjlint.model.rules import Concept, Element, Kind, Modality, Obligation, Pattern, RulePack, Scope, Target
from dfjlint.model.source import Span
from dfjlint.text.normalise import normalise, normalise_term
from dfjlint.text.wording import wording_twins

CASES = ".cases.yaml"
_Model = TypeVar("_Model", bound=BaseModel)
_LEXICON_FILE = TypeAdapter(dict[str, ConceptFile])


def load_pack(folder: Path) -> RulePack:
    """The pack in a folder, checked and with every term cleaned like a plan is.

    Raises:
        PackError: if a file is missing, is not YAML, does not have the right shape, or names a
            concept that the lexicon does not have.
    """
    head = read_file(folder / "pack.yaml", PackFile)
    lexicon = load_lexicon(folder.parent / LEXICON)
    concepts: dict[str, Concept] = {}
    rules = [read_file(path, RuleFile) for path in rule_files(folder)]
    rules.sort(key=lambda rule: id_order(rule.id))
    builder = _Builder(lexicon, concepts)
    obligations = tuple(builder.obligation(rule) for rule in rules)
    for key in (head.subject, head.narrowing):
        builder.item(key, "pack.yaml")
    return RulePack(
        id=head.id,
        version=head.version,
        sha256=pack_digest(folder),
        instrument=head.instrument.title,
        headings=head.instrument.headings,
        restated=instrument_clauses(instrument_text(folder, head)),
        subject=head.subject,
        narrowing=head.narrowing,
        case_title=head.case_title,
        obligations=obligations,
        concepts=concepts,
    )


def id_order(rule_id: str) -> tuple[int, ...]:
    """Sort key of DFJ-2.4.10: (2, 4, 10), which is document order."""
    return tuple(int(part) for part in rule_id.rpartition("-")[2].split("."))


def rule_files(folder: Path) -> list[Path]:
    """All rule files of a pack, in name order, without the case files."""
    return [path for path in sorted(folder.glob("*/*.yaml")) if not path.name.endswith(CASES)]


def cases_of(folder: Path, rule_id: str) -> CasesFile:
    """The cases of one rule.

    Raises:
        PackError: if the file is missing or does not have the right shape.
    """
    paths = list(folder.glob(f"*/{rule_id}{CASES}"))
    if not paths:
        raise PackError("the rule has no cases", f"{folder.name}/{rule_id}", f"write {rule_id}{CASES} beside it")
    return read_file(paths[0], CasesFile)


def read_file(path: Path, model: type[_Model]) -> _Model:
    """A YAML file as a model.

    Raises:
        PackError: if it cannot be read, is not YAML or does not have the right shape.
    """
    try:
        return model.model_validate(_read_yaml(path))
    except ValidationError as error:
        raise _shape_error(path, error) from error


def load_lexicon(folder: Path) -> Mapping[str, ConceptFile]:
    """All concepts of the lexicon folder by key.

    Raises:
        PackError: if a file is broken or a key stands in two files.
    """
    concepts: dict[str, ConceptFile] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = _LEXICON_FILE.validate_python(_read_yaml(path))
        except ValidationError as error:
            raise _shape_error(path, error) from error
        for key, concept in entries.items():
            if key in concepts:
                raise PackError(f"the concept {key} is defined twice", _name(path), "keep one of them")
            concepts[key] = concept
    return concepts


def instrument_text(folder: Path, head: PackFile) -> str:
    """The text of the decision as published.

    Raises:
        PackError: if the file is missing.
    """
    path = folder.parent.parent / head.instrument.text
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError("the text of the decision is missing", head.instrument.text) from error


def instrument_clauses(text: str) -> frozenset[str]:
    """The clauses of an instrument in normalised form, six characters or longer."""
    lines = [line for line in text.split("\n") if line.strip()]
    joined = "\n".join(lines)
    spans, start = [], 0
    for line in lines:
        spans.append([Span(start, start + len(line))])
        start += len(line) + 1
    clauses = normalise(joined, spans).text
    for mark in ",;:。\n":
        clauses = clauses.replace(mark, "\n")
    return frozenset(clause for clause in clauses.split("\n") if len(clause) >= 6)


class _Builder:
    """Turns rule files into obligations and collects the concepts their patterns name."""

    def __init__(self, lexicon: Mapping[str, ConceptFile], concepts: dict[str, Concept]) -> None:
        self._lexicon = lexicon
        self._concepts = concepts

    def obligation(self, rule: RuleFile) -> Obligation:
        """A rule file as an obligation."""
        return Obligation(
            id=rule.id,
            cite=rule.cite,
            quote=rule.quote,
            modality=Modality(rule.modality),
            addressee=rule.addressee,
            kind=Kind(rule.kind),
            elements=tuple(self._element(element, rule.id) for element in rule.elements),
            at_least=rule.at_least or len(rule.elements),
            deadline=(rule.deadline.year, rule.deadline.month, rule.deadline.day) if rule.deadline else None,
            target=Target(rule.target.value, rule.target.unit) if rule.target else None,
        )

    def _element(self, element: ElementFile, where: str) -> Element:
        where = f"{where}: {element.name}"
        return Element(
            name=element.name,
            addressed=tuple(self._pattern(pattern, where) for pattern in element.addressed),
            mentioned=tuple(self._pattern(pattern, where) for pattern in element.mentioned),
            fact=element.fact,
            pairs=_pairs(normalise_term(element.name)),
        )

    def _pattern(self, pattern: PatternFile, where: str) -> Pattern:
        return Pattern(
            items=tuple(self.item(item, where) for item in pattern.all),
            scope=Scope(pattern.within),
            excludes=tuple(self.item(item, where) for item in pattern.without),
            titles=pattern.titles,
            places=pattern.places,
        )

    def item(self, item: str, where: str) -> str:
        """The key of the concept behind an item, which is made where it is met first."""
        if item not in self._concepts:
            terms: dict[str, None] = {}
            exceptions: dict[str, None] = {}
            for part in item.split("|"):
                self._expand(part.strip(), where, terms, exceptions, ())
            self._concepts[item] = Concept(item, _clean(terms), _clean(exceptions))
        return item

    def _expand(
        self,
        part: str,
        where: str,
        terms: dict[str, None],
        exceptions: dict[str, None],
        above: tuple[str, ...],
    ) -> None:
        """Adds the terms of a literal or of a concept with everything it includes."""
        if not part.isascii():
            terms[part] = None
            return
        concept = self._lexicon.get(part)
        if concept is None:
            raise PackError(
                f"the lexicon has no concept {part!r}",
                where,
                "define it in rules/lexicon; words of ASCII alone, such as 5g, are terms of a concept there",
            )
        if part in above:
            raise PackError(f"the concept {part!r} includes itself", where, "break the circle")
        terms.update(dict.fromkeys(concept.terms))
        exceptions.update(dict.fromkeys(concept.exceptions))
        for key in concept.includes:
            self._expand(key, where, terms, exceptions, (*above, part))


def _clean(terms: Iterable[str]) -> tuple[str, ...]:
    cleaned = (normalise_term(term) for term in terms)
    return tuple(dict.fromkeys(twin for term in cleaned for twin in wording_twins(term)))


def _pairs(text: str) -> tuple[str, ...]:
    """Neighbouring characters of a text, each pair once, without those that touch punctuation."""
    pairs = (text[start : start + 2] for start in range(len(text) - 1))
    return tuple(dict.fromkeys(pair for pair in pairs if pair.isalnum()))


def _read_yaml(path: Path) -> object:
    try:
        content: object = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    except OSError as error:
        raise PackError("the file cannot be read", _name(path)) from error
    except yaml.YAMLError as error:
        line = " ".join(str(error).split())
        raise PackError(f"the file is not YAML: {line}", _name(path)) from error
    return content


def _shape_error(path: Path, error: ValidationError) -> PackError:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return PackError(first["msg"], f"{_name(path)}:{field}", "see docs/rules.md for the shape of this file")


def _name(path: Path) -> str:
    return "/".join(path.parts[-3:])
