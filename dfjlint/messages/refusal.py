"""Makes the errors about documents that cannot be read, in words of the catalogue."""

from __future__ import annotations

from dfjlint.errors import ReadError
from dfjlint.messages.catalogue import render
from dfjlint.model.report import Message


def read_error(key: str, where: str, hint: str, **values: object) -> ReadError:
    """The error with its words in English, and what is needed to say them in another language.

    Args:
        key: of the reason in the catalogue, without read-.
        where: file, or file:line.
        hint: key of what to do, without hint-.
        values: that the reason asks for; numbers get commas. @key is looked up in the catalogue.

    Raises:
        KeyError: if the catalogue lacks a key or the reason a value.
    """
    named = tuple((name, f"{value:,}" if isinstance(value, int) else str(value)) for name, value in values.items())
    error = ReadError(render(Message(f"read-{key}", named), "en"), where, render(Message(f"hint-{hint}"), "en"))
    error.reason = (("reason", f"@read-{key}"), ("hint", f"@hint-{hint}"), *named)
    return error


def unreadable_message(error: ReadError) -> Message:
    """The finding that says why a document could not be read; the words of other packages stay as they are."""
    if not error.reason and not error.hint:
        return Message("unreadable-alone", (("reason", error.title),))
    return Message("unreadable", error.reason or (("reason", error.title), ("hint", error.hint)))


def translated(error: ReadError, lang: str) -> ReadError:
    """The same error in a language; the words of other packages stay as they are."""
    if not error.reason:
        return error
    keys = dict(error.reason)
    title = render(Message(keys["reason"][1:], error.reason), lang)
    found = ReadError(title, error.where, render(Message(keys["hint"][1:]), lang))
    found.reason = error.reason
    return found
