"""What besides plan and pack decides a verdict: this program, its word lists and the libraries under it."""

from __future__ import annotations

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from dfjlint import __version__
from dfjlint.workspace.cache import key_of

_PACKAGE = Path(__file__).resolve().parent.parent
# Libraries that read, cut or convert the text.
_LIBRARIES = ("jieba", "rjieba", "lxml", "opencc", "pdfplumber", "pypdfium2", "ofdkit", "spacy")
_SOURCES = (".py", ".toml", ".txt")


@cache
def tool_identity() -> str:
    """A hash that changes whenever the same plan and pack might give another report."""
    plugins = sorted(entry_points(group="dfjlint.readers"), key=lambda entry: entry.name)
    readers = [f"{entry.name} {entry.value} {entry.dist.version if entry.dist else ''}" for entry in plugins]
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    return key_of(__version__, platform.python_version(), *libraries, *readers, *_sources())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sources() -> list[str]:
    """In a checkout, where the code changes under one version number, the code itself."""
    if (_PACKAGE / "_data").is_dir():
        return []
    files = sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _SOURCES)
    return [f"{path.relative_to(_PACKAGE).as_posix()}\n{_content(path)}" for path in files]


def _content(path: Path) -> str:
    """What a file says; nothing if an editor is just replacing it."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
