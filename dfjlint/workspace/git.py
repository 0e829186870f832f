"""Asks git for the files of an earlier version."""

from __future__ import annotations

import subprocess
from pathlib import Path

from dfjlint.errors import UsageError


class Revision:
    """A version of the repository that a folder lies in.

    Raises:
        UsageError: if there is no git, no repository or no such version.
    """

    def __init__(self, ref: str, folder: Path) -> None:
        self.ref = ref
        self._folder = folder
        self._top = Path(_text(_git(folder, "rev-parse", "--show-toplevel")))
        if ref.startswith("-"):
            raise UsageError(f"{ref!r} is no version", "--diff", "use a branch, a tag or a commit, such as HEAD")
        self._commit = _text(_git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}", wrong=ref))
        self._renamed = self._renames()

    def read(self, path: Path) -> bytes | None:
        """The file as it was, under its name of then if it was renamed since; None if it was not there.

        Args:
            path: absolute, of the file as it is now.
        """
        real = path.resolve()
        if not real.is_relative_to(self._top.resolve()):
            return None
        name = real.relative_to(self._top.resolve()).as_posix()
        old = self._renamed.get(name, name)
        done = _run(self._folder, "show", f"{self._commit}:{old}")
        return done.stdout if done.returncode == 0 else None

    def _renames(self) -> dict[str, str]:
        """Names of today → names of then, for files that were renamed."""
        listed = _git(self._top, "diff", "--name-status", "-z", "-M", "--diff-filter=R", self._commit)
        parts = listed.decode("utf-8", errors="surrogateescape").split("\0")
        return {parts[place + 2]: parts[place + 1] for place in range(0, len(parts) - 2, 3)}


def _git(folder: Path, *arguments: str, wrong: str = "") -> bytes:
    done = _run(folder, *arguments)
    if done.returncode == 0:
        return done.stdout
    if wrong:
        raise UsageError(f"git knows no version {wrong!r}", "--diff", "use a branch, a tag or a commit, such as HEAD")
    reason = done.stderr.decode("utf-8", errors="replace").strip().split("\n")[0]
    raise UsageError(f"git says: {reason}", "--diff", "run it inside a git repository with at least one commit")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 — the arguments are ours, the version is checked
            ["git", *arguments],  # noqa: S607 — the git that the user has
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UsageError("git cannot be run", "--diff", "install git") from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="surrogateescape").strip()
