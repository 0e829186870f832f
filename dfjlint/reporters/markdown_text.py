"""Words of a document as Markdown that shows them and nothing more."""

from __future__ import annotations

import re

from dfjlint.reporters.wording import plain

_MARKUP = re.compile(r"[\\`*_\[\]|~$#@]|^[-+=]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")


def escape(text: str) -> str:
    """A text of a document on one line, with everything that Markdown, HTML or a forge would act on made plain.

    Safe inside a table cell too. Addresses are kept from becoming links.
    """
    safe = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _MARKUP.sub(r"\\\g<0>", safe)
    return safe.replace("://", "&#58;//").replace("www.", "www&#46;")
