"""A small repository of documents for tests: a pack of three obligations, plans, settings, git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.e2e.command import dfjlint
from tests.unit.engine.small_pack import small_files

SETTINGS = 'pack = "packs/rules/small"\ninclude = ["plans/"]\ncache-dir = ".dfjlint-cache"\nlang = "en"\n'
TITLE = "某省2026年数字政府工作要点\n一、主要任务\n"
# DFJ-1.1 covered, DFJ-1.2 covered, DFJ-1.3 missing.
FULL = TITLE + "（一）建设网络。完善政务内网、政务外网。\n（二）发展产业。推进物联网设施布局。\n"
# DFJ-1.1 partial, DFJ-1.2 missing, DFJ-1.3 missing.
POOR = TITLE + "（一）建设网络。完善政务内网。\n（二）发展产业。支持企业成长。\n"


class Repository:
    """A folder with settings, the small pack and plans."""

    def __init__(self, folder: Path, **plans: str) -> None:
        self.folder = folder
        for name, text in small_files().items():
            self.write(f"packs/{name}", text)
        self.write("dfjlint.toml", SETTINGS)
        for name, text in plans.items():
            self.write(f"plans/{name}.txt", text)

    def write(self, name: str, text: str) -> Path:
        """A file, with the folders above it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def settings(self, text: str) -> None:
        """The usual settings and some more."""
        self.write("dfjlint.toml", SETTINGS + text)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The finished command, run in the folder."""
        return dfjlint(*arguments, cwd=self.folder)

    def check(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """Exit code and JSON report of a check."""
        result = self.run("check", "-f", "json", *arguments)
        assert result.stdout, result.stderr
        return result.returncode, json.loads(result.stdout)

    def git(self, *arguments: str) -> str:
        """What git says."""
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        return subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True).stdout

    def commit(self, message: str = "change") -> None:
        """Everything, committed."""
        if not (self.folder / ".git").exists():
            self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


def verdicts(report: dict[str, Any], document: int = 0) -> dict[str, tuple[str, str]]:
    """Obligation → coverage and disposition."""
    return {
        result["id"]: (result["coverage"], result["disposition"])
        for result in report["documents"][document]["obligations"]
    }


def findings(report: dict[str, Any]) -> list[tuple[str, str]]:
    """Id and severity of every finding, on plans first."""
    found = [finding for document in report["documents"] for finding in document["findings"]]
    return [(finding["id"], finding["severity"]) for finding in [*found, *report["findings"]]]
