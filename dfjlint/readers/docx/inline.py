"""Writes down the text of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree  # noqa: TID251

from dfjlint.readers.docx.fields import Fields
from dfjlint.readers.docx.names import local, w
from dfjlint.readers.docx.revisions import Revisions
from dfjlint.readers.docx.styles import Styles

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = w("txbxContent")
_TEXTS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_DRAWINGS = frozenset(["drawing", "pict", "object"])
# Children of paragraphs and runs whose text is not part of the sentence.
_SKIPPED = frozenset(["pPr", "rPr", "rubyPr", "rt", "sdtPr", "sdtEndPr", "fldData", "commentReference"])


@dataclass(slots=True)
class Inline:
    """What a paragraph holds.

    Args:
        text: its pieces; a line or page break is a line feed.
        origins: for each piece the element that it comes from, None for an automatic number.
        boxes: its text boxes, in order.
        notes: its footnotes and endnotes, as kind of part and id.
        in_contents: True if part of it stands in a table of contents.
    """

    text: list[str] = field(default_factory=list)
    origins: list[etree._Element | None] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    in_contents: bool = False


class InlineReader:
    """Reads paragraphs one after another; fields may reach from one to the next."""

    def __init__(self, styles: Styles, revisions: Revisions) -> None:
        self._styles = styles
        self._revisions = revisions
        self._fields = Fields()

    def read(self, paragraph: etree._Element, into: Inline) -> None:
        """Append what `paragraph` holds."""
        properties = self._revisions.paragraph_properties(paragraph)
        into.in_contents = into.in_contents or self._fields.in_contents
        self._children(paragraph, properties, False, into)
        into.in_contents = into.in_contents or self._fields.in_contents
        self._fields.end_paragraph()

    def _children(self, parent: etree._Element, paragraph: etree._Element | None, hidden: bool, into: Inline) -> None:
        for child in parent:
            if self._revisions.drops(child):
                continue
            name = local(child)
            if name == "r" and child.tag == w("r"):
                run = self._revisions.run_properties(child)
                self._children(child, paragraph, self._styles.is_hidden(run, paragraph), into)
            elif name == "AlternateContent":
                self._children(chosen(child), paragraph, hidden, into)
            elif name == "sdt" and is_placeholder(child):
                continue
            elif name in _DRAWINGS:
                into.boxes += _boxes(child)
            elif name not in _SKIPPED and not self._leaf(child, name, hidden, into):
                self._children(child, paragraph, hidden, into)

    def _leaf(self, element: etree._Element, name: str, hidden: bool, into: Inline) -> bool:
        """Take up an element that holds no others; False if it may hold some."""
        if name == "fldChar":
            self._show(self._fields.mark(element.get(w("fldCharType"), "")), element, hidden, into)
        elif name in ("instrText", "delInstrText"):
            self._fields.instruct(element.text or "")
        elif name in ("t", "delText"):
            text = element.text or ""
            self._show(text.replace("\r", " ").replace("\n", " "), element, hidden, into)
        elif name in _TEXTS:
            self._show(_TEXTS[name], element, hidden, into)
        elif name == "sym":
            self._show(_symbol(element), element, hidden, into)
        elif name in NOTES:
            into.notes.append((NOTES[name], element.get(w("id"), "")))
        else:
            return False
        return True

    def _show(self, text: str, element: etree._Element, hidden: bool, into: Inline) -> None:
        if text and not hidden and self._fields.shows:
            into.text.append(text)
            into.origins.append(element)


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control shows only the invitation to fill it in."""
    return control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


def chosen(alternatives: etree._Element) -> etree._Element:
    """The first choice; the fallback says the same once more for old programs."""
    choice = alternatives.find(f"{_COMPATIBILITY}Choice")
    fallback = alternatives.find(f"{_COMPATIBILITY}Fallback")
    if choice is not None:
        return choice
    return fallback if fallback is not None else etree.Element("none")


def _boxes(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, outermost ones only, each once."""
    found: list[etree._Element] = []
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            found.append(element)
        elif element.tag == f"{_COMPATIBILITY}AlternateContent":
            waiting.append(chosen(element))
        else:
            waiting.extend(reversed(element))
    return found


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those of the private area have no meaning outside their font."""
    code = element.get(w("char"), "")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" or not character.isprintable() else character
