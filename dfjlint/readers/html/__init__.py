"""Reads web pages: the visible text, told from what surrounds it on the page."""

from dfjlint.readers.html.read import read

__all__ = ["read"]
