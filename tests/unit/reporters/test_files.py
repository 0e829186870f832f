from __future__ import annotations

from dataclasses import replace

from dfjlint.model.source import Span
from dfjlint.reporters.files import FilePlace, file_place, files_of
from tests.unit.reporters import factory, variants


def test_a_span_over_two_lines() -> None:
    document = replace(factory.document(), path="./p.md", line_starts=(0, 3, 7), characters=9)
    assert file_place(document, Span(4, 9)) == FilePlace("p.md", Span(4, 9), (2, 3), (2, 3))


def test_a_span_that_ends_with_its_line_stays_on_it() -> None:
    document = replace(factory.document(), path="p.md", line_starts=(0, 3, 7), characters=9)
    assert file_place(document, Span(3, 7)).lines == (2, 2)


def test_without_lines_there_is_only_the_span() -> None:
    assert file_place(factory.document(), Span(4, 9)) == FilePlace("plans/云江 2027.txt", Span(4, 9))


def test_without_a_span_there_is_only_the_file() -> None:
    assert file_place(variants.plan_set(), None) == FilePlace("plans/body.md")


def test_a_part_of_a_set_that_is_no_text_has_no_lines() -> None:
    document = variants.plan_set()
    annex = document.parts[1].offset
    only_body = replace(document, line_starts=tuple(start for start in document.line_starts if start < annex))
    where = factory.span("暂缓建设电子证照库")
    assert file_place(only_body, where) == FilePlace("plans/annex.md", Span(where.start - annex, where.end - annex))
    assert file_place(only_body, factory.span("组建专网")).first_line == 6


def test_files_of_one_plan() -> None:
    (file,) = files_of(factory.document())
    assert (file.path, file.sha256, file.offset) == ("plans/云江 2027.txt", "a" * 64, 0)
