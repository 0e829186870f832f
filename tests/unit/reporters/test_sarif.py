from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from dfjlint.model.report import DocumentReport, Finding, Message, Report, Severity
from dfjlint.reporters.sarif import render_sarif, render_sarif_all
from tests.conftest import ROOT
from tests.unit.reporters import factory, variants

SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run(report: Report, lang: str = "zh-Hans", everything: bool = False) -> dict[str, Any]:
    log = json.loads((render_sarif_all if everything else render_sarif)(report, lang))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    found: dict[str, Any] = log["runs"][0]
    return found


def results(document: DocumentReport, everything: bool = False) -> dict[str, dict[str, Any]]:
    return {entry["ruleId"]: entry for entry in run(factory.report(document), everything=everything)["results"]}


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("everything", [False, True])
def test_the_log_keeps_the_official_schema(lang: str, everything: bool) -> None:
    assert run(variants.everything(), lang, everything)["columnKind"] == "unicodeCodePoints"


def test_hostile_text_keeps_the_official_schema() -> None:
    assert len(run(factory.hostile_report(), everything=True)["results"]) == 2


def test_kind_and_level_follow_coverage() -> None:
    found = results(variants.lined(), everything=True)
    assert {id: (entry["kind"], entry["level"]) for id, entry in found.items()} == {
        "TST-1.1": ("pass", "none"),
        "TST-2.1.1": ("fail", "warning"),
        "TST-2.1.2": ("fail", "error"),
        "TST-2.2.1": ("fail", "error"),
        "TST-2.2.2": ("fail", "note"),
        "TST-3.1": ("open", "none"),
        "TST-3.2": ("notApplicable", "none"),
    }


def test_passes_and_what_does_not_apply_are_left_out_by_default() -> None:
    assert sorted(results(variants.lined())) == ["TST-2.1.1", "TST-2.1.2", "TST-2.2.1", "TST-2.2.2", "TST-3.1"]


def test_an_obligation_that_weighs_less_has_a_lower_level() -> None:
    document = variants.with_result(variants.lined(), "TST-2.1.2", severity=Severity.NOTE)
    assert results(document)["TST-2.1.2"]["level"] == "note"


def test_regions_lead_to_the_words_by_offset_and_by_line() -> None:
    regions = [
        place["physicalLocation"]["region"]
        for entry in results(variants.lined()).values()
        for place in entry["locations"] + entry.get("relatedLocations", [])
        if "region" in place["physicalLocation"]
    ]
    assert len(regions) > 4
    lines = re.split("\n", factory.TEXT)
    for region in regions:
        words = region["snippet"]["text"]
        start = region["charOffset"]
        assert factory.TEXT[start : start + region["charLength"]] == words
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_a_format_without_lines_has_no_region_but_a_locator() -> None:
    place = results(variants.word_file())["TST-2.2.1"]["locations"][0]
    assert place == {
        "physicalLocation": {
            "artifactLocation": {"uri": "plans/%E4%BA%91%E6%B1%9F.docx", "uriBaseId": "%SRCROOT%", "index": 0}
        },
        "logicalLocations": [{"name": "二、（三）", "fullyQualifiedName": "二、（三）", "kind": "passage"}],
    }


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a b/计划.md", {"uri": "a%20b/%E8%AE%A1%E5%88%92.md", "uriBaseId": "%SRCROOT%", "index": 0}),
        ("./plan.md", {"uri": "plan.md", "uriBaseId": "%SRCROOT%", "index": 0}),
        ("../plan.md", {"uri": "../plan.md", "index": 0}),
        ("/srv/plan.md", {"uri": "file:///srv/plan.md", "index": 0}),
        ("C:/plans/50%.md", {"uri": "file:///C:/plans/50%25.md", "index": 0}),
        ("//server/share/plan.md", {"uri": "file://server/share/plan.md", "index": 0}),
    ],
)
def test_uris(path: str, location: dict[str, object]) -> None:
    artifacts = run(factory.report(replace(factory.document(), path=path)))["artifacts"]
    assert [artifact["location"] for artifact in artifacts] == [location]


def test_fingerprints_come_from_words_and_not_from_lines() -> None:
    before = {id: entry["partialFingerprints"] for id, entry in results(variants.lined()).items()}
    after = {id: entry["partialFingerprints"] for id, entry in results(variants.shifted(variants.lined(), 40)).items()}
    assert before == after
    assert len({str(entry) for entry in before.values()}) == len(before)


def test_fingerprints_differ_between_files_and_words() -> None:
    def fingerprint(document: DocumentReport) -> object:
        return results(document)["TST-2.2.1"]["partialFingerprints"]

    other_file = replace(variants.lined(), path="plans/other.txt")
    gap = variants.result_of(variants.lined(), "TST-2.2.1").gaps[0]
    assert gap.evidence is not None
    other_words = replace(gap, evidence=replace(gap.evidence, quote="停止建设电子证照库"))
    same_words = replace(gap, evidence=replace(gap.evidence, quote="暂缓建设\n电子证照库"))
    documents = [
        variants.with_result(variants.lined(), "TST-2.2.1", gaps=(found,)) for found in (other_words, same_words)
    ]
    assert fingerprint(other_file) != fingerprint(variants.lined())
    assert fingerprint(documents[0]) != fingerprint(variants.lined())
    assert fingerprint(documents[1]) == fingerprint(variants.lined())


