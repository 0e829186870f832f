"""Comments in a copy of a Word plan, as a user has them written and an office program opens them."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from tests.conftest import PLAN_2019
from tests.e2e.command import dfjlint
from tests.e2e.plan_files import SOFFICE, as_docx, converted

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BY = 'w:author="张三" w:date="2025-01-01T00:00:00Z"'
_INSERTED = f'<w:ins {_WORD} w:id="901" {_BY}><w:r><w:t>另行推進數據開放。</w:t></w:r></w:ins>'
_DELETED = f'<w:del {_WORD} w:id="902" {_BY}><w:r><w:delText>刪去的話。</w:delText></w:r></w:del>'


@cache
def _plan() -> bytes:
    """The plan with automatic numbers, tracked changes, and the comment of a colleague."""
    lines = [line for line in PLAN_2019.read_text(encoding="utf-8").split("\n") if line.strip()]
    document = docx.Document(io.BytesIO(as_docx(lines)))
    paragraph = document.paragraphs[-1]
    document.add_comment(paragraph.runs, "请核对", author="李四", initials="李")
    paragraph._p.append(parse_xml(_INSERTED))
    paragraph._p.append(parse_xml(_DELETED))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.docx").write_bytes(_plan())
    return tmp_path


def _check(folder: Path, *arguments: str) -> str:
    """What went wrong; empty if a copy was written."""
    result = dfjlint("check", *arguments, "--fail-on", "none", cwd=folder)
    assert result.stdout == ""
    assert result.returncode == (2 if result.stderr else 0)
    return result.stderr


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_copy_with_comments(folder: Path) -> None:
    assert _check(folder, "plan.docx", "-f", "docx-comments:copy.docx") == ""
    copy = (folder / "copy.docx").read_bytes()
    assert (folder / "plan.docx").read_bytes() == _plan()
    assert _texts(copy) == _texts(_plan())
    comments = list(docx.Document(io.BytesIO(copy)).comments)
    assert {comment.author for comment in comments} == {"李四", "dfjlint"}
    assert [comment.text for comment in comments if comment.author == "李四"] == ["请核对"]
    assert any("DFJ-" in comment.text and "建议表述" in comment.text for comment in comments)


def test_the_copy_gets_the_same_verdicts_and_the_same_comments(folder: Path) -> None:
    assert _check(folder, "plan.docx", "-f", "docx-comments:copy.docx", "-f", "json:a.json") == ""
    assert _check(folder, "copy.docx", "-f", "docx-comments:again.docx", "-f", "json:b.json") == ""
    assert (folder / "again.docx").read_bytes() == (folder / "copy.docx").read_bytes()
    first, second = ((folder / name).read_text(encoding="utf-8") for name in ("a.json", "b.json"))
    cut = re.compile(r'"(?:path|sha256)": "[^"]*"')
    assert cut.sub("", first) == cut.sub("", second)


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_shows_the_same_comments_on_words(folder: Path) -> None:
    assert _check(folder, "plan.docx", "-f", "docx-comments:copy.docx") == ""
    copy = (folder / "copy.docx").read_bytes()
    flat = converted(copy, "fodt", folder / "a").decode()
    written = [comment for comment in docx.Document(io.BytesIO(copy)).comments if comment.author == "dfjlint"]
    shown = re.findall(r"<office:annotation .*?<dc:creator>(.*?)</dc:creator>", flat, re.S)
    assert shown.count("dfjlint") == len(written)
    assert shown.count("李四") == 1
    original, commented = (
        converted(data, "txt:Text (encoded):UTF8", folder / name) for data, name in ((_plan(), "b"), (copy, "c"))
    )
    assert commented == original


def test_several_plans_go_into_a_folder(folder: Path) -> None:
    (folder / "other.docx").write_bytes(_plan())
    assert _check(folder, "plan.docx", "other.docx", "-f", "docx-comments:out/") == ""
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["other.docx", "plan.docx"]


def test_a_plan_that_cannot_be_read_has_no_copy(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(_plan()[:3000])
    error = _check(folder, "plan.docx", "broken.docx", "-f", "docx-comments:out/")
    assert error.startswith("broken.docx: DFJ001")
    assert [path.name for path in (folder / "out").iterdir()] == ["plan.docx"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("plan.txt", "-f", "docx-comments:copy.docx"), "plan.txt: 批注只能写入 .docx 文件"),
        (("plan.docx", "-f", "docx-comments"), "--output-format: Word comments go into a copy of the plan"),
        (("plan.docx", "-f", "docx-comments:plan.docx"), "plan.docx: the report would replace the plan"),
        (("plan.docx", "-f", "docx-comments:."), "plan.docx: the report would replace the plan"),
        (("plan.docx", "b/plan.docx", "-f", "docx-comments:c.docx"), "c.docx: several plans cannot be copied"),
        (("plan.docx", "b/plan.docx", "-f", "docx-comments:out/"), "out/: two plans of one name"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], error: str
) -> None:
    (folder / "plan.txt").write_bytes(PLAN_2019.read_bytes())
    (folder / "b").mkdir()
    (folder / "b" / "plan.docx").write_bytes(_plan())
    before = sorted(folder.rglob("*"))
    assert _check(folder, *arguments, "-f", "json:gap.json").startswith(f"dfjlint: {error}")
    assert sorted(folder.rglob("*")) == before
    assert (folder / "plan.docx").read_bytes() == _plan()


def test_settings_may_name_the_copy(folder: Path) -> None:
    (folder / "dfjlint.toml").write_text('output = ["docx-comments:out"]\n', encoding="utf-8")
    assert _check(folder, "plan.docx") == ""
    assert [path.name for path in (folder / "out").iterdir()] == ["plan.docx"]
