"""A comparison as Markdown, for a merge request or the summary of a CI job."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label
from dfjlint.reporters.comparison import words
from dfjlint.reporters.comparison.model import Comparison, DocumentComparison
from dfjlint.reporters.markdown_text import escape


def render_markdown(comparison: Comparison, lang: str) -> bytes:
    """The whole comparison as GitHub-flavoured Markdown."""
    blocks = [f"# {label('compare-title', lang)}", *map(escape, words.head(comparison, lang))]
    for document in comparison.documents:
        blocks += [f"## {escape(words.title(document, comparison))}", _list(words.counts(document, lang))]
        blocks += list(_groups(document, lang)) or [label("compare-none", lang)]
    others = _list(words.others(comparison, lang))
    return "\n\n".join(blocks + ([others] if others else [])).encode() + b"\n"


def _groups(document: DocumentComparison, lang: str) -> Iterator[str]:
    for heading, changes in words.groups(document, lang):
        yield f"### {heading}"
        lines = []
        for change in changes:
            lines.append(f"- **{change.id}** {escape(change.cite)} {words.verdicts(change, lang)}")
            lines.append(f"  {escape(change.quote)}")
            lines += [f"  - {escape(line)}" for line in words.details(change, lang)]
        yield "\n".join(lines)


def _list(lines: Iterator[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)
