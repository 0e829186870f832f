"""Where the browser is, and how it is started."""

from __future__ import annotations

import os
import shutil

import pytest

#: Nothing here may reach the network; the sandbox does not work for root.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of the browser; without one tests are skipped, in CI they fail."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return found
    reason = "no Chromium on this machine (apt-get install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
