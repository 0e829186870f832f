"""What a documents repository runs by itself: pre-commit hooks, the action, the GitLab job, the example."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from dfjlint.reporters import FORMATS
from tests.conftest import ROOT
from tests.e2e.command import dfjlint
from tests.e2e.repository import FULL, POOR, Repository

EXAMPLE = ROOT / "examples" / "documents-repository"
WITH_COMMAND = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


# What a package of dfjlint is built from.
SOURCES = (
    "dfjlint",
    "rules",
    "corpora/fujian-2018",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of dfjlint as pre-commit clones it."""
    home = Repository(tmp_path_factory.mktemp("dfjlint"))
    shutil.rmtree(home.folder / "packs")
    for name in SOURCES:
        source, target = ROOT / name, home.folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    home.commit()
    return home.folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit installs, once for all tests."""
    return tmp_path_factory.mktemp("store")


def _with_hook(home: Repository, hook: str, offered: Path) -> None:
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=offered, capture_output=True, text=True, check=True)
    config = {"repos": [{"repo": str(offered), "rev": revision.stdout.strip(), "hooks": [{"id": hook}]}]}
    home.write(".pre-commit-config.yaml", yaml.safe_dump(config))
    home.write(".gitignore", ".dfjlint-cache/\n")
    home.commit()


def _pre_commit(home: Repository, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # It really installs dfjlint, but without the network: what dfjlint needs is that of the tests.
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(folder),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PYTHONPATH": sysconfig.get_path("purelib"),
    }
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=home.folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_manifest_of_hooks_is_one() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_the_hook_checks_only_plans_that_a_commit_changes(tmp_path: Path, offered: Path, store: Path) -> None:
    home = Repository(tmp_path / "plans", a=FULL, b=POOR)
    home.settings('ignore = ["DFJ-1.3"]\n')
    _with_hook(home, "dfjlint", offered)
    home.write("README.md", "说明\n")
    home.write("plans/a.txt", FULL + "（三）其他。召开会议。\n")
    home.git("add", "-A")
    passed = _pre_commit(home, store, "run")
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout
    home.write("plans/a.txt", POOR)
    home.git("add", "-A")
    failed = _pre_commit(home, store, "run")
    assert (failed.returncode, "plans/a.txt" in failed.stdout, "plans/b.txt" in failed.stdout) == (1, True, False)
    assert "DFJ-1.2" in failed.stdout
    assert list(store.glob("repo*/py_env-*/**/dfjlint/_data/rules"))


def test_the_hook_for_the_whole_set_runs_when_a_waiver_changes(tmp_path: Path, offered: Path, store: Path) -> None:
    home = Repository(tmp_path / "plans", a=FULL, b=POOR)
    _with_hook(home, "dfjlint-all", offered)
    home.write("dfjlint-waivers.toml", "# nothing yet\n")
    home.git("add", "-A")
    failed = _pre_commit(home, store, "run")
    assert (failed.returncode, "plans/a.txt" in failed.stdout, "plans/b.txt" in failed.stdout) == (1, True, True)
    assert home.run("baseline", "create").returncode == 0
    home.git("add", "-A")
    assert _pre_commit(home, store, "run").returncode == 0


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example as a user has it after cloning."""
    folder = tmp_path / "documents"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".dfjlint-cache"))
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "plans"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    return folder


def _drop_measure(folder: Path) -> None:
    plan = folder / "plans" / "2026" / "plan.md"
    text = plan.read_text(encoding="utf-8")
    without = re.sub(r"（二）完善政务网络。.*\n\n", "", text)
    assert without != text
    plan.write_text(without, encoding="utf-8")


