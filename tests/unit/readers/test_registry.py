from __future__ import annotations

import subprocess
import sys

from dfjlint.readers import SUFFIXES


def test_suffixes_looked_for_in_folders() -> None:
    word = (".docx", ".docm", ".doc", ".wps", ".odt", ".rtf")
    pages = (".html", ".htm", ".xhtml", ".pdf", ".ofd")
    assert sorted(SUFFIXES) == sorted((*word, *pages, ".md", ".markdown", ".txt"))


def test_a_text_file_is_read_without_loading_lxml() -> None:
    program = (
        "import sys; from pathlib import Path; from dfjlint.readers import ReadOptions, read_document;"
        "read_document(Path('a.txt'), 'a.txt', '加强数字政府建设'.encode(), ReadOptions());"
        "print('lxml' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"
