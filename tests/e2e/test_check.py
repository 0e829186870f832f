from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import PLAN_2019, ROOT, SAMPLES
from tests.e2e.command import dfjlint

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("plan")
    shutil.copy(PLAN_2019, folder)
    result = dfjlint("check", "plan-2019.txt", "--output-format", "json:out/gap.json", cwd=folder)
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")
    content: dict[str, object] = json.loads((folder / "out" / "gap.json").read_text(encoding="utf-8"))
    return content


def test_json_keeps_its_schema(report: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(report, SCHEMA)


def test_every_obligation_has_a_verdict_and_evidence_quotes_the_plan(report: dict[str, object]) -> None:
    document = report["documents"][0]  # type: ignore[index]
    text = PLAN_2019.read_text(encoding="utf-8")
    assert len(document["obligations"]) == 102
    assert document["measures"] == 29
    evidence = [
        entry
        for obligation in document["obligations"]
        for element in obligation["elements"]
        for entry in element["evidence"]
    ]
    assert len(evidence) > 100
    for entry in evidence:
        assert text[entry["start"] : entry["end"]] == entry["quote"]
        assert entry["locator"]


def test_missing_comes_first_on_the_console(tmp_path: Path) -> None:
    result = dfjlint("check", str(PLAN_2019), "--lang", "zh-Hant", cwd=tmp_path)
    assert result.returncode == 1
    missing, partial, covered = (result.stdout.index(f"── {word}") for word in ("缺失", "部分覆蓋", "已覆蓋"))
    assert missing < partial < covered
    assert "適用要求 97 項" in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("none", 0), ("missing", 1), ("partial", 1)])
def test_exit_code_follows_fail_on(tmp_path: Path, fail_on: str, code: int) -> None:
    assert dfjlint("check", str(PLAN_2019), "--fail-on", fail_on, cwd=tmp_path).returncode == code


def test_same_bytes_twice_whatever_the_hash_seed(tmp_path: Path) -> None:
    outputs = {dfjlint("check", str(PLAN_2019), "-f", "json", cwd=tmp_path).stdout for _ in range(2)}
    assert len(outputs) == 1


_BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", ""),
    "binary.txt": (bytes(range(256)) * 40, ""),
    "fake.docx": (b"PK\x03\x04 this is no archive", ""),
    "word97.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ""),
}


@pytest.mark.parametrize("name", sorted(_BAD))
def test_bad_input_is_one_clear_line_and_exit_2(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(_BAD[name][0])
    result = dfjlint("check", name, "-f", "json:r.json", "--lang", "en", cwd=tmp_path)
    assert result.returncode == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(name)
    assert "Traceback" not in result.stderr
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"][0]
    assert document["readable"] is False
    assert document["obligations"] == []
    assert [finding["id"] for finding in document["findings"]] == ["DFJ001"]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    shutil.copy(PLAN_2019, tmp_path / "b-plan.txt")
    result = dfjlint("check", ".", "-f", "json", cwd=tmp_path)
    documents = json.loads(result.stdout)["documents"]
    assert result.returncode == 2
    assert [(document["path"], document["readable"]) for document in documents] == [
        ("a-empty.txt", False),
        ("b-plan.txt", True),
    ]


def test_missing_file_and_folder_without_plans(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = dfjlint("check", "nothing.txt", "empty", cwd=tmp_path)
    assert result.returncode == 2
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == ["empty", "nothing.txt"] or [
        line.split(":")[1].strip() for line in result.stderr.splitlines()
    ] == ["nothing.txt", "empty"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "plan.txt", "--output-format", "papyrus"),
        ("check", "plan.txt", "--pack", "atlantis-1999"),
        ("check", "plan.txt", "-f", "json:a", "-f", "console:a"),
        ("explain", "DFJ-9.9.9"),
        ("check", "plan.txt", "--fail-on", "sometimes"),
        ("check",),
    ],
)
def test_wrong_use_is_exit_2_without_a_traceback(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    shutil.copy(PLAN_2019, tmp_path / "plan.txt")
    result = dfjlint(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_unwritable_output_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = dfjlint("check", str(PLAN_2019), "-f", "json:file/gap.json", cwd=tmp_path)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
def test_unreadable_samples_are_refused_and_get_no_gaps(tmp_path: Path) -> None:
    result = dfjlint("check", str(SAMPLES / "unreadable"), "-f", "json:r.json", cwd=tmp_path)
    documents = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["documents"]
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 3
    assert [document["readable"] for document in documents] == [False, False, False]


def test_explain_rules_test_and_verify(tmp_path: Path) -> None:
    explained = dfjlint("explain", "DFJ-2.2.6", "--lang", "en", cwd=tmp_path)
    assert explained.returncode == 0
    assert "完善全省政務內網、政務外網和無線政務專網" in explained.stdout
    rules = dfjlint("rules", cwd=tmp_path)
    assert len(rules.stdout.splitlines()) == 102
    assert dfjlint("pack", "verify", cwd=tmp_path).stdout == "0 faults\n"


def test_a_limit_may_be_set_for_a_run(tmp_path: Path) -> None:
    shutil.copy(PLAN_2019, tmp_path)
    result = dfjlint("check", "plan-2019.txt", "--limit", "max-characters=5000", "--lang", "zh-Hans", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr == "plan-2019.txt: DFJ001 未能读取：文件超过 5,000 字。请将文件拆分后逐一检查。\n"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("max-words=3", "there is no limit 'max-words'"),
        ("max-pages", "'max-pages' sets no limit"),
        ("max-pages=0", "'max-pages=0' sets no limit"),
        ("max-pages=-3", "'max-pages=-3' sets no limit"),
    ],
)
def test_a_limit_that_is_none_is_refused(tmp_path: Path, value: str, title: str) -> None:
    result = dfjlint("check", str(PLAN_2019), "--limit", value, cwd=tmp_path)
    assert (result.returncode, result.stderr.split(" — ")[0]) == (2, f"dfjlint: --limit: {title}")
