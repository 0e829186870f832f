"""The suffixes of files that the built-in readers take."""

TEXT = (".txt", ".text")
MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml", ".shtml")
WORD = (".docx", ".docm", ".dotx", ".dotm")
OFFICE = (".doc", ".wps", ".odt", ".rtf")
SUFFIXES = (*WORD[:2], ".pdf", ".ofd", *OFFICE, *PAGES[:3], *MARKDOWN, *TEXT[:1])
"""Suffixes of plans that are looked for in folders."""
