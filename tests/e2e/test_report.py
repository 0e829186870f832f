from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import jsonschema
import pytest
from openpyxl import load_workbook

from dfjlint.reporters import FORMATS
from tests.conftest import PLAN_2019, ROOT
from tests.e2e.command import dfjlint


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of 2019 checked once, every format in one run."""
    made = tmp_path_factory.mktemp("formats")
    shutil.copy(PLAN_2019, made / "plan.txt")
    result = dfjlint("check", "plan.txt", *_every_format("a"), "--lang", "zh-Hant", cwd=made)
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")
    return made


def _every_format(name: str) -> list[str]:
    return [part for format in FORMATS for part in ("-f", f"{format}:{name}/gap.{format}")]


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_every_format_in_one_run_and_the_same_bytes_in_the_next(folder: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-m", "dfjlint", "check", "plan.txt", *_every_format("b"), "--lang", "zh-Hant"]
    subprocess.run(command, cwd=folder, env=environment, check=False)
    assert sorted(_digests(folder / "a")) == sorted(f"gap.{name}" for name in FORMATS)
    assert _digests(folder / "a") == _digests(folder / "b")


def test_a_saved_report_renders_every_format_as_the_check_did(folder: Path) -> None:
    result = dfjlint("report", "a/gap.json", *_every_format("again"), cwd=folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert _digests(folder / "again") == _digests(folder / "a")


def test_a_saved_report_in_another_language(folder: Path) -> None:
    result = dfjlint("report", "a/gap.json", "--lang", "en", cwd=folder)
    assert result.returncode == 0
    assert "applicable obligations covered" in result.stdout


def test_sarif_of_a_real_plan_keeps_the_official_schema(folder: Path) -> None:
    schema = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    text = (folder / "plan.txt").read_text(encoding="utf-8")
    for name in ("sarif", "sarif-all"):
        log = json.loads((folder / "a" / f"gap.{name}").read_text(encoding="utf-8"))
        jsonschema.Draft4Validator(schema).validate(log)
        for entry in log["runs"][0]["results"]:
            for place in entry["locations"]:
                region = place["physicalLocation"].get("region")
                if region:
                    start = region["charOffset"]
                    assert text[start : start + region["charLength"]] == region["snippet"]["text"]
                    assert text[:start].count("\n") == region["startLine"] - 1
    assert len(log["runs"][0]["results"]) == 102


def test_the_counts_agree_in_every_format(folder: Path) -> None:
    summary = json.loads((folder / "a" / "gap.json").read_text(encoding="utf-8"))["documents"][0]["summary"]
    short = summary["applicable"] - summary["covered"]
    suite = fromstring((folder / "a" / "gap.junit").read_bytes())
    assert (suite.get("tests"), suite.get("failures")) == ("102", str(short))
    assert suite.get("skipped") == str(summary["not_applicable"])
    quality = json.loads((folder / "a" / "gap.gitlab").read_text(encoding="utf-8"))
    assert sum(entry["severity"] in ("critical", "major", "minor") for entry in quality) == short
    assert len({entry["fingerprint"] for entry in quality}) == len(quality)
    commands = (folder / "a" / "gap.github").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith(("::error ", "::warning ")) for line in commands) == short
    book = load_workbook(io.BytesIO((folder / "a" / "gap.xlsx").read_bytes()))
    covered = [row[6].value for row in list(book["差距清單"])[1:]]
    assert len(covered) - covered.count("已覆蓋") == short
    table = (folder / "a" / "gap.markdown").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("| DFJ-") for line in table) == 102


def _draft(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    dfjlint("check", f"{name}.txt", "-f", f"json:{name}.json", cwd=folder)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two drafts: the later one has no measure on publicity and regulations any more."""
    made = tmp_path_factory.mktemp("drafts")
    text = PLAN_2019.read_text(encoding="utf-8")
    _draft(made, "old", text)
    lines = [line for line in text.split("\n") if "突出規章建設" not in line]
    assert len(lines) == text.count("\n")
    _draft(made, "new", "\n".join(lines))
    return made


def test_a_draft_that_lost_something_is_exit_1(drafts: Path) -> None:
    result = dfjlint("report", "--compare", "old.json", "new.json", "--lang", "en", cwd=drafts)
    assert result.returncode == 1
    assert "── Lost (" in result.stdout
    assert "old.txt → new.txt" in result.stdout


