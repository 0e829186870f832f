"""The same plans give the same bytes, whatever the locale, hash seed, time zone, workers and order of the files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PLAN_2019, ROOT

_FORMATS = ("json", "html", "sarif", "xlsx", "junit", "markdown")
_NAMES = ("plan.txt", "city.md", "again.txt")
_PLAIN = {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "UTC"}
_OTHER = {"LC_ALL": "zh_CN.GB18030", "PYTHONHASHSEED": "77", "TZ": "Asia/Shanghai", "PYTHONUTF8": "0"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("alike")
    shutil.copy(PLAN_2019, made / "plan.txt")
    shutil.copy(ROOT / "examples" / "city-plan-2026.md", made / "city.md")
    (made / "again.txt").write_text("某市工作要点\n一、主要任务\n完善政务外网。\n", encoding="utf-8")
    return made


def _reports(folder: Path, name: str, files: tuple[str, ...], jobs: str, environment: dict[str, str]) -> list[bytes]:
    outputs = [part for format in _FORMATS for part in ("-f", f"{format}:{name}/gap.{format}")]
    command = [
        sys.executable,
        "-m",
        "dfjlint",
        "check",
        *files,
        "-j",
        jobs,
        "--no-cache",
        "--lang",
        "zh-Hans",
        *outputs,
    ]
    result = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (1, b"")
    return [(folder / name / f"gap.{format}").read_bytes() for format in _FORMATS]


def test_reports_do_not_depend_on_where_and_how_they_are_made(folder: Path) -> None:
    first = _reports(folder, "a", _NAMES, "1", _PLAIN)
    second = _reports(folder, "b", _NAMES[::-1], "2", _OTHER)
    assert dict(zip(_FORMATS, first, strict=True)) == dict(zip(_FORMATS, second, strict=True))
