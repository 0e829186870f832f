"""Keeps results on disk by a hash of all they depend on; whatever is not whole and ours is no entry."""

from __future__ import annotations

import contextlib
import hashlib
import os
import zlib
from pathlib import Path
from typing import TypeVar

from dfjlint.workspace.codec import CodecError, decode, encode

_Value = TypeVar("_Value")
_MAGIC = b"dfjlint-cache/2 "
TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Results of dfjlint; this folder may be deleted at any time.\n"
"""What the file CACHEDIR.TAG of a cache of ours says."""


def key_of(*parts: str) -> str:
    """One hash over several values, none of which runs into the next."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class Cache:
    """A folder of results. Reading never fails; writing fails quietly, for a cache is no result.

    Several processes may use one folder: an entry appears whole, at once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, kind: type[_Value], key: str) -> _Value | None:
        """The value kept under a key; None if there is none, or not whole, or of another kind."""
        path = self._path(kind, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        head, _, body = data.partition(b"\n")
        if head != _MAGIC + hashlib.sha256(body).hexdigest().encode():
            return None
        try:
            value = decode(kind, zlib.decompress(body))
        except (CodecError, zlib.error):
            return None
        # The time of the file says when it was last of use.
        with contextlib.suppress(OSError):
            os.utime(path)
        return value

    def has(self, kind: type[object], key: str) -> bool:
        """True if something is kept under a key; `get` may still find it damaged."""
        return self._path(kind, key).is_file()

    def put(self, key: str, value: object) -> None:
        """Keep a value; one that is there already is replaced."""
        import tempfile

        body = zlib.compress(encode(value), 1)
        data = _MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body
        path = self._path(type(value), key)
        with contextlib.suppress(OSError):
            self._prepare(path.parent)
            handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _path(self, kind: type[object], key: str) -> Path:
        return self.folder / kind.__name__ / key[:2] / f"{key[2:]}.z"

    def _prepare(self, folder: Path) -> None:
        """Makes the folders; version control and backups are told to leave them alone."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in (("CACHEDIR.TAG", TAG), (".gitignore", b"*\n")):
            if not (self.folder / name).exists():
                (self.folder / name).write_bytes(content)
