"""All messages for people, in every language, and how they are filled in."""

from dfjlint.messages.catalogue import LANGUAGES, label, render
from dfjlint.messages.refusal import read_error, translated, unreadable_message

__all__ = ["LANGUAGES", "label", "read_error", "render", "translated", "unreadable_message"]
