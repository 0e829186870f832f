"""A repository of documents as its users work in it: settings, baseline, waivers, cache, git."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from dfjlint.cli.config import template
from tests.e2e.repository import FULL, POOR, SETTINGS, TITLE, Repository, findings, verdicts

OPEN = ("missing", "open")


@pytest.fixture
def home(tmp_path: Path) -> Repository:
    return Repository(tmp_path, a=FULL, b=POOR)


# Settings


def test_a_plan_is_checked_with_the_closest_settings(home: Repository) -> None:
    home.write("plans/city/dfjlint.toml", 'extend = "../../dfjlint.toml"\nignore = ["DFJ-1.3"]\n')
    home.write("plans/city/c.txt", FULL)
    code, report = home.check()
    assert code == 1
    assert [document["path"] for document in report["documents"]] == ["plans/a.txt", "plans/b.txt", "plans/city/c.txt"]
    assert list(verdicts(report, 0)) == ["DFJ-1.1", "DFJ-1.2", "DFJ-1.3"]
    assert list(verdicts(report, 2)) == ["DFJ-1.1", "DFJ-1.2"]
    assert home.check("plans/city/c.txt")[0] == 0


def test_settings_may_stand_in_pyproject(home: Repository) -> None:
    text = (home.folder / "dfjlint.toml").read_text(encoding="utf-8")
    (home.folder / "dfjlint.toml").unlink()
    home.write("pyproject.toml", f'[tool.dfjlint]\n{text}select = ["DFJ-1.1"]\n')
    code, report = home.check("plans/a.txt")
    assert (code, verdicts(report)) == (0, {"DFJ-1.1": ("covered", "open")})
    assert report["documents"][0]["summary"]["applicable"] == 1


@pytest.mark.parametrize(
    ("line", "where", "example"),
    [
        ('fail_on = "missing"', "dfjlint.toml:fail_on", 'fail-on = "missing"'),
        ('fail-on = "often"', "dfjlint.toml:fail-on", 'fail-on = "missing"'),
        ("select = 1", "dfjlint.toml:select", "select = ["),
        ('colour = "red"', "dfjlint.toml:colour", "pack = "),
        ("select = [", "dfjlint.toml", "pack = "),
        ('extend = "nowhere.toml"', "dfjlint.toml:extend", "extend = "),
        ('extend = "dfjlint.toml"', "dfjlint.toml:extend", "break the circle"),
        ('plan-sets = [{ name = "x", body = "x.txt" }]', "dfjlint.toml:plan-sets.0.annexes", "plan-sets = ["),
        ('plan-sets = [{ name = "x", body = "x.txt", annexes = ["y"] }]', "dfjlint.toml:plan-sets (x)", "a path from"),
        ('select = ["DFJ-9"]', "dfjlint.toml:select", "DFJ-1.1"),
        ('output = ["papyrus"]', "dfjlint.toml:output", "console"),
        ('baseline = "nowhere.json"', "nowhere.json", "check the path"),
    ],
)
def test_a_fault_in_the_settings_names_file_key_and_example(
    home: Repository, line: str, where: str, example: str
) -> None:
    home.settings(f"{line}\n")
    result = home.run("check", "plans/a.txt")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"dfjlint: {where}: ")
    assert example in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_pack_that_is_not_there_is_named_with_the_setting(home: Repository) -> None:
    home.write("dfjlint.toml", 'pack = "atlantis-1999"\n')
    result = home.run("check", "plans")
    assert result.returncode == 2
    assert result.stderr.startswith("dfjlint: dfjlint.toml:pack: ")
    assert 'pack = "fujian-2018"' in result.stderr


def test_init_writes_settings_that_hold_and_never_overwrites(tmp_path: Path) -> None:
    home = Repository(tmp_path)
    (tmp_path / "dfjlint.toml").unlink()
    assert home.run("init").returncode == 0
    assert (tmp_path / "dfjlint.toml").read_text(encoding="utf-8") == template()
    assert 'pack = "fujian-2018"  # dfjlint.toml' in home.run("config").stdout
    again = home.run("init")
    assert (again.returncode, again.stderr.split(":")[1].strip()) == (2, "dfjlint.toml")


def test_config_shows_where_each_setting_comes_from(home: Repository) -> None:
    home.write("plans/dfjlint.toml", 'extend = "../dfjlint.toml"\nfail-on = "missing"\n')
    lines = home.run("config", "plans").stdout.splitlines()
    assert lines[0] == "# plans/dfjlint.toml"
    assert 'fail-on = "missing"  # plans/dfjlint.toml' in lines
    assert 'lang = "en"  # dfjlint.toml' in lines
    assert "select = []  # default" in lines


def test_files_are_found_as_settings_and_ignore_files_say(home: Repository) -> None:
    home.settings('exclude = ["plans/drafts/"]\n')
    for name in ("plans/drafts/d.txt", "plans/old/o.txt", "plans/old/keep.txt", "other/x.txt", "plans/~$a.docx"):
        home.write(name, FULL)
    home.write("plans/.dfjlintignore", "old/*\n!old/keep.txt\n")
    assert home.run("files").stdout.splitlines() == ["plans/a.txt", "plans/b.txt", "plans/old/keep.txt"]
    given = home.run("files", "plans/drafts/d.txt").stdout.splitlines()
    forced = home.run("files", "plans/drafts/d.txt", "plans/a.txt", "--force-exclude").stdout.splitlines()
    assert (given, forced) == (["plans/drafts/d.txt"], ["plans/a.txt"])


def test_ignores_by_file_severity_and_fail_on(home: Repository) -> None:
    home.settings('per-file-ignores = { "plans/b*" = ["DFJ-1.1"] }\nseverity = { "DFJ-1" = "note" }\n')
    code, report = home.check()
    assert code == 0
    assert [list(verdicts(report, number)) for number in (0, 1)] == [
        ["DFJ-1.1", "DFJ-1.2", "DFJ-1.3"],
        ["DFJ-1.2", "DFJ-1.3"],
    ]
    assert {result["severity"] for result in report["documents"][1]["obligations"]} == {"note"}
    home.settings('severity = { "DFJ-1" = "note", "DFJ-1.2" = "error" }\n')
    assert (home.check("plans/a.txt")[0], home.check("plans/b.txt")[0]) == (0, 1)
    home.settings('ignore = ["DFJ-1.2", "DFJ-1.3"]\nfail-on = "missing"\n')
    assert home.check("plans/b.txt")[0] == 0


SECOND = {"packs/rules/small/": "more/rules/second/", "packs/rules/": "more/rules/", "packs/": "more/"}


def _second_pack(home: Repository) -> None:
    """The small pack once more under another name, with ids of its own."""
    for path in sorted((home.folder / "packs").rglob("*.*")):
        name = path.relative_to(home.folder).as_posix()
        target = next(name.replace(old, new) for old, new in SECOND.items() if name.startswith(old))
        text = path.read_text(encoding="utf-8").replace("DFJ-", "SEC-").replace("id: small", "id: second")
        home.write(target.replace("DFJ-", "SEC-"), text)


def test_several_packs_are_several_reports_on_each_plan(home: Repository) -> None:
    _second_pack(home)
    home.write("dfjlint.toml", SETTINGS.replace('"packs/rules/small"', '["packs/rules/small", "more/rules/second"]'))
    home.write("plans/a.txt", POOR + "<!-- dfjlint-disable DFJ-1.2 SEC-1.3 XXX-1 -- agreed -->\n")
    code, report = home.check()
    assert (code, [pack["id"] for pack in report["packs"]]) == (1, ["small", "second"])
    assert [(document["path"], document["pack"]) for document in report["documents"]] == [
        ("plans/a.txt", "small"),
        ("plans/b.txt", "small"),
        ("plans/a.txt", "second"),
        ("plans/b.txt", "second"),
    ]
    assert verdicts(report, 0)["DFJ-1.2"] == ("missing", "waived")
    assert verdicts(report, 2)["SEC-1.3"] == ("missing", "waived")
    assert [finding["message_key"]["values"]["rule"] for finding in report["documents"][0]["findings"]] == ["XXX-1"]
    assert report["documents"][2]["findings"] == []


def test_an_unread_plan_is_reported_once_whatever_the_packs(home: Repository) -> None:
    _second_pack(home)
    (home.folder / "plans" / "c.docx").write_bytes(b"")
    code, report = home.check("--pack", "packs/rules/small", "--pack", "more/rules/second")
    assert code == 2
    assert [document["path"] for document in report["documents"] if not document["readable"]] == ["plans/c.docx"]


def test_baseline_waiver_and_selection_know_every_pack(home: Repository) -> None:
    _second_pack(home)
    home.write("dfjlint.toml", SETTINGS.replace('"packs/rules/small"', '["packs/rules/small", "more/rules/second"]'))
    assert home.run("baseline", "create").returncode == 0
    assert home.check()[0] == 0
    # What one pack alone finds leaves the entries of the other as they are.
    assert home.run("baseline", "prune", "--pack", "packs/rules/small").returncode == 0
    assert home.check()[0] == 0
    (home.folder / ".dfjlint-baseline.json").unlink()
    details = ("--reason", "r", "--approved-by", "a", "--basis", "b", "--expires", "2999-01-01")
    assert home.run("waive", "SEC-1.3", "plans/a.txt", *details).returncode == 0
    code, report = home.check("--select", "SEC-1.3", "plans/a.txt")
    assert (code, [document["pack"] for document in report["documents"]]) == (0, ["second"])
    assert findings(report) == []


def test_rules_and_explain_know_the_packs_and_the_language_of_the_settings(home: Repository) -> None:
    _second_pack(home)
    home.write("dfjlint.toml", SETTINGS.replace('"packs/rules/small"', '["packs/rules/small", "more/rules/second"]'))
    listed = home.run("rules").stdout.splitlines()
    assert [line.partition("\t")[0] for line in listed][:1] == ["DFJ-1.1"]
    assert any(line.startswith("SEC-1.3\t") for line in listed)
    assert not any(line.startswith("SEC-") for line in home.run("rules", "--pack", "packs/rules/small").stdout.split())
    assert "addressed where" in home.run("explain", "SEC-1.3").stdout
    assert home.run("explain", "SEC-1.3", "--isolated").returncode == 2


def test_packs_that_share_an_id_are_refused(home: Repository) -> None:
    _second_pack(home)
    path = home.folder / "more" / "rules" / "second" / "pack.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: second", "id: small"), encoding="utf-8")
    result = home.run("check", "--pack", "packs/rules/small", "--pack", "more/rules/second")
    assert (result.returncode, "two packs are called 'small'" in result.stderr) == (2, True)


def test_reports_are_no_plans(home: Repository) -> None:
    home.settings('output = ["html:plans/gap.html", "markdown:plans/gap.md", "console"]\n')
    first = home.run("check").stdout
    home.run("check", "-f", "html:plans/pages/")
    assert home.run("files").stdout.splitlines() == ["plans/a.txt", "plans/b.txt"]
    assert home.run("check").stdout == first


def test_nothing_to_check_without_settings(tmp_path: Path) -> None:
    home = Repository(tmp_path)
    (tmp_path / "dfjlint.toml").unlink()
    result = home.run("check")
    assert result.returncode == 2
    assert "nothing to check" in result.stderr


# Plan sets


def test_a_plan_set_is_judged_as_one_and_evidence_names_its_file(home: Repository) -> None:
    annex = "附件\n某省物联网工作任务表\n一、任务\n（一）外网。完善政务外网。\n（二）布局。推进物联网设施布局。\n"
    home.write("plans/annex-1.txt", annex)
    home.settings('plan-sets = [{ name = "2026", body = "plans/b.txt", annexes = ["plans/annex-*.txt"] }]\n')
    code, report = home.check("plans/annex-1.txt")
    assert code == 1
    assert verdicts(report) == {
        "DFJ-1.1": ("covered", "open"),
        "DFJ-1.2": ("covered", "open"),
        "DFJ-1.3": OPEN,
    }
    document = report["documents"][0]
    assert document["path"] == "plans/b.txt"
    assert [part["path"] for part in document["parts"]] == ["plans/b.txt", "plans/annex-1.txt"]
    texts = {part["path"]: (home.folder / part["path"]).read_text(encoding="utf-8") for part in document["parts"]}
    offsets = {part["path"]: part["offset"] for part in document["parts"]}
    evidence = [found for entry in document["obligations"][0]["elements"] for found in entry["evidence"]]
    assert [found["path"] for found in evidence] == ["plans/b.txt", "plans/annex-1.txt"]
    for found in evidence:
        start = found["start"] - offsets[found["path"]]
        assert texts[found["path"]][start : start + len(found["quote"])] == found["quote"]
        assert found["locator"].startswith(Path(found["path"]).name)
    assert document["obligations"][0]["gaps"] == []


# Baseline


def test_a_baseline_sets_known_gaps_aside_wherever_they_move(home: Repository) -> None:
    assert home.run("baseline", "create").returncode == 0
    code, report = home.check()
    assert code == 0
    assert verdicts(report, 1) == {
        "DFJ-1.1": ("partial", "baselined"),
        "DFJ-1.2": ("missing", "baselined"),
        "DFJ-1.3": ("missing", "baselined"),
    }
    home.write("plans/b.txt", POOR.replace("一、主要任务\n", "\n\n一、主要任务\n（一）其他。召开会议。\n"))
    assert home.check()[0] == 0


def test_a_baseline_does_not_hide_what_is_new_or_grown(home: Repository) -> None:
    home.run("baseline", "create")
    home.write("plans/b.txt", POOR.replace("完善政务内网。", "召开会议。"))
    code, report = home.check()
    assert (code, verdicts(report, 1)["DFJ-1.1"]) == (1, OPEN)
    assert findings(report) == [("DFJ010", "note")]
    refused = home.run("baseline", "update")
    assert (refused.returncode, refused.stderr.split()[:2]) == (1, ["plans/b.txt", "DFJ-1.1"])
    assert home.check()[0] == 1
    assert home.run("baseline", "update", "--accept-new").returncode == 0
    assert home.check()[0] == 0


def test_an_edited_paragraph_opens_its_gap_until_the_baseline_is_updated(home: Repository) -> None:
    home.run("baseline", "create")
    home.write("plans/b.txt", POOR.replace("完善政务内网。", "加快完善政务内网。"))
    assert home.check()[0] == 1
    assert home.run("baseline", "update").returncode == 0
    assert home.check()[0] == 0


def test_a_stale_baseline_fails_until_it_is_pruned(home: Repository) -> None:
    home.run("baseline", "create")
    home.write("plans/b.txt", FULL)
    (home.folder / "plans" / "a.txt").unlink()
    code, report = home.check()
    assert (code, findings(report)) == (1, [("DFJ009", "error")] * 3)
    assert home.check("--allow-stale")[0] == 0
    assert home.run("baseline", "prune").stdout.splitlines()[-1] == ".dfjlint-baseline.json: 1 gaps"
    assert home.check()[0] == 0


def test_create_does_not_overwrite_a_baseline(home: Repository) -> None:
    home.run("baseline", "create")
    result = home.run("baseline", "create")
    assert (result.returncode, "baseline update" in result.stderr) == (2, True)


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "dfjlint-baseline/1", "gaps": [{}]}', '{"schema": "x"}'])
def test_a_malformed_baseline_is_exit_2(home: Repository, text: str) -> None:
    home.write(".dfjlint-baseline.json", text)
    result = home.run("check")
    assert result.returncode == 2
    assert result.stderr.startswith("dfjlint: .dfjlint-baseline.json")
    assert "Traceback" not in result.stderr


# Waivers


WAIVE = (
    "--reason",
    "本省不承担",
    "--approved-by",
    "省数字办",
    "--basis",
    "闽数办〔2026〕1号",
    "--expires",
    "2026-12-31",
)


def _waived(home: Repository) -> str:
    for rule in ("DFJ-1.1", "DFJ-1.2", "DFJ-1.3"):
        result = home.run("waive", rule, "plans/b.txt", *WAIVE)
        assert (result.returncode, result.stderr) == (0, "")
    return (home.folder / "dfjlint-waivers.toml").read_text(encoding="utf-8")


def test_a_waiver_changes_the_disposition_and_never_the_coverage(home: Repository) -> None:
    _waived(home)
    code, report = home.check("plans/b.txt", "--as-of", "2026-12-31")
    assert (code, findings(report)) == (0, [])
    assert verdicts(report)["DFJ-1.1"] == ("partial", "waived")
    reason = report["documents"][0]["obligations"][0]["disposition_reason"]
    assert all(word in reason for word in ("本省不承担", "省数字办", "闽数办〔2026〕1号", "2026-12-31"))
    assert report["documents"][0]["summary"]["missing"] == 2


def test_an_expired_waiver_waives_nothing(home: Repository) -> None:
    _waived(home)
    code, report = home.check("plans/b.txt", "--as-of", "2027-01-01")
    assert (code, findings(report)) == (1, [("DFJ007", "error")] * 3)
    assert verdicts(report)["DFJ-1.2"] == OPEN


@pytest.mark.parametrize(
    "field", ["obligation", "document", "reason", "approved-by", "basis", "expires", "fingerprint"]
)
def test_every_field_of_a_waiver_is_required(home: Repository, field: str) -> None:
    text = _waived(home)
    home.write("dfjlint-waivers.toml", re.sub(f"^{field} = .*\n", "", text, count=1, flags=re.M))
    code, report = home.check("plans/b.txt", "--as-of", "2026-12-31")
    assert (code, findings(report)) == (1, [("DFJ006", "error")])
    assert verdicts(report)["DFJ-1.1"] == ("partial", "open")
    assert field in report["findings"][0]["message"]


def test_a_waiver_does_not_outlive_the_words_of_its_obligation(home: Repository) -> None:
    _waived(home)
    rule = home.folder / "packs/rules/small/1/DFJ-1.1.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("modality: shall", "modality: directive"), encoding="utf-8")
    code, report = home.check("plans/b.txt", "--as-of", "2026-12-31")
    assert (code, findings(report)) == (1, [("DFJ008", "error")])
    assert verdicts(report)["DFJ-1.1"] == ("partial", "open")


def test_a_waiver_that_is_not_needed_is_a_finding(home: Repository) -> None:
    home.run("waive", "DFJ-1.1", "plans/a.txt", *WAIVE)
    code, report = home.check("plans/a.txt", "--ignore", "DFJ-1.3", "--as-of", "2026-12-31")
    assert (code, findings(report)) == (0, [("DFJ003", "warning")])
    home.settings('severity = { "DFJ003" = "error" }\n')
    assert home.check("plans/a.txt", "--ignore", "DFJ-1.3", "--as-of", "2026-12-31")[0] == 1


def test_waivers_that_are_not_toml_are_exit_2(home: Repository) -> None:
    home.write("dfjlint-waivers.toml", "[[waiver]\n")
    result = home.run("check")
    assert (result.returncode, result.stderr.split(":")[1].strip()) == (2, "dfjlint-waivers.toml")


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_a_comment_with_a_reason_sets_an_obligation_aside(home: Repository, suffix: str) -> None:
    comment = "<!-- dfjlint-disable DFJ-1.2 DFJ-1.3 -- 推进物联网设施布局不属本级事权 -->"
    lines = [*FULL.replace("推进物联网设施布局", "支持企业").splitlines(), comment]
    page = "".join(f"<p>{line}</p>\n" for line in lines[:-1]) + comment
    text = f"<html><body>{page}</body></html>" if suffix == "html" else "\n\n".join(lines) + "\n"
    home.write(f"plans/c.{suffix}", text)
    code, report = home.check(f"plans/c.{suffix}")
    assert verdicts(report) == {
        "DFJ-1.1": ("covered", "open"),
        "DFJ-1.2": ("missing", "waived"),
        "DFJ-1.3": ("missing", "waived"),
    }
    assert (code, findings(report)) == (0, [])


def test_a_comment_without_a_reason_does_nothing_and_says_so(home: Repository) -> None:
    home.write("plans/c.md", FULL + "\n<!-- dfjlint-disable DFJ-1.3 -->\n<!-- dfjlint-disable DFJ-1.1 -- no gap -->\n")
    code, report = home.check("plans/c.md")
    assert (code, verdicts(report)["DFJ-1.3"]) == (1, OPEN)
    assert findings(report) == [("DFJ005", "error"), ("DFJ003", "warning")]


# Cache and processes


LOADED = """
import sys
from dfjlint.cli.app import app
try:
    app(["check", "plans", "-f", "json:out.json"], standalone_mode=False)
