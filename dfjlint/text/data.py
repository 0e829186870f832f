"""The word lists that lie beside the modules, read once where they are needed."""

from __future__ import annotations

import pkgutil
import tomllib
from typing import Any


def load_data(name: str) -> dict[str, Any]:
    """The content of a TOML file of this package; `pkgutil` because importlib.resources costs 10 ms.

    Raises:
        FileNotFoundError: if the package was installed without the file.
    """
    content = pkgutil.get_data("dfjlint.text", name)
    if content is None:
        raise FileNotFoundError(name)
    return tomllib.loads(content.decode("utf-8"))
