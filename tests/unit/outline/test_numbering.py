import pytest

from dfjlint.outline.numbering import find_marker


@pytest.mark.parametrize(
    ("text", "style", "value", "number"),
    [
        ("一、总体要求", "han", 1, "一、"),
        ("十二、保障措施", "han", 12, "十二、"),
        ("一 、总体要求", "han", 1, "一、"),
        ("二十九、考核", "han", 29, "二十九、"),
        ("(三)开放数据", "han_paren", 3, "(三)"),
        ("( 三 ) 开放数据", "han_paren", 3, "(三)"),
        ("㈡开放数据", "han_paren", 2, "(二)"),
        ("1.开放数据", "num", 1, "1."),
        ("48. 开放数据", "num", 48, "48."),
        ("3、开放数据", "num", 3, "3、"),
        ("1.2025年底前完成", "num", 1, "1."),
        ("(12)开放数据", "num_paren", 12, "(12)"),
        ("⑵开放数据", "num_paren", 2, "(2)"),
        ("2)开放数据", "half", 2, "2)"),
        ("③开放数据", "ring", 3, "③"),
        ("第二章 基础设施", "chapter", 2, "第二章"),
        ("第三节 网络", "section", 3, "第三节"),
        ("第十一条 各部门应当", "article", 11, "第十一条"),
        ("第一部分 总体要求", "part", 1, "第一部分"),
        ("1.2 网络", "decimal2", 2, "1.2"),
        ("1.2.3网络", "decimal3", 3, "1.2.3"),
        ("(b) 数据", "letter", 2, "(b)"),
        ("专栏3 数据工程", "box", 3, "专栏3"),
    ],
)
def test_marker_is_read(text: str, style: str, value: int, number: str) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.style, marker.value, marker.number) == (style, value, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一是开放数据",
        "一、二、三产业融合",
        "一、二级市场",
        "2025.3完成",
        "2025年底前",
        "1.5亿元",
        "1.5的数据中心",
        "10.5代线",
        "3、4级响应",
        "12345热线",
        "第五代移动通信",
        "第三级保护",
        "(2025-2027年)",
        "(含开发区)",
        "2.0版",
        "加强统筹",
    ],
)
def test_dates_amounts_and_words_are_no_markers(text: str) -> None:
    assert find_marker(text) is None


def test_text_begins_behind_the_marker_and_its_space() -> None:
    marker = find_marker("1. 开放数据")
    assert marker is not None
    assert marker.end == 3
