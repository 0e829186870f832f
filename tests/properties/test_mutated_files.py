"""Damaged files of every format: read or refused, within bounds of time and memory.

DFJLINT_EXAMPLES says how many files each reader gets.
"""

from __future__ import annotations

import copy
import faulthandler
import io
import os
import stat
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dfjlint.errors import ReadError
from dfjlint.model.source import SourceDocument
from dfjlint.readers import ReadOptions, read_document
from tests.unit.readers.ofd_files import line, ofd, picture
from tests.unit.readers.ofd_files import text as ofd_text
from tests.unit.readers.pdf_files import lines, pdf, rules, text
from tests.unit.readers.reading import SENTENCE
from tests.unit.readers.word_files import cell, docx, level, lists, numbered, p, run, style, table, zipped
from tests.unit.reporters.docx_comments import word_plans

_EXAMPLES = int(os.environ.get("DFJLINT_EXAMPLES", "60"))
_MOST_SECONDS = 20  # of computing, for one file
_HANGS = 600  # seconds
_MOST_MEMORY = 1 << 30  # bytes, above what was in use before
_TITLE = "某某省推进数字政府建设行动计划（2025—2027年）"
_WORDS = f"{_TITLE}\n一、总体要求\n{SENTENCE}\n（一）目标。到2027年，{SENTENCE}\n责任单位：省发展改革委"
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
_LINK = '<w:hyperlink r:id="r1"><w:r><w:t>链接</w:t></w:r></w:hyperlink>'

_BOX = f"<w:txbxContent>{p('框')}</w:txbxContent>"


