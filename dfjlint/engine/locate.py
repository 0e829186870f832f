"""Finds the folder of a rule pack: by path, among the packs shipped here, or among installed ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dfjlint.errors import PackError

_PACKAGE = Path(__file__).resolve().parent.parent
LEXICON = "lexicon"


def data_root() -> Path:
    """The folder that holds rules/ and corpora/: inside an installed package, else the checkout."""
    shipped = _PACKAGE / "_data"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def shipped_packs() -> tuple[str, ...]:
    """Ids of the packs that come with dfjlint, sorted."""
    return tuple(sorted(folder.parent.name for folder in (data_root() / "rules").glob("*/pack.yaml")))


def _installed(pack: str) -> Iterator[Path]:
    from importlib.metadata import entry_points

    for entry in entry_points(group="dfjlint.packs", name=pack):
        yield Path(entry.load())


def _candidates(pack: str) -> Iterator[Path]:
    if "/" not in pack and "\\" not in pack:
        yield data_root() / "rules" / pack
        yield from _installed(pack)
    yield Path(pack)


def find_pack(pack: str) -> Path:
    """The folder of a pack given as an id or as the path of a folder with a pack.yaml.

    Raises:
        PackError: if there is none.
    """
    for folder in _candidates(pack):
        if (folder / "pack.yaml").is_file():
            return folder
    known = ", ".join(shipped_packs())
    raise PackError("there is no such rule pack", pack, f"use one of: {known}; or the folder of a pack.yaml")
