"""The style and the script of the portfolio: those of the report, and a little more."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_REPORT = "dfjlint.reporters.html_report"
_STYLES = ("base", "parts", "conclusion", "matrix", "tables", "print")


@dataclass(frozen=True, slots=True)
class PageAssets:
    """What stands inside the page besides its content; the policy lets nothing else through."""

    style: str
    script: str
    policy: str


@cache
def page_assets() -> PageAssets:
    """The assets, the same for every portfolio."""
    style, script = _style(), _script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return PageAssets(style, script, policy)


def template_source(name: str) -> str | None:
    """The text of a template; None if there is none of this name."""
    path = files(__package__) / "templates" / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _style() -> str:
    """The style; the dark colours stand in it twice, for readers whose system is dark and for those who ask."""
    light, dark = _read(_REPORT, "css", "light"), _read(_REPORT, "css", "dark")
    colours = (
        f":root {{\n{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n:root:not([data-theme=light]) {{\n{dark}}}\n}}\n"
        f"@media screen {{\n:root[data-theme=dark] {{\n{dark}}}\n}}\n"
    )
    parts = [_read(_REPORT, "css", name) for name in _STYLES]
    return colours + "".join(parts) + _read(__package__, "css", "portfolio")


def _script() -> str:
    parts = _read(_REPORT, "js", "language") + _read(__package__, "js", "portfolio")
    return f'(function () {{\n"use strict";\n{parts}}}());\n'


def _read(package: str, kind: str, name: str) -> str:
    return (files(package) / kind / f"{name}.{kind}").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A source of the policy: the text as the browser sees it, between the tags."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
