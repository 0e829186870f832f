from __future__ import annotations

import pytest

from dfjlint.outline import build_outline, fits_title
from tests.conftest import SAMPLES
from tests.unit.outline.small_plans import PLAN, source_of

LETTER = "关于道路施工期间交通组织的函。施工单位应当设置围挡，绕行路线由交警部门公告，夜间停止作业，垃圾当日清运。"


def fits(title: str, body: str) -> bool:
    return fits_title(build_outline(source_of(f"{title}\n\n{body}")))


def test_a_plan_fits_its_title() -> None:
    assert fits_title(build_outline(source_of(PLAN * 3)))


def test_the_text_of_something_else_does_not() -> None:
    assert not fits("某市公共数据资源开发利用行动计划（2025—2027年）", LETTER * 12)


def test_names_of_places_and_kinds_of_documents_make_no_fit() -> None:
    body = "某市各部门要按照行动计划，加快推进道路建设发展工作，年底前实施完成。" * 20
    assert not fits("某市公共数据资源开发利用行动计划", body)


def test_a_short_text_and_a_short_title_are_not_judged() -> None:
    assert fits("某市公共数据资源开发利用行动计划", LETTER)
    assert fits("某市行动计划", LETTER * 12)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")
@pytest.mark.parametrize("path", sorted((SAMPLES / "plans").glob("*.txt")), ids=lambda path: path.stem)
def test_every_sample_fits(path: object) -> None:
    assert fits_title(build_outline(source_of(path.read_text(encoding="utf-8"))))  # type: ignore[attr-defined]
