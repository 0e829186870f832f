"""Both engines give the same words, and domain words stay whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dfjlint.nlp.segment import python_cutter, rust_cutter, words
from dfjlint.text.normalise import normalise_term
from tests.conftest import ROOT

CORPUS = ROOT / "corpora" / "fujian-2018"


@pytest.mark.parametrize("name", ["plan-2019.txt", "decision-2018.txt"])
def test_engines_agree(name: str) -> None:
    rust = pytest.importorskip("rjieba") and rust_cutter()
    python = python_cutter()
    lines = [normalise_term(line) for line in (CORPUS / name).read_text("utf-8").split("\n") if line]
    assert [rust(line) for line in lines] == [python(line) for line in lines]


def test_domain_words_stay_whole() -> None:
    assert words("推动政务外网和工业互联网建设") == ["推动", "政务外网", "和", "工业互联网", "建设"]


def test_words_join_to_the_text() -> None:
    text = "到2027年,5g 基站达到3.5万个\n〇㐀𠮷"
    assert "".join(words(text)) == text


def test_importing_the_stage_is_light() -> None:
    code = "import sys, dfjlint.nlp; print(sorted({'spacy', 'jieba', 'rjieba'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_the_python_engine_leaves_the_global_one_alone() -> None:
    import jieba

    python_cutter()
    assert not jieba.dt.initialized
