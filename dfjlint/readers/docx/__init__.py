"""Reads Word documents: the text as Word shows it, automatic numbers included."""

from dfjlint.readers.docx.read import read

__all__ = ["read"]