def test_the_example_as_its_readme_tells(example: Path) -> None:
    assert dfjlint("check", cwd=example).returncode == 0
    _drop_measure(example)
    failed = dfjlint("check", "-f", "github", cwd=example)
    assert failed.returncode == 1
    annotations = [line for line in failed.stdout.splitlines() if line.startswith("::") and "DFJ-2.2.6" in line]
    assert annotations
    assert annotations[0].startswith("::error")
    worse = dfjlint("check", "--diff", "HEAD", cwd=example)
    assert (worse.returncode, "DFJ-2.2.6" in worse.stdout) == (1, True)
    fields = ("--reason=并入省级项目", "--approved-by=市政府办", "--basis=某政办函〔2026〕9号", "--expires=2099-12-31")
    assert dfjlint("waive", "DFJ-2.2.6", "plans/2026/plan.md", *fields, cwd=example).returncode == 0
    assert dfjlint("check", cwd=example).returncode == 0


def test_the_hook_of_the_example_stops_a_commit_that_drops_a_measure(example: Path, tmp_path: Path) -> None:
    _drop_measure(example)
    subprocess.run(["git", "add", "-A"], cwd=example, check=True)
    environment = {**WITH_COMMAND, "PRE_COMMIT_HOME": str(tmp_path / "store")}
    command = [sys.executable, "-m", "pre_commit", "run"]
    failed = subprocess.run(command, cwd=example, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (failed.returncode, "DFJ-2.2.6" in failed.stdout) == (1, True), failed.stdout


def test_no_example_names_an_account(example: Path) -> None:
    files = [*example.rglob("*.y*ml"), ROOT / "docs" / "ci.md", ROOT / "ci" / "gitlab.yml"]
    uses = [line for path in files for line in path.read_text(encoding="utf-8").splitlines() if "dfjlint@" in line]
    assert uses == []


def _action(folder: Path, **inputs: str) -> tuple[int, dict[str, str]]:
    """Exit code and outputs of the action's script."""
    output = folder / "output"
    environment = {**WITH_COMMAND, "GITHUB_OUTPUT": str(output), **inputs}
    done = subprocess.run(
        ["bash", str(ROOT / "ci" / "run-action.sh")], cwd=folder, env=environment, capture_output=True, check=False
    )
    lines = output.read_text(encoding="utf-8").splitlines()
    return done.returncode, dict(line.split("=", 1) for line in lines)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_script_of_the_action_gives_counts_and_files(example: Path) -> None:
    code, outputs = _action(example, DFJLINT_SARIF_FILE="r.sarif", DFJLINT_HTML_FILE="r.html")
    assert code == 0
    names = ("exit-code", "documents", "covered", "missing", "open", "waived", "baselined")
    assert [outputs[name] for name in names] == ["0", "1", "5", "2", "0", "1", "1"]
    assert (example / outputs["sarif-file"]).stat().st_size > 0
    assert (example / outputs["html-file"]).stat().st_size > 0
    (example / "output").unlink()
    _drop_measure(example)
    assert _action(example)[0] == 1
    (example / "output").unlink()
    assert _action(example, DFJLINT_FAIL_ON="none", DFJLINT_PATHS="plans")[0] == 0
    (example / "output").unlink()
    assert _action(example, DFJLINT_ARGS="--select DFJ-2.2.1")[0] == 0


def test_the_action_passes_every_input_and_output_on() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    used = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert [name for name in action["inputs"] if f"inputs.{name} }}}}" not in used] == []
    script = (ROOT / "ci" / "run-action.sh").read_text(encoding="utf-8")
    passed = action["runs"]["steps"][-1]["env"]
    assert [name for name in passed if name.startswith("DFJLINT_") and name not in script] == []
    counted = (ROOT / "ci" / "counts.py").read_text(encoding="utf-8")
    assert [name for name in action["outputs"] if name not in script and name not in counted] == []


def test_the_gitlab_job_asks_for_formats_that_there_are() -> None:
    text = (ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)[".dfjlint"]
    asked = dict(re.findall(r"--output-format (\w+):?(\S*)", " ".join(job["script"])))
    assert set(asked) <= set(FORMATS)
    reports = job["artifacts"]["reports"]
    assert (reports["codequality"], reports["junit"]) == (asked["gitlab"], asked["junit"])
