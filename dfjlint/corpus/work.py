"""What a worker process does with one document: fetch it, check it, give its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from shutil import which

from dfjlint.corpus.documents import Document, Job, identity_of
from dfjlint.corpus.rows import Row, rows_of
from dfjlint.corpus.storage import fetch
from dfjlint.engine.locate import find_pack
from dfjlint.errors import UsageError
from dfjlint.readers import ReadOptions
from dfjlint.workspace.packs import PackSource
from dfjlint.workspace.work import check_task, warm


@dataclass(frozen=True, slots=True)
class DocumentWork:
    """The work of a process."""

    job: Job

    def prepare(self) -> None:
        """Load everything that a check needs.

        Raises:
            PackError: if there is no such pack or it is broken.
            UsageError: if this machine would give other results than the one that started the run.
        """
        pack = _pack(self.job.pack)
        if identity_of(pack, self.job.reading) != self.job.identity:
            hint = "install the same versions of Python and of all packages everywhere, and the same rule packs"
            raise UsageError("a worker has another dfjlint, or another rule pack, than this command", "corpus", hint)
        warm(pack.index(), self.job.reading)

    def __call__(self, document: Document, /) -> tuple[Row, ...]:
        """The rows of a document."""
        pack = _pack(self.job.pack)
        data = fetch(document, self.job.reading.max_bytes)
        reading = _with_office(self.job.reading)
        report = check_task(document.name, data, document.issuer, pack.index(), reading)
        return rows_of(document, report)


@lru_cache(maxsize=1)
def _pack(pack: str) -> PackSource:
    """The pack, once in each process."""
    return PackSource(find_pack(pack), None)


@lru_cache(maxsize=1)
def _with_office(reading: ReadOptions) -> ReadOptions:
    """With the LibreOffice of this machine."""
    return replace(reading, soffice=which("soffice") or which("libreoffice") or "")
