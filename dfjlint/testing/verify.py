"""Checks a pack as a whole: what no single file can show to be wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from dfjlint.engine.applicability import ADDRESSEES
from dfjlint.engine.locate import LEXICON
from dfjlint.engine.pack import (
    CASES,
    cases_of,
    id_order,
    instrument_text,
    load_lexicon,
    load_pack,
    read_file,
    rule_files,
)
from dfjlint.engine.schema import CasesFile, ConceptFile, LedgerFile, PackFile, PatternFile, RuleFile
from dfjlint.errors import PackError


def verify_pack(folder: Path) -> list[str]:
    """Every fault of a pack as one line; empty if it is sound.

    Shape errors stop the check of the file they stand in; everything else is reported at once.
    """
    try:
        load_pack(folder)
        head = read_file(folder / "pack.yaml", PackFile)
        text = instrument_text(folder, head)
        rules = {path: read_file(path, RuleFile) for path in rule_files(folder)}
        lexicon = load_lexicon(folder.parent / LEXICON)
        ledger = read_file(folder / "ledger.yaml", LedgerFile)
    except PackError as error:
        return [str(error)]
    return [
        *_heading_faults(head, text),
        *_rule_faults(rules, text),
        *_case_faults(folder, list(rules.values())),
        *_ledger_faults(ledger, list(rules.values()), text),
        *_lexicon_faults(lexicon, list(rules.values()), head),
    ]


def _heading_faults(head: PackFile, text: str) -> Iterator[str]:
    for cite, title in head.instrument.headings.items():
        number = "(" + cite.partition("(")[2] if "(" in cite else f"{cite}、"
        if f"{number}{title}" not in text:
            yield f"pack.yaml: the heading of {cite} does not stand in the decision word for word"


def _rule_faults(rules: dict[Path, RuleFile], text: str) -> Iterator[str]:
    for rule_id, count in Counter(rule.id for rule in rules.values()).items():
        if count > 1:
            yield f"{rule_id}: the id stands in {count} files"
    for path, rule in rules.items():
        if path.stem != rule.id:
            yield f"{rule.id}: the file is called {path.name}, call it {rule.id}.yaml"
        if rule.quote not in text:
            yield f"{rule.id}: the quote does not stand in the decision word for word"
        if rule.addressee not in ADDRESSEES:
            yield f"{rule.id}: unknown addressee {rule.addressee!r}, use one of: {', '.join(sorted(ADDRESSEES))}"
        if rule.at_least is not None and not 1 <= rule.at_least <= len(rule.elements):
            yield f"{rule.id}: at_least is {rule.at_least} of {len(rule.elements)} elements"
        for name, count in Counter(element.name for element in rule.elements).items():
            if count > 1:
                yield f"{rule.id}: two elements are called {name}"
        for element in rule.elements:
            if not element.addressed and not element.fact:
                yield f"{rule.id}: nothing answers the element {element.name}"


def _case_faults(folder: Path, rules: list[RuleFile]) -> Iterator[str]:
    ids = {rule.id for rule in rules}
    for path in sorted(folder.glob(f"*/*{CASES}")):
        if path.name.removesuffix(CASES) not in ids:
            yield f"{path.name}: there is no such rule"
    for rule in rules:
        try:
            cases = cases_of(folder, rule.id)
        except PackError as error:
            yield str(error)
            continue
        yield from _one_rule_cases(rule, cases)


def _one_rule_cases(rule: RuleFile, cases: CasesFile) -> Iterator[str]:
    names = {element.name for element in rule.elements}
    every = [*cases.passing, *cases.failing, *cases.todo]
    for case in every:
        if case.element and case.element not in names:
            yield f"{rule.id}: a case names the element {case.element}, which the rule does not have"
    for text, count in Counter((case.text, case.element) for case in every).items():
        if count > 1:
            yield f"{rule.id}: the case stands twice: {text[0]}"
    whole = any(not case.element for case in cases.passing)
    for name in sorted(names - {case.element for case in cases.passing}):
        if not whole:
            yield f"{rule.id}: no passing case for the element {name}"


def _ledger_faults(ledger: LedgerFile, rules: list[RuleFile], text: str) -> Iterator[str]:
    """Every sentence accounted for, every rule's quote inside the sentences it is entered for."""
    position = 0
    squeezed = "".join(text.split())
    entered: dict[str, str] = {}
    for entry in ledger.sentences:
        sentence = "".join(entry.sentence.split())
        found = squeezed.find(sentence, position)
        if found < 0:
            yield f"ledger {entry.cite}: not in the decision at this place: {entry.sentence[:30]}"
            continue
        if position and found > position:
            yield f"ledger {entry.cite}: left out before it: {squeezed[position:found][:30]}"
        position = found + len(sentence)
        if bool(entry.rules) == bool(entry.reason):
            yield f"ledger {entry.cite}: give rules or a reason, not both and not neither: {entry.sentence[:30]}"
        for rule_id in entry.rules:
            entered[rule_id] = entered.get(rule_id, "") + sentence
    for rule in sorted(rules, key=lambda rule: id_order(rule.id)):
        if rule.id not in entered:
            yield f"{rule.id}: the ledger does not enter it"
        elif "".join(rule.quote.split()) not in entered[rule.id]:
            yield f"{rule.id}: its quote does not stand in the sentences the ledger enters it for"
    for rule_id in entered.keys() - {rule.id for rule in rules}:
        yield f"ledger: there is no rule {rule_id}"


def _lexicon_faults(lexicon: Mapping[str, ConceptFile], rules: list[RuleFile], head: PackFile) -> Iterator[str]:
    """Concepts nobody uses, and terms that stand twice in one concept."""
    used = {head.subject, head.narrowing}
    for pattern in _patterns(rules):
        for item in (*pattern.all, *pattern.without):
            used.update(part.strip() for part in item.split("|"))
    used |= {key for concept in lexicon.values() for key in concept.includes}
    for key, concept in lexicon.items():
        if key not in used:
            yield f"lexicon: no rule uses the concept {key}"
        for term, count in Counter(concept.terms).items():
            if count > 1:
                yield f"lexicon {key}: the term {term} stands twice"
        if not concept.terms and not concept.includes:
            yield f"lexicon {key}: has neither terms nor includes"


def _patterns(rules: list[RuleFile]) -> Iterator[PatternFile]:
    for rule in rules:
        for element in rule.elements:
            yield from (*element.addressed, *element.mentioned)
