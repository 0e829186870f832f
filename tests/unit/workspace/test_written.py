from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.config import COMMAND_LINE, Layer, Settings, Values, resolve
from dfjlint.reporters.html import render_html
from dfjlint.workspace.written import is_written
from tests.unit.reporters import factory


def _settings(folder: Path, **values: object) -> Settings:
    return resolve((Layer(COMMAND_LINE, folder, Values(**values)),), folder)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "written"), [("gap.md", True), ("out/gap.txt", True), ("plan.md", False)])
def test_the_reports_that_the_settings_name_are_written(tmp_path: Path, name: str, written: bool) -> None:
    settings = _settings(tmp_path, output=["markdown:gap.md", "console:out/gap.txt", "json"])
    assert is_written(tmp_path / name, settings, tmp_path) is written


def test_an_html_report_is_known_by_its_mark_and_another_page_is_not(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    (tmp_path / "a.html").write_bytes(render_html(factory.report(), "en"))
    (tmp_path / "b.html").write_text("<html><p>工作要点</p></html>", encoding="utf-8")
    assert [is_written(tmp_path / name, settings, tmp_path) for name in ("a.html", "b.html")] == [True, False]


def test_what_lies_in_the_cache_is_written(tmp_path: Path) -> None:
    settings = _settings(tmp_path, cache_dir=".cache")
    assert is_written(tmp_path / ".cache" / "x" / "y.md", settings, tmp_path)
