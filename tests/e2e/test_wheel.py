"""The installed wheel, not the checkout, does the job from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PLAN_2019, ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return target


def _run(installed: Path, code: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, *code], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_wheel_checks_a_plan_from_another_folder(installed: Path, tmp_path: Path) -> None:
    where = _run(installed, ["-c", "import dfjlint; print(dfjlint.__file__)"], tmp_path)
    assert where.stdout.startswith(str(installed))
    result = _run(installed, ["-m", "dfjlint", "check", str(PLAN_2019), "-f", "json"], tmp_path)
    assert result.returncode == 1, result.stderr
    assert len(json.loads(result.stdout)["documents"][0]["obligations"]) == 102


def test_wheel_verifies_its_own_pack(installed: Path, tmp_path: Path) -> None:
    result = _run(installed, ["-m", "dfjlint", "pack", "verify"], tmp_path)
    assert result.stdout == "0 faults\n"
