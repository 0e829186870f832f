from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from dfjlint.model.report import Report
from dfjlint.reporters.junit import render_junit
from tests.unit.reporters import factory, variants


def suites(report: Report) -> list[Element]:
    return fromstring(render_junit(report, "zh-Hans")).findall("testsuite")


def outcome(case: Element) -> str:
    return next((name for name in ("failure", "error", "skipped") if case.find(name) is not None), "passed")


def outcomes(suite: Element) -> dict[str, str]:
    return {case.get("name", "").split()[0]: outcome(case) for case in suite.findall("testcase")}


def test_one_case_for_each_obligation() -> None:
    (suite,) = suites(factory.report(variants.agreed()))
    assert outcomes(suite) == {
        "TST-1.1": "passed",
        "TST-2.1.1": "failure",
        "TST-2.1.2": "skipped",
        "TST-2.2.1": "skipped",
        "TST-2.2.2": "passed",
        "TST-3.1": "failure",
        "TST-3.2": "skipped",
    }
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "7",
        "failures": "2",
        "errors": "0",
        "skipped": "3",
    }


def test_a_failure_says_coverage_codes_and_reasons() -> None:
    (suite,) = suites(factory.report())
    failure = suite.findall("testcase")[1].find("failure")
    assert failure is not None
    assert failure.get("type") == "partial G09 G02"
    assert "G02 未作部署：運維經費。" in failure.get("message", "")
    assert "已部署: 政務專網 ← 一、（二） 「组建专网」" in (failure.text or "").splitlines()


def test_an_unread_file_is_an_error() -> None:
    (suite,) = suites(factory.report(factory.unreadable()))
    assert outcomes(suite) == {"DFJ001": "error"}
    assert suite.get("errors") == "1"


def test_totals_are_over_all_files() -> None:
    root = fromstring(render_junit(factory.report(variants.lined(), factory.unreadable()), "en"))
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("skipped")) == ("8", "4", "1", "1")


def test_a_case_names_file_and_line() -> None:
    (suite,) = suites(factory.report(variants.lined()))
    assert [(case.get("file"), case.get("line")) for case in suite.findall("testcase")][:2] == [
        ("plans/云江 2027.txt", "4"),
        ("plans/云江 2027.txt", "6"),
    ]


def test_findings_are_said_but_counted_nowhere() -> None:
    (suite,) = suites(factory.report(variants.word_file()))
    assert suite.get("tests") == "7"
    assert suite.findtext("system-err", "").startswith("DFJ004 ")


def test_hostile_text_is_text() -> None:
    (suite,) = suites(factory.hostile_report())
    case = suite.find("testcase")
    assert case is not None
    assert "<script>" in case.get("name", "")
    assert "⟦U+202E⟧" in case.get("name", "")
    assert [element.tag for element in suite.iter("script")] == []
