"""A comparison as plain lines for a terminal: what was lost first."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label
from dfjlint.reporters.comparison import words
from dfjlint.reporters.comparison.model import Comparison, DocumentComparison
from dfjlint.reporters.wording import plain


def render_console(comparison: Comparison, lang: str) -> bytes:
    """The whole comparison as UTF-8 text."""
    blocks = ["\n".join(words.head(comparison, lang))]
    for document in comparison.documents:
        blocks.append("\n".join((words.title(document, comparison), *words.counts(document, lang))))
        blocks += list(_groups(document, lang)) or [label("compare-none", lang)]
    others = "\n".join(words.others(comparison, lang))
    return "\n\n".join(blocks + ([others] if others else [])).encode() + b"\n"


def _groups(document: DocumentComparison, lang: str) -> Iterator[str]:
    for heading, changes in words.groups(document, lang):
        lines = [f"── {heading}"]
        for change in changes:
            lines.append(f"{change.id}  {change.cite}  {words.verdicts(change, lang)}  {plain(change.quote)}")
            lines += [f"    {line}" for line in words.details(change, lang)]
        yield "\n".join(lines)
