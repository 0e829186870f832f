"""What a caller may ask of the readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_MEBI = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits on what is read, and which side of tracked changes.

    Args:
        revisions: "accepted" reads a Word document as if all tracked changes were accepted,
            "original" as if all were rejected.
        soffice: the program of LibreOffice, which reads .doc, .wps, .odt and .rtf; empty if there is none.
        isolated: True to run PDFium in a process of its own, whose time and memory are bounded; False for a
            caller that does so itself.
        max_seconds: that LibreOffice or PDFium may take for a file.
        max_memory: bytes that PDFium may take.
        max_bytes: size of the file.
        max_characters: length of the text, code points.
        max_pages: of a PDF or OFD document.
        max_nodes: opening angle brackets in a page or an XML part, an upper bound on its elements.
        max_entries: files inside a zip archive.
        max_part_bytes: unpacked size of one file inside an archive.
        max_total_bytes: unpacked size of all of them.
        max_ratio: how many times larger a file over `ratio_floor` bytes may become when unpacked.
        ratio_floor: bytes.
    """

    revisions: Literal["accepted", "original"] = "accepted"
    soffice: str = ""
    isolated: bool = True
    max_seconds: int = 120
    max_memory: int = 2 << 30
    max_bytes: int = 50 * _MEBI
    max_characters: int = 2_000_000
    max_pages: int = 2_000
    max_nodes: int = 1_500_000
    max_entries: int = 5_000
    max_part_bytes: int = 64 * _MEBI
    max_total_bytes: int = 200 * _MEBI
    max_ratio: int = 200
    ratio_floor: int = _MEBI