def test_a_missing_obligation_keeps_its_fingerprint_when_other_text_comes_near() -> None:
    near = variants.with_result(variants.lined(), "TST-2.1.2", nearest=())
    assert (
        results(near)["TST-2.1.2"]["partialFingerprints"]
        == results(variants.lined())["TST-2.1.2"]["partialFingerprints"]
    )


def test_agreed_gaps_are_suppressed_with_their_reason() -> None:
    found = results(variants.agreed())
    assert found["TST-2.1.1"]["suppressions"] == []
    assert found["TST-2.1.2"]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "文中第3行注明：另案办理"}
    ]
    assert found["TST-2.2.1"]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "已列入基线"}
    ]


def test_every_obligation_is_a_rule_with_help_and_its_quotation() -> None:
    driver = run(factory.report())["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [result.id for result in factory.document().obligations]
    rule = driver["rules"][1]
    assert (
        rule["fullDescription"]["text"] == "云江省關於數字云江的決定 二(一)「組建政務專網,建設應急專網,落實運維經費」"
    )
    assert "要素：政務專網；應急專網；運維經費。" in rule["help"]["text"]
    assert rule["help"]["markdown"].splitlines()[-3:] == ["- 政務專網", "- 應急專網", "- 運維經費"]


def test_results_point_to_their_rules_and_gap_codes() -> None:
    found = run(variants.everything(), everything=True)
    rules, taxa = found["tool"]["driver"]["rules"], found["taxonomies"][0]["taxa"]
    for entry in found["results"]:
        assert rules[entry["ruleIndex"]]["id"] == entry["ruleId"]
        for taxon in entry.get("taxa", []):
            assert taxa[taxon["index"]]["id"] == taxon["id"]
    codes = {entry["ruleId"]: [taxon["id"] for taxon in entry["taxa"]] for entry in found["results"] if "taxa" in entry}
    assert codes["TST-2.1.1"] == ["G09", "G02"]


def test_an_unread_file_is_a_notification_and_the_run_no_success() -> None:
    found = run(factory.report(factory.unreadable()))
    invocation = found["invocations"][0]
    assert found["results"] == []
    assert invocation["executionSuccessful"] is False
    notice = invocation["toolExecutionNotifications"][0]
    assert (notice["descriptor"], notice["level"]) == ({"id": "DFJ001", "index": 0}, "error")
    assert found["tool"]["driver"]["notifications"][0]["id"] == "DFJ001"


def test_a_finding_about_a_read_file_is_a_result_at_its_place() -> None:
    finding = Finding("DFJ004", Severity.WARNING, Message("off-subject"), factory.span("办好龙舟邀请赛"), "二、（四）")
    entry = results(replace(variants.lined(), findings=(finding,)))["DFJ004"]
    assert entry["level"] == "warning"
    place = entry["locations"][0]
    assert place["physicalLocation"]["region"]["snippet"]["text"] == "办好龙舟邀请赛"
    assert place["logicalLocations"][0]["name"] == "二、（四）"


def test_a_finding_that_names_a_line_stands_there() -> None:
    finding = Finding("DFJ005", Severity.ERROR, Message("suppression-no-reason", (("line", "3"),)))
    place = results(replace(variants.lined(), findings=(finding,)))["DFJ005"]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 3, "endLine": 3}


def test_findings_beside_the_plans_are_notifications() -> None:
    finding = Finding("DFJ004", Severity.ERROR, Message("off-subject"))
    invocation = run(replace(factory.report(), findings=(finding,)))["invocations"][0]
    assert [notice["descriptor"]["id"] for notice in invocation["toolConfigurationNotifications"]] == ["DFJ004"]
    assert invocation["executionSuccessful"] is True


def test_a_plan_set_names_the_file_and_the_line_in_it() -> None:
    found = run(factory.report(variants.plan_set()))
    assert [artifact["location"]["uri"] for artifact in found["artifacts"]] == ["plans/body.md", "plans/annex.md"]
    entry = next(entry for entry in found["results"] if entry["ruleId"] == "TST-2.2.1")
    place = entry["locations"][0]["physicalLocation"]
    annex = factory.TEXT[factory.TEXT.index("二、改善服务") :]
    assert place["artifactLocation"]["uri"] == "plans/annex.md"
    assert place["region"]["startLine"] == 2
    assert annex[place["region"]["charOffset"] :].startswith("暂缓建设电子证照库")


def test_words_of_a_plan_are_no_link_and_no_placeholder() -> None:
    document = variants.with_result(variants.lined(), "TST-2.1.2", quote=r"见[公告](http://x.example) {0}")
    assert r"见\[公告\](http://x.example) {{0}}" in results(document)["TST-2.1.2"]["message"]["text"]


def test_a_file_name_that_is_no_unicode_does_no_harm() -> None:
    odd = replace(factory.document(), path="plan\udc80.txt")
    assert run(factory.report(odd))["artifacts"][0]["location"]["uri"].startswith("plan%")
