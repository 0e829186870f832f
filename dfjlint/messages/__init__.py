"""The catalogue of messages in three languages."""

from dfjlint.messages.catalogue import LANGUAGES, label, render

__all__ = ["LANGUAGES", "label", "render"]
