"""From the bytes of a file to a SourceDocument."""

from dfjlint.readers.options import ReadOptions
from dfjlint.readers.reader import RawFile, Reader
from dfjlint.readers.registry import SUFFIXES, read_document, word_anchors
from dfjlint.readers.sniff import Kind

__all__ = ["SUFFIXES", "Kind", "RawFile", "ReadOptions", "Reader", "read_document", "word_anchors"]
