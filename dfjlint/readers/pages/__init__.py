"""Pages of glyphs, as PDF and OFD have them, put into reading order."""

from dfjlint.readers.pages.document import write_pages
from dfjlint.readers.pages.model import Glyph, Page, Rule

__all__ = ["Glyph", "Page", "Rule", "write_pages"]
