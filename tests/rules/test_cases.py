"""The cases beside the rules, rule by rule."""

from __future__ import annotations

from collections import Counter

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.engine.locate import find_pack, shipped_packs
from dfjlint.engine.pack import cases_of, rule_files
from dfjlint.testing.cases import run_cases
from dfjlint.testing.verify import verify_pack

FOLDER = find_pack("fujian-2018")
IDS = [path.stem for path in rule_files(FOLDER)]


@pytest.mark.parametrize("rule", IDS)
def test_cases_of(rule: str, index: ConceptIndex) -> None:
    outcomes = [outcome for outcome in run_cases(FOLDER, index, (rule,)) if outcome.rule == rule]
    assert [outcome for outcome in outcomes if not outcome.ok] == []
    counts = Counter(outcome.expectation for outcome in outcomes)
    assert min(counts["pass"], counts["fail"]) >= 2


@pytest.mark.parametrize("pack", shipped_packs())
def test_pack_is_sound(pack: str) -> None:
    assert verify_pack(find_pack(pack)) == []


def test_the_pack_has_every_obligation(index: ConceptIndex) -> None:
    obligations = index.pack.obligations
    assert len(obligations) == len(set(IDS)) == 102
    assert sum(len(entry.elements) for entry in obligations) == 166


def test_no_case_is_a_sentence_of_a_labelled_plan(plan_2019: str) -> None:
    from dfjlint.text.normalise import normalise_term

    plan = normalise_term(plan_2019)
    copied = [
        (rule, case.text)
        for rule in IDS
        for case in (*cases_of(FOLDER, rule).passing, *cases_of(FOLDER, rule).failing)
        if len(case.text) >= 16 and normalise_term(case.text).rstrip("。") in plan
    ]
    assert copied == []


def test_no_term_is_a_sentence_of_a_labelled_plan(plan_2019: str, index: ConceptIndex) -> None:
    """A rule that quotes the plan it was tried on proves nothing."""
    from dfjlint.text.normalise import normalise_term

    plan = normalise_term(plan_2019)
    long = {term for concept in index.pack.concepts.values() for term in concept.terms if len(term) > 10}
    assert sorted(term for term in long if term in plan) == []
