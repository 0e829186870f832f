"""From the bytes of a file to a SourceDocument."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dfjlint.readers.options import ReadOptions
    from dfjlint.readers.reader import RawFile, Reader
    from dfjlint.readers.registry import read_document, word_anchors
    from dfjlint.readers.sniff import Kind
    from dfjlint.readers.suffixes import SUFFIXES

__all__ = ["SUFFIXES", "Kind", "RawFile", "ReadOptions", "Reader", "read_document", "word_anchors"]
_HOMES = {"SUFFIXES": "suffixes", "ReadOptions": "options", "RawFile": "reader", "Reader": "reader", "Kind": "sniff"}


def __getattr__(name: str) -> object:
    """Looked up when first asked for: whoever only wants the suffixes does not wait for the readers."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"dfjlint.readers.{_HOMES.get(name, 'registry')}"), name)
