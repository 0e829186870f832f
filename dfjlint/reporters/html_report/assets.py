"""The style and the script of the page, and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_STYLES = ("base", "parts", "conclusion", "matrix", "cards", "plan", "tables", "print")
_SCRIPTS = ("language", "folding", "filter", "links", "keys", "start")


@dataclass(frozen=True, slots=True)
class Assets:
    """What stands inside the page besides its content.

    Args:
        policy: content security policy; only this style and this script are let through.
    """

    style: str
    script: str
    policy: str


@cache
def assets() -> Assets:
    """The assets, the same for every report."""
    style = _style()
    script = f'(function () {{\n"use strict";\n{_joined("js", _SCRIPTS)}}}());\n'
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Assets(style, script, policy)


def template_source(name: str) -> str | None:
    """The text of a template; None if there is none of this name."""
    path = files(__package__) / "templates" / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _style() -> str:
    """The style; the dark colours stand in it twice, for readers whose system is dark and for those who ask."""
    light, dark = _read("css", "light"), _read("css", "dark")
    colours = (
        f":root {{\n{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n:root:not([data-theme=light]) {{\n{dark}}}\n}}\n"
        f"@media screen {{\n:root[data-theme=dark] {{\n{dark}}}\n}}\n"
    )
    return colours + _joined("css", _STYLES)


def _joined(kind: str, names: tuple[str, ...]) -> str:
    return "".join(_read(kind, name) for name in names)


def _read(kind: str, name: str) -> str:
    return (files(__package__) / kind / f"{name}.{kind}").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source of the policy: the text as the browser sees it, between the tags."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
