"""The exceptions that dfjlint raises.

DfjlintError
├── UsageError        a flag, a path or a setting is wrong                     (exit 2)
├── ReadError         a document could not be read                            (exit 2, finding DFJ001)
└── PackError         a rule pack, a lexicon or a case file is broken         (exit 2)

Every error says what is wrong, where, and what to do: `title`, `where`, `hint`. Exceptions of
other libraries never leave the package; they are raised again as one of these, with `from`.
"""

from __future__ import annotations


class DfjlintError(Exception):
    """What went wrong in one line, where, and what the user can do about it.

    Args:
        title: one sentence, without a full stop.
        where: file, or file:line, or file:field; empty if it has no place.
        hint: what to do; empty if nothing sensible can be said.
    """

    def __init__(self, title: str, where: str = "", hint: str = "") -> None:
        super().__init__(title, where, hint)
        self.title = title
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.where}: {self.title}" if self.where else self.title
        return f"{line} — {self.hint}" if self.hint else line


class UsageError(DfjlintError):
    """The command, a path or a setting cannot be used as given."""


class ReadError(DfjlintError):
    """A document could not be read; there is no verdict on it.

    Attributes:
        reason: names and values with which the catalogue of messages says the same in any language; empty for
            the words of other packages.
    """

    reason: tuple[tuple[str, str], ...] = ()


class PackError(DfjlintError):
    """A rule pack, a lexicon or a case file is broken."""
