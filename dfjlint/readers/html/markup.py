"""What the tags and attributes of a page say about visibility and structure."""

from __future__ import annotations

import re

from lxml import etree  # noqa: TID251


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(" "))


HEADINGS = {f"h{level}": level for level in range(1, 7)}
DROPPED = _words(
    "head script style template noscript iframe frame object embed applet svg math canvas audio video map"
    " select option optgroup datalist textarea button input rp rt progress meter dialog"
)
BLOCKS = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form header hgroup hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul"
) | frozenset(HEADINGS)

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.I)
_HIDDEN_BOX = re.compile(r"(?:^|;)\s*mso-hide\s*:\s*all\b", re.I)


def is_dropped(element: etree._Element) -> bool:
    """Whether nothing below an element is visible text."""
    if element.tag in DROPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style) or _HIDDEN_BOX.search(style))


def is_note_mark(element: etree._Element) -> bool:
    """A raised link: the mark of a footnote, no part of the sentence it stands in."""
    return element.tag == "sup" and element.find(".//a[@href]") is not None


def number(value: str | None, default: int, most: int) -> int:
    """An attribute as a number from 0 to `most`; the default if it is none."""
    text = (value or "").strip()
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 10 else default
