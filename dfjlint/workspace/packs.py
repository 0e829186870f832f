"""A rule pack with its compiled form kept on disk, so that its YAML is read once per change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dfjlint.engine.digest import pack_digest
from dfjlint.model.report import PackView
from dfjlint.model.rules import Obligation, RulePack
from dfjlint.workspace.cache import Cache, key_of
from dfjlint.workspace.identity import tool_identity

if TYPE_CHECKING:
    from dfjlint.engine.index import ConceptIndex


@dataclass(frozen=True, slots=True)
class PackHead:
    """What a run needs to know of a pack when every result is in the cache.

    Args:
        view: as reports show it.
        text: path of the instrument's text, from the folder above rules/.
        text_sha256: of that text, which decides verdicts too.
        at_least: obligation → how many of its elements must be addressed.
        fingerprints: obligation → hash of what it asks; how it is looked for may change meanwhile.
    """

    view: PackView
    text: str
    text_sha256: str
    at_least: Mapping[str, int]
    fingerprints: Mapping[str, str]


class PackSource:
    """A pack folder; head and index are made when first asked for.

    Args:
        folder: with a pack.yaml.
        cache: where compiled forms are kept; None to read the YAML each time.
    """

    def __init__(self, folder: Path, cache: Cache | None) -> None:
        self.folder = folder
        self.cache = cache
        self._digest = pack_digest(folder)
        self._head: PackHead | None = None
        self._index: ConceptIndex | None = None

    def head(self) -> PackHead:
        """The head of the pack.

        Raises:
            PackError: if the pack is broken.
        """
        if self._head is None:
            kept = self.cache.get(PackHead, self._key()) if self.cache else None
            if kept is None or kept.text_sha256 != _text_digest(self.folder, kept.text):
                kept = self._compile()
            self._head = kept
        return self._head

    def index(self) -> ConceptIndex:
        """The pack, compiled for search.

        Raises:
            PackError: if the pack is broken.
        """
        if self._index is None:
            from dfjlint.engine.index import ConceptIndex

            text = self.head().text_sha256
            if self._index is None:
                pack = self.cache.get(RulePack, self._key(text)) if self.cache else None
                if pack is None:
                    self._compile()
                else:
                    self._index = ConceptIndex(pack)
        assert self._index is not None
        return self._index

    def _key(self, *parts: str) -> str:
        return key_of(tool_identity(), self._digest, *parts)

    def _compile(self) -> PackHead:
        """Reads the YAML, and keeps what came of it."""
        from dfjlint.engine.index import ConceptIndex
        from dfjlint.engine.pack import load_pack, read_file
        from dfjlint.engine.schema import PackFile

        pack = load_pack(self.folder)
        text = read_file(self.folder / "pack.yaml", PackFile).instrument.text
        head = _head_of(pack, text, _text_digest(self.folder, text))
        if self.cache:
            self.cache.put(self._key(), head)
            self.cache.put(self._key(head.text_sha256), pack)
        self._index = ConceptIndex(pack)
        return head


def fingerprint(obligation: Obligation) -> str:
    """A hash of what an obligation asks: words, elements, modality, addressee, deadline, target."""
    deadline = "-".join(f"{part:02}" for part in obligation.deadline or ())
    target = f"{obligation.target.value:g}{obligation.target.unit}" if obligation.target else ""
    return key_of(
        obligation.id,
        obligation.quote,
        obligation.modality.value,
        obligation.addressee,
        str(obligation.at_least),
        deadline,
        target,
        *(element.name for element in obligation.elements),
    )[:16]


def _head_of(pack: RulePack, text: str, text_sha256: str) -> PackHead:
    from dfjlint.api import view_of

    return PackHead(
        view=view_of(pack),
        text=text,
        text_sha256=text_sha256,
        at_least={obligation.id: obligation.at_least for obligation in pack.obligations},
        fingerprints={obligation.id: fingerprint(obligation) for obligation in pack.obligations},
    )


def _text_digest(folder: Path, text: str) -> str:
    try:
        return hashlib.sha256((folder.parent.parent / text).read_bytes()).hexdigest()
    except OSError:
        return ""
