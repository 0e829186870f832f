from dfjlint.readers.registry import READERS
from dfjlint.readers.suffixes import SUFFIXES


def test_the_suffixes_are_those_of_the_readers() -> None:
    assert tuple(suffix for reader in READERS for suffix in reader.suffixes) == SUFFIXES