def test_a_draft_that_only_gained_is_exit_0(drafts: Path) -> None:
    result = dfjlint("report", "--compare", "new.json", "old.json", "--lang", "en", cwd=drafts)
    assert result.returncode == 0
    assert "── Gained (" in result.stdout
    assert "── Lost" not in result.stdout


def test_a_comparison_in_three_formats(drafts: Path) -> None:
    outputs = ("-f", "json:c.json", "-f", "markdown:c.md", "-f", "console")
    result = dfjlint("report", "--compare", "old.json", "new.json", *outputs, cwd=drafts)
    assert result.returncode == 1
    schema = json.loads((ROOT / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
    content = json.loads((drafts / "c.json").read_text(encoding="utf-8"))
    jsonschema.validate(content, schema)
    lost = [change["id"] for change in content["documents"][0]["lost"]]
    assert lost
    markdown = (drafts / "c.md").read_text(encoding="utf-8")
    assert all(id in result.stdout and f"- **{id}** " in markdown for id in lost)


def test_a_draft_that_cannot_be_read_is_exit_2(drafts: Path) -> None:
    (drafts / "empty.txt").write_bytes(b"")
    dfjlint("check", "empty.txt", "-f", "json:empty.json", cwd=drafts)
    result = dfjlint("report", "--compare", "old.json", "empty.json", "--lang", "en", cwd=drafts)
    assert result.returncode == 2
    assert result.stdout.splitlines()[-1] == "empty.txt: not read, so not compared"


@pytest.mark.parametrize(
    "arguments",
    [
        ("report",),
        ("report", "nothing.json"),
        ("report", "old.json", "new.json"),
        ("report", "--compare", "old.json"),
        ("report", "--compare", "old.json", "new.json", "-f", "html:x.html"),
        ("report", "old.txt"),
        ("report", "old.json", "-f", "papyrus"),
        ("report", "old.json", "-f", "json:"),
        ("report", "old.json", "-f", "json:old.txt"),
        ("report", "."),
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_2(drafts: Path, arguments: tuple[str, ...]) -> None:
    result = dfjlint(*arguments, cwd=drafts)
    assert result.returncode == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert not (drafts / "x.html").exists()
    if len(arguments) > 1:
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith("dfjlint: ")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"schema": "dfjlint-report/9"}', b'{"schema": "dfjlint-report/1"}'])
def test_a_malformed_report_is_one_clear_line_and_exit_2(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    result = dfjlint("report", "bad.json", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("dfjlint: bad.json: ")
    assert len(result.stderr.splitlines()) == 1


def test_rendering_again_loads_no_language_tools(folder: Path) -> None:
    code = (
        "import sys; from dfjlint.cli.app import app\n"
        "try: app(['report', 'a/gap.json', '-f', 'json:t.json'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'jieba', 'rjieba', 'opencc', 'lxml'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_workbook_goes_into_a_pipe_whole(folder: Path) -> None:
    command = [sys.executable, "-m", "dfjlint", "report", "a/gap.json", "-f", "xlsx"]
    piped = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    assert piped == (folder / "a" / "gap.xlsx").read_bytes()


def test_a_plan_set_names_the_file_and_the_line_in_it(tmp_path: Path) -> None:
    (tmp_path / "dfjlint.toml").write_text(
        'plan-sets = [{ name = "2027", body = "body.md", annexes = ["annex.md"] }]\n', encoding="utf-8"
    )
    (tmp_path / "body.md").write_text(
        "# 云江省2027年数字云江工作要点\n\n## 一、夯实底座\n\n### （一）建设网络\n\n加快建设网络强省。\n",
        encoding="utf-8",
    )
    annex = "# 附件\n\n## 一、网络安全\n\n### （一）网络治理\n\n探索建立健全网络治理体系。\n"
    (tmp_path / "annex.md").write_text(annex, encoding="utf-8")
    result = dfjlint("check", ".", "-f", "sarif", cwd=tmp_path)
    found = json.loads(result.stdout)["runs"][0]
    assert [artifact["location"]["uri"] for artifact in found["artifacts"]] == ["body.md", "annex.md"]
    regions = [
        place["physicalLocation"]["region"]
        for entry in found["results"]
        for place in entry["locations"] + entry.get("relatedLocations", [])
        if place["physicalLocation"]["artifactLocation"]["uri"] == "annex.md" and "region" in place["physicalLocation"]
    ]
    assert regions
    for region in regions:
        start = region["charOffset"]
        assert annex[start : start + region["charLength"]] == region["snippet"]["text"]
        assert annex[:start].count("\n") == region["startLine"] - 1
