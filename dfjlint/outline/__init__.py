"""The structure of a plan: paragraphs, sections, measures and the part that every stretch plays."""

from dfjlint.outline.build import build_outline
from dfjlint.outline.fit import fits_title

__all__ = ["build_outline", "fits_title"]
