"""Words of Chinese text, the same from the Rust engine and from the Python one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.machinery import PathFinder
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from typing import Any

Cutter = Callable[[str], list[str]]


def words(text: str) -> list[str]:
    """Cuts normalised Simplified text into words, without guessing at unknown ones.

    The guessing (jieba's HMM) joins characters across the borders of terms, so it stays off.

    Returns:
        The words in order; joined they are the text.
    """
    return _cutter()(text)


@cache
def nouns() -> frozenset[str]:
    """Domain words that name a thing, however their first half reads: 集成电路, 服务平台."""
    return frozenset(word for word, _, tag in _domain_words() if tag == "n")


@cache
def _cutter() -> Cutter:
    try:
        return rust_cutter()
    except ImportError:
        return python_cutter()


def rust_cutter() -> Cutter:
    """A private rjieba engine with the words of words.toml.

    Raises:
        ImportError: if rjieba is not installed.
    """
    engine = _rust_module().Jieba()
    for word, frequency, tag in _domain_words():
        engine.add_word(word, frequency, tag)

    def cut(text: str) -> list[str]:
        return engine.cut(text, False)  # type: ignore[no-any-return]

    return cut


def _rust_module() -> Any:
    """The compiled half of rjieba; the other half loads the dictionary a second time, 0.1 s and 33 MB for nobody.

    Raises:
        ImportError: if rjieba is not installed.
    """
    package = find_spec("rjieba")
    found = package and PathFinder.find_spec("rjieba.rjieba", package.submodule_search_locations)
    if not found or not found.loader:
        raise ImportError("rjieba")
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


def python_cutter() -> Cutter:
    """A private jieba tokenizer with the words of words.toml; writes no cache file."""
    from jieba import Tokenizer  # noqa: TID251 — this is its home

    engine = Tokenizer()
    # initialize() would log, and read and write a cache that all users of the machine share.
    engine.FREQ, engine.total = engine.gen_pfdict(engine.get_dict_file())
    engine.initialized = True
    for word, frequency, tag in _domain_words():
        engine.add_word(word, frequency, tag)

    def cut(text: str) -> list[str]:
        return engine.lcut(text, HMM=False)  # type: ignore[no-any-return]

    return cut


def _domain_words() -> Iterator[tuple[str, int, str]]:
    data = tomllib.loads(files("dfjlint.nlp").joinpath("words.toml").read_text("utf-8"))
    seen: set[str] = set()
    for group in data["group"]:
        for word in _unseen(group["words"].split(), seen):
            yield word, group["frequency"], group["tag"]


def _unseen(listed: Iterable[str], seen: set[str]) -> Iterator[str]:
    for word in listed:
        if word not in seen:
            seen.add(word)
            yield word