except BaseException as error:
    print(type(error).__name__, error, file=sys.stderr)
print(*sorted(set(sys.modules) & {"spacy", "jieba", "rjieba", "yaml", "ahocorasick_rs", "opencc", "dfjlint.api"}))
"""


def _loaded(home: Repository) -> str:
    result = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=home.folder, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return result.stdout.strip()


def test_a_cached_run_gives_the_same_bytes_and_loads_no_language_library(home: Repository) -> None:
    assert "ahocorasick_rs" in _loaded(home)
    first = (home.folder / "out.json").read_bytes()
    assert _loaded(home) == ""
    assert (home.folder / "out.json").read_bytes() == first


def _entries(home: Repository) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((home.folder / ".dfjlint-cache").rglob("*.z"))}


def test_a_changed_byte_of_plan_pack_or_issuer_misses(home: Repository) -> None:
    home.check("plans/a.txt")
    kept = len(_entries(home))
    home.write("plans/a.txt", FULL + "。")
    home.check("plans/a.txt")
    after_plan = len(_entries(home))
    home.check("plans/a.txt", "--issuer", "某市人民政府")
    after_issuer = len(_entries(home))
    with (home.folder / "packs/rules/lexicon/small.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a word\n")
    home.check("plans/a.txt")
    after_lexicon = len(_entries(home))
    with (home.folder / "packs/corpora/small.txt").open("a", encoding="utf-8") as stream:
        stream.write("完善政务内网、政务外网\n")
    home.check("plans/a.txt")
    # what came of the run is one entry, a new plan one more; a new pack is also its head and its compiled form,
    # a new text leaves the head and takes the place of what came of the run
    grown = (after_plan - kept, after_issuer - after_plan, after_lexicon - after_issuer)
    assert (*grown, len(_entries(home)) - after_lexicon) == (2, 2, 4, 2)


@pytest.mark.parametrize("damage", [b"", b"{}", b"dfjlint-cache/1 0\n[]", None])
def test_damaged_entries_are_ignored_and_written_again(home: Repository, damage: bytes | None) -> None:
    expected = home.run("check", "plans", "-f", "json").stdout
    kept = _entries(home)
    for path, data in kept.items():
        path.write_bytes(data[:-1] if damage is None else damage)
    assert home.run("check", "plans", "-f", "json").stdout == expected
    assert _entries(home) == kept


def test_the_cache_is_shown_bounded_and_cleared(home: Repository) -> None:
    home.run("check")
    kept = len(_entries(home))
    assert home.run("cache", "info").stdout.splitlines()[1] == f"{kept} results, 0.0 MB of 1000 MB"
    assert home.run("cache", "prune", "--max-size", "0").stdout == f"{kept} results removed, 0.0 MB\n"
    home.run("check")
    assert len(_entries(home)) == kept
    assert home.run("cache", "clear").stdout == f"{kept} results removed, 0.0 MB\n"
    assert _entries(home) == {}
    refused = home.run("cache", "clear", "--cache-dir", "plans")
    assert (refused.returncode, "this is no cache of dfjlint" in refused.stderr) == (2, True)
    assert (home.folder / "plans" / "a.txt").is_file()


def test_without_cache_nothing_is_kept(home: Repository) -> None:
    home.check("--no-cache")
    assert not (home.folder / ".dfjlint-cache").exists()


def test_parallel_runs_share_a_cache_and_give_the_same_report_as_one(home: Repository) -> None:
    for number in range(6):
        home.write(f"plans/p{number}.txt", POOR.replace("2026", str(2030 + number)))
    home.write("plans/empty.txt", "")
    command = [sys.executable, "-m", "dfjlint", "check", "-j2", "-f", "json"]
    runs = [subprocess.Popen(command, cwd=home.folder, stdout=subprocess.PIPE) for _ in range(2)]
    outputs = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [2, 2]
    alone = home.run("check", "--no-cache", "-j1", "-f", "json")
    assert {output.decode() for output in outputs} == {alone.stdout}
    assert list((home.folder / ".dfjlint-cache").rglob(".new-*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_ends_the_command_and_its_processes(home: Repository) -> None:
    for number in range(40):
        home.write(f"plans/p{number}.txt", POOR * 20 + str(number))
    command = [sys.executable, "-m", "dfjlint", "check", "-j2", "--no-cache"]
    run = subprocess.Popen(
        command, cwd=home.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    limit = time.monotonic() + 90
    while len(psutil.Process(run.pid).children()) < 2:
        assert time.monotonic() < limit
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=90)
    assert (run.returncode, said.decode()) == (130, "dfjlint: interrupted\n")
    assert _ends(run.pid)


def _ends(group: int) -> bool:
    """True if no process of a group is left within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_watch_checks_again_when_a_plan_is_saved(home: Repository) -> None:
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "dfjlint", "check", "plans/a.txt", "--ignore", "DFJ-1.3", "--watch"]
    run = subprocess.Popen(command, cwd=home.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert run.stderr
    try:
        assert "exit code 0" in run.stderr.readline()
        time.sleep(1)
        home.write("plans/a.txt", POOR)
        assert "exit code 1" in run.stderr.readline()
    finally:
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=30)
    assert run.returncode == 130


