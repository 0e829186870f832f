"""Reads OFD documents (GB/T 33190)."""

from dfjlint.readers.ofd.read import read

__all__ = ["read"]
