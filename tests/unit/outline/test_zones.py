import pytest

from dfjlint.model.plan import Zone
from dfjlint.outline.zones import cut_targets, starts_with_targets, zone_of_title


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("总体要求", Zone.PREAMBLE),
        ("指导思想", Zone.PREAMBLE),
        ("基本原则", Zone.PREAMBLE),
        ("总体思路和工作原则", Zone.PREAMBLE),
        ("总体要求和主要目标", Zone.PREAMBLE),
        ("主要目标", Zone.TARGETS),
        ("发展目标", Zone.TARGETS),
        ("工作目标", Zone.TARGETS),
        ("发展现状和面临形势", Zone.BACKGROUND),
        ("工作成效", Zone.BACKGROUND),
        ("存在问题", Zone.BACKGROUND),
        ("附则", Zone.LETTERHEAD),
    ],
)
def test_heading_announces_a_zone(title: str, zone: Zone) -> None:
    assert zone_of_title(title) is zone


@pytest.mark.parametrize(
    "title", ["", "主要任务", "目标任务", "保障措施", "工作要求", "营造良好发展环境", "夯实产业基础"]
)
def test_other_headings_announce_none(title: str) -> None:
    assert zone_of_title(title) is None


def test_targets_begin_with_the_year() -> None:
    text = "坚持统筹推进。到2027年,建成平台。"
    assert text[cut_targets(text, 0, len(text)) :] == "到2027年,建成平台。"


def test_year_inside_a_sentence_begins_nothing() -> None:
    text = "坚持统筹推进,力争到2027年建成平台。"
    assert cut_targets(text, 0, len(text)) == len(text)


def test_labelled_targets() -> None:
    assert starts_with_targets("行动目标:到2026年,建成平台。")
    assert not starts_with_targets("行动内容:建成平台。")
