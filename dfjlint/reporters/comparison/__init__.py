"""What changed between two reports: gained, lost, moved."""

from collections.abc import Callable, Mapping

from dfjlint.reporters.comparison.compare import compare
from dfjlint.reporters.comparison.console import render_console
from dfjlint.reporters.comparison.json import render_json
from dfjlint.reporters.comparison.markdown import render_markdown
from dfjlint.reporters.comparison.model import Comparison

#: Format → its renderer, from a comparison and a language to bytes.
RENDERERS: Mapping[str, Callable[[Comparison, str], bytes]] = {
    "console": render_console,
    "json": render_json,
    "markdown": render_markdown,
}

__all__ = ["RENDERERS", "Comparison", "compare"]
