from __future__ import annotations

import pytest

from dfjlint.model.source import Span
from dfjlint.text.lines import line_spans


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("一", ["一"]),
        ("一\n二", ["一", "二"]),
        ("一\n", ["一"]),
        ("一\r\n二\r三\n", ["一", "二", "三"]),
        ("\n\n一", ["", "", "一"]),
        ("一\n\r二", ["一", "", "二"]),
        ("一\f二\u2028三\x85四\v五\x1c六", ["一\f二\u2028三\x85四\v五\x1c六"]),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_only(text: str, lines: list[str]) -> None:
    assert [text[span.start : span.end] for span in line_spans(text)] == lines


def test_spans_count_code_points() -> None:
    assert line_spans("𠮷\r\n野") == [Span(0, 1), Span(3, 4)]
