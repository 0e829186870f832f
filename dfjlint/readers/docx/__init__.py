"""Reads Word documents: the text as Word shows it, automatic numbers included."""

from dfjlint.readers.docx.read import read, word_anchors

__all__ = ["read", "word_anchors"]
