"""Follows the fields of a document: what they compute is text, how they compute it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dfjlint.readers.numerals import circled

# Word writes ① as a field that draws a circle over a 1.
_CIRCLED = re.compile(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,;]\s*(\d{1,2})\s*\)\s*", re.I)


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False


class Fields:
    """The fields that are open at a place; they nest, and their results may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def shows(self) -> bool:
        """Whether text at this place is visible."""
        return all(field.has_result for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether this place is inside a table of contents."""
        return any(re.match(r"\s*TOC\b", "".join(field.instruction), re.I) for field in self._open)

    def instruct(self, text: str) -> None:
        """Take up a piece of the instruction of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction.append(text)

    def mark(self, kind: str) -> str:
        """Take up a field character: "begin", "separate" or "end".

        Returns:
            Text that the field shows without having a result.
        """
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            number = _CIRCLED.fullmatch("".join(ended.instruction))
            if number and not ended.has_result:
                return circled(int(number[1]))
        return ""

    def end_paragraph(self) -> None:
        """Forget fields whose instruction did not end with the paragraph; they would swallow the rest."""
        self._open = [field for field in self._open if field.has_result]
