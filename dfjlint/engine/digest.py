"""One hash over everything that a rule pack is made of, without reading what the files say."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dfjlint.engine.locate import LEXICON


def pack_digest(folder: Path) -> str:
    """Hex digest over the names and bytes of every file of the pack and the lexicon, line ends apart."""
    digest = hashlib.sha256()
    files = [*folder.rglob("*.yaml"), *(folder.parent / LEXICON).rglob("*.yaml")]
    for path in sorted(files):
        digest.update(path.relative_to(folder.parent).as_posix().encode())
        digest.update(b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
