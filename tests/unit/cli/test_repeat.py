from __future__ import annotations

from pathlib import Path

import pytest
import typer

from dfjlint.cli.app import application
from tests.unit.engine.small_pack import plan, small_index

BASELINE = '{"schema": "dfjlint-baseline/1", "gaps": []}'


class Ran(Exception):
    """The check was worked out anew."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_index(tmp_path / "packs")
    (tmp_path / "plan.txt").write_text(plan("完善政务内网。").text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> int:
    """The exit code of a check with the small pack."""
    command = ["check", *arguments, "--pack", "packs/rules/small", "--cache-dir", "kept"]
    code: int = typer.main.get_command(application(["check"]))(command, standalone_mode=False)
    return code


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> None:
        raise Ran

    monkeypatch.setattr("dfjlint.workspace.run.run", run)


def test_a_check_like_the_last_one_says_the_same_without_checking(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    first = check("plan.txt", "-f", "console", "-f", "json:a.json"), capfdbinary.readouterr()
    report = (folder / "a.json").read_bytes()
    (folder / "a.json").unlink()
    refuse(monkeypatch)
    second = check("plan.txt", "-f", "console", "-f", "json:a.json"), capfdbinary.readouterr()
    assert first == second
    assert (folder / "a.json").read_bytes() == report


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.txt", "另一个计划"),
        (".dfjlint-baseline.json", BASELINE),
        ("dfjlint-waivers.toml", "waiver = []"),
        ("dfjlint.toml", 'lang = "en"'),
        ("packs/rules/lexicon/more.yaml", "more: {label: more, terms: [更多]}"),
        ("packs/corpora/small.txt", "另一个决定。"),
    ],
)
def test_a_change_in_anything_that_decides_it_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    check("plan.txt")
    refuse(monkeypatch)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(Ran):
        check("plan.txt")


@pytest.mark.parametrize(
    "argument", ["--lang=en", "--fail-on=none", "--select=DFJ-1.1", "-fjson", "--issuer=福州市人民政府"]
)
def test_another_command_is_another_run(folder: Path, monkeypatch: pytest.MonkeyPatch, argument: str) -> None:
    check("plan.txt")
    refuse(monkeypatch)
    with pytest.raises(Ran):
        check("plan.txt", argument)


def test_a_plan_that_cannot_be_read_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "plan.txt").write_bytes(b"")
    assert check("plan.txt") == 2
    refuse(monkeypatch)
    with pytest.raises(Ran):
        check("plan.txt")


def test_a_baseline_entry_for_a_plan_that_has_gone_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "other.txt").write_text("计划", encoding="utf-8")
    gap = '{"document": "other.txt", "obligation": "DFJ-1.1", "status": "missing", "evidence": "", "elements": {}}'
    (folder / ".dfjlint-baseline.json").write_text(BASELINE.replace("[]", f"[{gap}]"), encoding="utf-8")
    check("plan.txt")
    (folder / "other.txt").unlink()
    refuse(monkeypatch)
    with pytest.raises(Ran):
        check("plan.txt")
