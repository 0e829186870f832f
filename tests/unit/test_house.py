"""The habits of the house, held as tests."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "dfjlint").rglob("*.py"))
_WALL_MODULE = 350
_WALL_FUNCTION = 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_fits_the_house(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= _WALL_MODULE
    assert ast.get_docstring(tree), "a module says what it is for"
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > _WALL_FUNCTION
    ]
    assert long == []


def test_no_module_is_a_drawer() -> None:
    names = {path.name for path in MODULES}
    assert names & {"utils.py", "helpers.py", "common.py"} == set()


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_types_are_strict() -> None:
    result = _run(sys.executable, "-m", "mypy")
    assert result.returncode == 0, result.stdout


def test_ruff_is_content() -> None:
    result = _run(sys.executable, "-m", "ruff", "check", ".")
    assert result.returncode == 0, result.stdout


def test_code_is_formatted() -> None:
    result = _run(sys.executable, "-m", "ruff", "format", "--check", ".")
    assert result.returncode == 0, result.stdout


def test_imports_flow_one_way() -> None:
    result = _run(str(Path(sys.executable).parent / "lint-imports"))
    assert result.returncode == 0, result.stdout


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = 'pip install -e ".[dev]" && python -m pytest'
    assert command in readme
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_version_stands_once() -> None:
    from dfjlint import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_no_path_of_a_machine_is_committed() -> None:
    listed = _run("git", "ls-files", "-z")
    if listed.returncode:
        pytest.skip("not a git checkout")
    pattern = re.compile(r"(/home/\w|/" r"work/|/" r"root/|/" r"tmp/[a-z])")
    found = [
        name
        for name in listed.stdout.split("\0")
        if name.endswith((".py", ".md", ".toml", ".yaml", ".yml", ".json", ".html"))
        and pattern.search((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert found == []