def _word() -> bytes:
    return docx(
        p(_TITLE, '<w:pStyle w:val="h1"/>')
        + numbered(SENTENCE)
        + table(cell("甲", '<w:gridSpan w:val="2"/>') + cell("乙", "<w:vMerge/>"), cell(p("丙") + p("丁")))
        + p(f'<w:ins w:id="1">{run("增")}</w:ins><w:r><w:fldChar w:fldCharType="begin"/><w:br/></w:r>{_LINK}')
        + p(f'<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:pict>{_BOX}</w:pict></w:r>')
        + p('<w:commentRangeStart w:id="4"/>' + run("批注") + '<w:commentRangeEnd w:id="4"/>'),
        styles=style("h1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        numbering=lists(level(0, "chineseCounting", "%1、")),
        footnotes=f'<w:footnote w:id="1">{p("注")}</w:footnote>',
    )


def _page() -> bytes:
    paragraphs = "".join(f"<p>{words}</p>" for words in _WORDS.split("\n"))
    return (
        '<!DOCTYPE html><html><head><meta charset="gb2312"><style>.x{display:none}</style></head><body>'
        f'<nav><a href="/">首页</a></nav><h1>{_TITLE}</h1><div class="content" style="display:block">{paragraphs}</div>'
        "<ol start=3><li>甲<li>乙</ol><table><tr><td rowspan=2>一<td colspan=2>二</table><pre>行</pre><!-- x -->"
        '<div class="footer">版权所有&nbsp;&#x4e00;</div></body></html>'
    ).encode("gb18030")


@cache
def _seeds() -> Mapping[str, tuple[bytes, ...]]:
    markdown = f"---\na: b\n---\n# {_TITLE}\n\n{SENTENCE}\n续行\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n> 引用\n"
    return {
        "plan.txt": tuple(_WORDS.encode(codec) for codec in ("utf-8", "gb18030", "utf-16", "utf-8-sig")),
        "plan.md": (markdown.encode(), markdown.encode("gb18030")),
        "plan.html": (_page(),),
        "plan.docx": (_word(),),
        "plan.pdf": (
            pdf(lines(*_WORDS.split("\n")) + rules((50, 600, 50, 680), (50, 600, 300, 600)), lines(SENTENCE)),
            pdf(text(SENTENCE, 50, 700, matrix="0 1 -1 0"), "q 0 0 9 9 re W n\n" + lines(SENTENCE) + "Q\n"),
        ),
        "plan.ofd": (
            ofd(ofd_text(SENTENCE, 30, 40, "g 20 5") + line(30, 50, 90, 50), ofd_text(_TITLE, 30, 40) + picture()),
        ),
        "plan.doc": (_OLD_WORD + _word(),),
    }


def _splices(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes overwritten, cut out, put in or doubled at a few places; or the end cut off."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(0, len(changed) - 1)))
        end = draw(st.integers(start, min(len(changed), start + 40)))
        changed[start:end] = draw(st.one_of(st.binary(max_size=12), st.just(bytes(changed[start:end]) * 3)))
    return bytes(changed[: draw(st.integers(0, len(changed)))] if draw(st.integers(0, 9)) == 9 else changed)


def _changed_part(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive, whole and sound, with one of its files damaged, or well-formed and nonsense."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(contents)))
    change = draw(st.sampled_from([_nonsense, _nonsense, _splices]))
    files: dict[str, str | bytes] = {**contents, name: change(draw, contents[name])}
    return zipped(files)


_VALUES = ["", "0", "-1", "x", "nan", "1e99", "99999999999999999999", "../../x", "w:p", "一", "a" * 300]


def _nonsense(draw: st.DrawFn, data: bytes) -> bytes:
    """Markup with elements doubled, moved, renamed or gone, and with values that make no sense."""
    root = etree.fromstring(data)
    for _ in range(draw(st.integers(1, 6))):
        elements = list(root.iter())
        one, other = draw(st.sampled_from(elements)), draw(st.sampled_from(elements))
        kind = draw(st.sampled_from(["double", "move", "rename", "drop", "value", "value", "text"]))
        parent = one.getparent()
        if kind == "rename":
            one.tag = other.tag
        elif kind == "value" and one.keys():
            one.set(draw(st.sampled_from(one.keys())), draw(st.sampled_from(_VALUES)))
        elif kind == "text":
            one.text = draw(st.sampled_from(_VALUES))
        elif parent is None or one in other.iterancestors() or one is other:
            continue
        elif kind == "double":
            parent.extend(copy.deepcopy(one) for _ in range(draw(st.integers(1, 4))))
        elif kind == "move":
            other.append(one)
        elif kind == "drop":
            parent.remove(one)
    return etree.tostring(root)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    data = draw(st.sampled_from(_seeds()[name]))
    packed = data.find(b"PK\x03\x04")
    if packed >= 0 and draw(st.booleans()):
        return data[:packed] + _changed_part(draw, data[packed:])
    return _splices(draw, data)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A program that stands in for LibreOffice: behind the first bytes of the file it finds the .docx."""
    path = tmp_path_factory.mktemp("office") / "soffice"
    path.write_text(
        '#!/bin/sh\nfor last; do :; done\nout="$(dirname "$last")/out"\nmkdir "$out"\n'
        f'tail -c +{len(_OLD_WORD) + 1} "$last" > "$out/plan.docx"\n',
        encoding="utf-8",
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture(autouse=True, scope="module")
def bounded_memory() -> Iterator[None]:
    """The most memory in use at any time grows by no more than the bound."""
    resource = pytest.importorskip("resource")
    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit - before < _MOST_MEMORY


def _outcome(name: str, data: bytes, options: ReadOptions) -> SourceDocument | ReadError:
    """Anything but these two escapes and fails the test."""
    try:
        return read_document(Path(name), name, data, options)
    except ReadError as error:
        return error


def _assert_sound(name: str, data: bytes, options: ReadOptions) -> None:
    """A document whose blocks hold text, or a ReadError that says what, where and what to do; soon."""
    faulthandler.dump_traceback_later(_HANGS, exit=True, file=sys.__stderr__)
    begun = time.process_time()
    try:
        found = _outcome(name, data, options)
    finally:
        faulthandler.cancel_dump_traceback_later()
    if isinstance(found, ReadError):
        assert found.title
        assert found.where.startswith(name)
        assert found.hint
    else:
        assert all(found.text[block.span.start : block.span.end].strip() for block in found.blocks)
    assert time.process_time() - begun < _MOST_SECONDS


many = settings(
    max_examples=_EXAMPLES,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
        HealthCheck.large_base_example,
    ],
)


@pytest.mark.parametrize("name", sorted(_seeds()))
@many
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(name: str, office: str, data: st.DataObject) -> None:
    # A crash of PDFium must be seen, so it runs here.
    options = ReadOptions(max_characters=200_000, soffice=office, max_seconds=20, isolated=False)
    _assert_sound(name, data.draw(damaged(name)), options)


@many
@given(data=damaged("plan.docx"))
def test_comments_change_no_word_of_a_damaged_plan(data: bytes) -> None:
    """Comments are put on a few words of it, or refused; what was read before is read again."""
    options = ReadOptions(max_characters=200_000)
    found = _outcome("plan.docx", data, options)
    if isinstance(found, ReadError):
        return
    words = dict.fromkeys(found.text[block.span.start :][:3] for block in found.blocks[:4])
    commented = _commented(data, words, options)
    if isinstance(commented, ReadError):
        assert commented.title.startswith("comments cannot be put into the file")
        return
    again = _outcome("plan.docx", commented, options)
    assert isinstance(again, SourceDocument)
    assert again.text == found.text
    assert _commented(commented, words, options) == commented


def _commented(data: bytes, words: Iterable[str], options: ReadOptions) -> bytes | ReadError:
    try:
        return word_plans.commented(data, *words, options=options)
    except ReadError as error:
        return error
