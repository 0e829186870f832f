from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dfjlint.cli.output import CHECK_FORMATS, Output, parse_outputs, write_outputs, write_whole
from dfjlint.errors import UsageError
from tests.unit.reporters import factory


@pytest.mark.parametrize(
    ("value", "output"),
    [
        ("json", Output("json", "")),
        ("json:-", Output("json", "")),
        ("json:gap.json", Output("json", "gap.json")),
        (r"html:C:\报告\gap.html", Output("html", r"C:\报告\gap.html")),
        ("sarif:out/a:b.sarif", Output("sarif", "out/a:b.sarif")),
    ],
)
def test_a_format_and_its_path(value: str, output: Output) -> None:
    assert parse_outputs([value]) == (output,)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (["papyrus"], "there is no output format 'papyrus'"),
        ([r"C:\gap.html"], "there is no output format 'C'"),
        (["json:"], "'json:' names no file"),
        (["json", "console"], "two reports would go to the same place"),
        (["json:a/x", "html:./a/b/../x"], "two reports would go to the same place"),
    ],
)
def test_what_cannot_be_meant_is_refused(values: list[str], title: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_outputs(values)
    assert error.value.title == title


def test_the_place_of_the_setting_is_named() -> None:
    with pytest.raises(UsageError) as error:
        parse_outputs(["papyrus"], "dfjlint.toml:output")
    assert error.value.where == "dfjlint.toml:output"


def test_a_workbook_is_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(UsageError) as error:
        parse_outputs(["xlsx"])
    assert (error.value.title, error.value.hint) == ("xlsx is no text for a terminal", "name a file, xlsx:gaps.xlsx")
    assert parse_outputs(["xlsx:gaps.xlsx", "console"]) == (Output("xlsx", "gaps.xlsx"), Output("console", ""))


def test_a_workbook_may_go_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    assert parse_outputs(["xlsx"]) == (Output("xlsx", ""),)


def test_a_report_never_replaces_its_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    plan = tmp_path / factory.document().path
    plan.parent.mkdir()
    plan.write_text("计划", encoding="utf-8")
    with pytest.raises(UsageError, match="would replace the plan"):
        write_outputs([Output("json", str(plan))], factory.report(), "en")
    assert plan.read_text(encoding="utf-8") == "计划"


def test_nothing_is_written_if_one_format_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> object:
        if name == "html":
            raise UsageError("broken")
        return lambda report, lang: b"{}"

    monkeypatch.setattr("dfjlint.cli.output.reporter", broken)
    with pytest.raises(UsageError, match="broken"):
        write_outputs(
            [Output("json", str(tmp_path / "a")), Output("html", str(tmp_path / "b"))], factory.report(), "en"
        )
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "gap.json", b"1")
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["gap.json"]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    name = "报" * 83 + ".json"
    write_whole(tmp_path / name, b"1")
    assert (tmp_path / name).read_bytes() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "gap.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_device_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["folder", "file/gap.json", "nul\0.json"])
def test_an_unwritable_place_is_an_error_of_ours(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="cannot write here"):
        write_whole(tmp_path / name, b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_comments_need_a_plan_and_a_path() -> None:
    with pytest.raises(UsageError) as error:
        parse_outputs(["docx-comments:copy.docx"])
    assert error.value.title == "Word comments are written when a plan is checked"
    with pytest.raises(UsageError) as error:
        parse_outputs(["docx-comments"], formats=CHECK_FORMATS)
    assert error.value.title == "Word comments go into a copy of the plan"
    assert parse_outputs(["docx-comments:copy.docx"], formats=CHECK_FORMATS) == (Output("docx-comments", "copy.docx"),)


def test_a_folder_gets_a_page_for_each_plan_and_one_that_leads_to_them(tmp_path: Path) -> None:
    twice = factory.report(factory.document(), factory.unreadable())
    write_outputs(parse_outputs([f"html:{tmp_path}/out/"]), twice, "en")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["1-云江-2027.html", "2-locked.html", "index.html"]


def test_a_page_that_is_too_large_says_how_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = replace(factory.document(), title="a" * 5_000_000)
    write_outputs(parse_outputs([f"html:{tmp_path / 'one.html'}"]), factory.report(long, factory.document()), "en")
    size = (tmp_path / "one.html").stat().st_size // 1_000_000
    assert capsys.readouterr().err == (
        f"dfjlint: this page holds 2 plans and {size} MB; html:FOLDER/ writes a page for each plan\n"
    )
