"""Baseline, comparison and sets on reports built from small plans."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dfjlint.engine.index import ConceptIndex
from dfjlint.errors import UsageError
from dfjlint.model.report import Coverage, Disposition, DocumentReport, Severity, Status
from dfjlint.workspace.baseline import Entry, dump_baseline, entries_of, is_worse, load_baseline
from dfjlint.workspace.baselining import judged, pruned, updated, with_baseline
from dfjlint.workspace.compare import only_worse
from dfjlint.workspace.packs import fingerprint
from dfjlint.workspace.plan_sets import join
from dfjlint.workspace.select import names
from dfjlint.workspace.waivers import Waiver, dump_waiver, load_waivers
from tests.unit.engine.small_pack import check, document, plan, small_index

AT_LEAST = {"DFJ-1.1": 2, "DFJ-1.2": 1, "DFJ-1.3": 1}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ConceptIndex:
    return small_index(tmp_path_factory.mktemp("pack"))


def _report(index: ConceptIndex, *measures: str, path: str = "plan.txt") -> DocumentReport:
    return replace(check(plan(*measures), index), path=path)


def _dispositions(report: DocumentReport) -> Mapping[str, Disposition]:
    return {result.id: result.disposition for result in report.obligations}


def _entries(report: DocumentReport) -> tuple[Entry, ...]:
    return tuple(entries_of("plan", report).values())


def test_a_baseline_file_comes_back_equal_and_sorted(index: ConceptIndex, tmp_path: Path) -> None:
    entries = _entries(_report(index, "完善政务内网。"))
    path = tmp_path / "baseline.json"
    path.write_bytes(dump_baseline(reversed(entries)))
    assert load_baseline(path, "baseline.json") == entries
    path.write_bytes(dump_baseline([*entries, entries[0]]))
    with pytest.raises(UsageError, match="twice"):
        load_baseline(path, "baseline.json")


def test_a_baseline_entry_holds_while_the_paragraph_stays_the_same(index: ConceptIndex) -> None:
    before = _report(index, "完善政务内网。")
    entries = _entries(before)
    known = with_baseline("plan", before, entries, Severity.ERROR)
    assert set(_dispositions(known).values()) == {Disposition.BASELINED}
    edited = with_baseline("plan", _report(index, "尽快完善政务内网。"), entries, Severity.ERROR)
    assert _dispositions(edited)["DFJ-1.1"] is Disposition.OPEN
    other = with_baseline("other", before, entries, Severity.ERROR)
    assert set(_dispositions(other).values()) == {Disposition.OPEN}


@pytest.mark.parametrize("number", ["（二）", "(12)", "3.", "三、", "第十二条"])
def test_a_paragraph_may_get_another_number(index: ConceptIndex, number: str) -> None:
    title = "某省2026年数字政府工作要点"
    first, second = (check(document(f"{title}\n{text}完善政务内网。"), index) for text in ("（一）", number))
    assert entries_of("plan", first) == entries_of("plan", second)


def test_a_gap_has_grown_if_any_element_has(index: ConceptIndex) -> None:
    partial = entries_of("plan", _report(index, "完善政务内网。"))["DFJ-1.1"]
    missing = entries_of("plan", _report(index, "召开会议。"))["DFJ-1.1"]
    other = entries_of("plan", _report(index, "完善政务外网。"))["DFJ-1.1"]
    assert (is_worse(missing, partial), is_worse(partial, missing)) == (True, False)
    assert (is_worse(other, partial), is_worse(partial, partial)) == (True, False)


def test_an_update_takes_in_what_is_no_worse(index: ConceptIndex) -> None:
    before = _entries(_report(index, "召开会议。"))
    now = {"plan": judged("plan", _report(index, "完善政务内网。", "推进物联网设施布局。"))}
    result = updated(before, now, set(), accept_new=False)
    assert [(entry.obligation, entry.status) for entry in result.entries] == [
        ("DFJ-1.1", Coverage.PARTIAL),
        ("DFJ-1.3", Coverage.MISSING),
    ]
    assert ([entry.obligation for entry in result.dropped], result.refused) == (["DFJ-1.2"], ())


def test_an_update_refuses_growth_and_keeps_the_old_entry(index: ConceptIndex) -> None:
    before = _entries(_report(index, "完善政务内网。", "推进物联网设施布局。"))
    now = {"plan": judged("plan", _report(index, "召开会议。"))}
    result = updated(before, now, set(), accept_new=False)
    assert [entry.obligation for entry in result.refused] == ["DFJ-1.1", "DFJ-1.2"]
    assert sorted(result.entries, key=lambda entry: entry.obligation) == list(before)
    assert [entry.obligation for entry in updated(before, now, set(), accept_new=True).entries] == [
        "DFJ-1.1",
        "DFJ-1.2",
        "DFJ-1.3",
    ]


def test_pruning_only_drops(index: ConceptIndex) -> None:
    before = _entries(_report(index, "完善政务内网。"))
    now = {"plan": judged("plan", _report(index, "完善政务内网、政务外网。"))}
    assert [entry.obligation for entry in pruned(before, now, set()).entries] == ["DFJ-1.2", "DFJ-1.3"]
    assert pruned(before, {}, {"plan"}).entries == ()
    assert pruned(before, {}, set()).entries == before


def test_what_a_run_did_not_ask_for_stays_in_the_baseline(index: ConceptIndex) -> None:
    before = _entries(_report(index, "完善政务内网。"))
    whole = _report(index, "完善政务内网、政务外网。", "推进物联网设施布局。")
    now = {"plan": judged("plan", replace(whole, obligations=whole.obligations[:1]))}
    assert [entry.obligation for entry in pruned(before, now, set()).entries] == ["DFJ-1.2", "DFJ-1.3"]
    assert [entry.obligation for entry in updated(before, now, set(), False).entries] == ["DFJ-1.2", "DFJ-1.3"]


def test_compared_with_before_only_what_is_worse_stays_open(index: ConceptIndex) -> None:
    before = _report(index, "完善政务内网。", "推进物联网设施布局。")
    now = _report(index, "完善政务内网。", "推进物联网应用。")
    assert _dispositions(only_worse(now, before, "HEAD")) == {
        "DFJ-1.1": Disposition.BASELINED,
        "DFJ-1.2": Disposition.OPEN,
        "DFJ-1.3": Disposition.BASELINED,
    }
    assert (
        _dispositions(only_worse(before, now, "HEAD"))["DFJ-1.2"] is Disposition.OPEN
    )  # covered: nothing to set aside


def test_a_set_is_the_union_of_its_files(index: ConceptIndex) -> None:
    body = _report(index, "完善政务内网。", path="body.txt")
    annex = _report(index, "完善政务外网。", "推进物联网应用。", path="annex.txt")
    joined = join([body, annex], AT_LEAST)
    assert {result.id: result.coverage for result in joined.obligations} == {
        "DFJ-1.1": Coverage.COVERED,
        "DFJ-1.2": Coverage.PARTIAL,
        "DFJ-1.3": Coverage.MISSING,
    }
    assert [[gap.code for gap in result.gaps] for result in joined.obligations][1:] == [["G08"], ["G01"]]
    evidence = joined.obligations[0].elements[1].evidence[0]
    assert (evidence.path, evidence.locator, evidence.measure) == ("annex.txt", "annex.txt 一、（一）", 1)
    assert evidence.span.start >= joined.parts[1].offset > body.characters
    assert [measure.index for measure in joined.measures] == [0, 1, 2]
    assert (joined.summary.covered, joined.summary.partial, joined.summary.missing) == (1, 1, 1)


def test_places_that_are_not_quoted_move_with_their_file(index: ConceptIndex) -> None:
    body = _report(index, "完善政务外网。", path="body.txt")
    annex = _report(index, *["完善政务内网。"] * 4, path="annex.txt")
    alone, joined = annex.obligations[0].elements[0], join([body, annex], AT_LEAST)
    [spot] = joined.obligations[0].elements[0].also
    assert (spot.measure, spot.span.start) == (4, alone.also[0].span.start + joined.parts[1].offset)


def test_a_gap_of_a_set_stays_only_for_elements_that_no_file_answers(index: ConceptIndex) -> None:
    body = _report(index, "完善政务内网。")
    joined = join([body, body], AT_LEAST)
    assert [(gap.code, dict(gap.message.values)["element"]) for gap in joined.obligations[0].gaps] == [
        ("G02", "政務外網")
    ]
    assert [element.status for element in joined.obligations[0].elements] == [Status.ADDRESSED, Status.MISSING]


def test_a_fingerprint_follows_what_is_asked_and_not_how_it_is_looked_for(index: ConceptIndex) -> None:
    obligation = index.pack.obligations[0]
    looked_for = replace(obligation, elements=tuple(replace(entry, addressed=()) for entry in obligation.elements))
    assert fingerprint(looked_for) == fingerprint(obligation)
    assert fingerprint(replace(obligation, at_least=1)) != fingerprint(obligation)
    assert fingerprint(replace(obligation, deadline=(2026, 1, 1))) != fingerprint(obligation)


def test_a_waiver_comes_back_from_its_file(tmp_path: Path) -> None:
    waiver = Waiver(1, "DFJ-1.1", 'a "b".md', "因为\n如此", "某人", "某号", datetime.date(2026, 1, 2), "ff")
    path = tmp_path / "w.toml"
    path.write_text(dump_waiver(waiver), encoding="utf-8")
    assert load_waivers(path, "w.toml").waivers == (waiver,)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("expires = 2026-01-02", 'expires = "2026-01-02"'), "waiver-field-date"),
        (("expires = 2026-01-02", "expires = 2026-01-02T00:00:00"), "waiver-field-date"),
        (('reason = "r"', 'reason = " "'), "waiver-field-missing"),
        (('reason = "r"', "reason = 1"), "waiver-field-missing"),
        (('reason = "r"', 'reason = "r"\nnote = "n"'), "waiver-field-unknown"),
    ],
)
def test_a_malformed_waiver_is_a_finding_and_the_others_hold(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    good = dump_waiver(Waiver(2, "DFJ-1.1", "a", "r", "p", "b", datetime.date(2026, 1, 2), "ff"))
    path = tmp_path / "w.toml"
    path.write_text(good.replace(*change) + good, encoding="utf-8")
    read = load_waivers(path, "w.toml")
    assert [(finding.id, finding.message.key) for finding in read.findings] == [("DFJ006", key)]
    assert [waiver.number for waiver in read.waivers] == [2]


@pytest.mark.parametrize(
    ("part", "rule", "named"),
    [
        ("DFJ-2.2", "DFJ-2.2.6", True),
        ("DFJ-2.2", "DFJ-2.20.1", False),
        ("DFJ-2.2.6", "DFJ-2.2.6", True),
        ("DFJ", "DFJ-2.2.6", True),
        ("DFJ-2.", "DFJ-2.2.6", True),
        ("DFJ-2.2.6", "DFJ-2.2", False),
    ],
)
def test_an_id_names_what_begins_with_it_up_to_a_full_point(part: str, rule: str, named: bool) -> None:
    assert names([part], rule) is named
