"""What pages are made of besides their content: style, script, and the policy that lets nothing else through."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Assets:
    """What stands inside a page besides its content.

    Args:
        policy: content security policy; only this style and this script are let through.
    """

    style: str
    script: str
    policy: str


def sealed(style: str, script: str) -> Assets:
    """A style and the parts of a script, with the policy for them."""
    script = f'(function () {{\n"use strict";\n{script}}}());\n'
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


def coloured(light: str, dark: str) -> str:
    """The colours; the dark ones stand twice, for readers whose system is dark and for those who ask."""
    return (
        f":root {{\n{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n:root:not([data-theme=light]) {{\n{dark}}}\n}}\n"
        f"@media screen {{\n:root[data-theme=dark] {{\n{dark}}}\n}}\n"
    )


def joined(package: str, kind: str, *names: str) -> str:
    """The files of a kind (css, js) of a package, one after the other."""
    return "".join((files(package) / kind / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


def template_of(package: str, name: str) -> str | None:
    """The text of a template of a package; None if there is none of this name."""
    path = files(package) / "templates" / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _hash(text: str) -> str:
    """A source of the policy: the text as the browser sees it, between the tags."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
