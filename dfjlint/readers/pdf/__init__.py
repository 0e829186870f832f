"""Reads PDF documents."""

from dfjlint.readers.pdf.read import read

__all__ = ["read"]
