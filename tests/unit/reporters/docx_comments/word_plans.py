"""Word plans with comments: made, given remarks, and looked at."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from dfjlint.api import commented_docx
from dfjlint.model.plan import Zone
from dfjlint.model.report import DocumentReport, Finding, Message, Part, Passage, Severity
from dfjlint.model.source import Span
from dfjlint.readers import ReadOptions, read_document
from tests.unit.reporters import factory


def report_on(data: bytes, *words: str, options: ReadOptions | None = None) -> DocumentReport:
    """A report whose findings stand on these words; the first block of the text is the title."""
    source = read_document(Path("plan.docx"), "plan.docx", data, options or ReadOptions())
    title = source.blocks[0].span
    findings = tuple(
        Finding("DFJ009", Severity.WARNING, Message("check-failed", (("reason", text),)), _span(source.text, text))
        for text in words
    )
    return replace(
        factory.document(),
        path="plan.docx",
        characters=len(source.text),
        obligations=(),
        findings=findings,
        measures=(),
        passages=(Passage(title, source.text[title.start : title.end], Zone.TITLE, -1, ""),),
    )


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def commented(data: bytes, *words: str, lang: str = "zh-Hans", options: ReadOptions | None = None) -> bytes:
    """The copy with a comment on the title and one on each of these words."""
    report = report_on(data, *words, options=options)
    part = Part("plan.docx", report.sha256, 0, report.characters)
    found = commented_docx(report, part, data, lang, options)
    assert found is not None
    return found


def member(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def main(body: str) -> str:
    """What stands between the body tags."""
    return body[body.index("<w:body>") + 8 : body.index("</w:body>")]


def marked(data: bytes) -> dict[str, str]:
    """The words between the marks of each comment, by its id."""
    text = member(data)
    found = {}
    for mark in re.finditer(r'<w:commentRangeStart w:id="(\d+)"/>', text):
        end = text.index(f'<w:commentRangeEnd w:id="{mark[1]}"/>')
        assert text.count(f'<w:commentReference w:id="{mark[1]}"/>') == 1
        found[mark[1]] = "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:", text[mark.end() : end]))
    return found