# Earlier versions


def test_diff_fails_only_for_what_became_worse(home: Repository) -> None:
    home.commit()
    assert home.check("--diff", "HEAD")[0] == 0
    home.write("plans/a.txt", FULL.replace("推进物联网设施布局", "支持企业成长"))
    code, report = home.check("--diff", "HEAD")
    assert code == 1
    assert verdicts(report, 0) == {
        "DFJ-1.1": ("covered", "open"),
        "DFJ-1.2": OPEN,
        "DFJ-1.3": ("missing", "baselined"),
    }
    assert {disposition for _, disposition in verdicts(report, 1).values()} == {"baselined"}


def test_diff_follows_renames_and_takes_new_plans_whole(home: Repository) -> None:
    home.commit()
    home.git("mv", "plans/b.txt", "plans/renamed.txt")
    assert home.check("--diff", "HEAD")[0] == 0
    home.write("plans/new.txt", TITLE + "（一）会议。召开会议。\n")
    code, report = home.check("plans/new.txt", "--diff", "HEAD")
    assert (code, verdicts(report)["DFJ-1.1"]) == (1, OPEN)


@pytest.mark.parametrize("ref", ["nowhere", "--output=x"])
def test_diff_against_no_version_is_exit_2(home: Repository, ref: str) -> None:
    home.commit()
    result = home.run("check", f"--diff={ref}")
    assert (result.returncode, result.stderr.startswith("dfjlint: --diff: ")) == (2, True)


def test_diff_outside_a_repository_is_exit_2(home: Repository) -> None:
    result = home.run("check", "--diff", "HEAD")
    assert (result.returncode, result.stderr.startswith("dfjlint: --diff: ")) == (2, True)
