"""Finds the comments by which an author sets obligations aside inside a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dfjlint.model.source import Span

_COMMENT = re.compile(r"<!--[ \t\r\n]*dfjlint-disable\b(?P<body>.*?)-->", re.S)
_REASON = re.compile(r"(?:^|\s)--+\s")
_NOT_BREAKS = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Suppression:
    """`<!-- dfjlint-disable DFJ-2.2.6 -- reason -->`.

    Args:
        rules: ids as written.
        reason: empty if none is given.
        span: the comment in the text it was found in.
        line: its first line, from 1.
    """

    rules: tuple[str, ...]
    reason: str
    span: Span
    line: int


def find_suppressions(text: str) -> tuple[Suppression, ...]:
    """All such comments of a text, in order; one that is not closed is none."""
    found = []
    for match in _COMMENT.finditer(text):
        rules, reason = _split(match["body"])
        line = text.count("\n", 0, match.start()) + 1
        found.append(Suppression(rules, reason, Span(match.start(), match.end()), line))
    return tuple(found)


def without_suppressions(text: str, suppressions: Sequence[Suppression]) -> str:
    """The text with these comments as spaces, so that no word of a reason answers an obligation."""
    for suppression in suppressions:
        start, end = suppression.span.start, suppression.span.end
        text = text[:start] + _NOT_BREAKS.sub(" ", text[start:end]) + text[end:]
    return text


def _split(body: str) -> tuple[tuple[str, ...], str]:
    mark = _REASON.search(body)
    ids = body[: mark.start()] if mark else body
    reason = " ".join(body[mark.end() :].split()) if mark else ""
    return tuple(dict.fromkeys(ids.replace(",", " ").split())), reason
