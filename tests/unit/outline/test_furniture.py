import pytest

from dfjlint.model.source import Block, BlockKind, Place, SourceDocument, Span
from dfjlint.outline.furniture import find_furniture
from dfjlint.outline.layout import read_lines
from tests.unit.outline.small_plans import source_of, source_of_blocks


def furniture(source: SourceDocument) -> list[str]:
    lines = read_lines(source)
    return [line.text for line, is_furniture in zip(lines, find_furniture(lines), strict=True) if is_furniture]


@pytest.mark.parametrize(
    "line",
    [
        "某省人民政府关于印发方案的通知_某省政府网 3/6/25 下午4:05",
        "2025/11/3 09:12 某市行动计划 _ 政策 _ 某市",
        "https://www.example.gov.cn/zwgk/2025/t1.html 页码：2/7",
        "www.example.gov.cn/zwgk/2025/t1.html 2/7",
        "— 4 —",
        "- 4 -",
        "第4页 共12页",
        "一、总体要求……………………3",
        "首页 > 政务公开 > 规划计划",
        "首页 新闻中心 政务公开 政务服务 互动交流",
        "登录 | 注册 | 无障碍",
        "【字体：大 中 小】",
        "字号： 大 中 小",
        "打印",
        "分享到：",
        "索引号：000014349/2025-00021",
        "索 引 号： 000014349/2025-00021",
        "[主题分类] 综合政务",
        "信息来源：某市数据局 责任编辑：张某",
        "主办单位：某市人民政府办公室",
        "备案号：某ICP备00000000号 网站标识码：0000000000",
        "版权所有：某市人民政府",
        "Copyright © 某市人民政府 All Rights Reserved",
        "扫一扫在手机打开当前页",
        "立法機關某省人民代表大會在維基數據編輯",
        "《某市行动计划》解读",
        "!\"#$%&'()*+,-./",
        "Ḓᶭ ඲଱ ᥝ᳼ ඲ۓ",
    ],
)
def test_chrome_is_told_by_itself(line: str) -> None:
    text = f"推进数据开放，完善制度。\n{line}\n建设算力平台，提高效率。\n"
    assert len(furniture(source_of(text))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "优化政务公开、政务服务和互动交流功能，",
        "（2）推进网站集约化，规范备案号和标识码管理。",
        "某市数字经济行动计划",
        "关于印发某市行动计划的通知",
        "各区人民政府，市政府各部门：",
        "教育局 公安局 财政局",
        "2025年3月20日",
        "一、总体要求",
        "责任单位：市数据局",
        "实现网上办、掌上办、就近办",
    ],
)
def test_words_of_the_plan_are_no_chrome(line: str) -> None:
    text = f"推进数据开放，完善制度。\n{line}\n建设算力平台，提高效率。\n"
    assert furniture(source_of(text)) == []


def test_headers_that_come_back_at_page_ends_are_furniture_but_for_the_first_which_may_be_the_title() -> None:
    page = "推进数据开放，完善制度。\n建设算力平台，提高效率。\n加强网络安全，守住底线。\n"
    text = "".join(f"某市发展规划第一稿\n{page}{page}— {i} —\n" for i in range(1, 5))
    assert furniture(source_of(text)).count("某市发展规划第一稿") == 3


def test_owner_lines_that_come_back_stay() -> None:
    text = "".join(f"（{i}）推进工作。\n（责任单位：市数据局）\n— 1 —\n" for i in "一二三四")
    assert [line for line in furniture(source_of(text)) if "责任" in line] == []


def test_bare_numbers_far_apart_are_page_numbers() -> None:
    page = "推进数据开放，完善管理制度，提高服务水平，保障数据安全。\n" * 20
    assert furniture(source_of(f"{page}1\n{page}2\n{page}3\n")) == ["1", "2", "3"]


def test_bare_numbers_close_together_number_items() -> None:
    text = "1\n开放数据，完善制度。\n2\n建设平台，提高效率。\n3\n加强安全，守住底线。\n"
    assert furniture(source_of(text)) == []


def test_short_lines_between_chrome_go_with_it() -> None:
    text = "完善制度。\n相关解读\n某市出台新规\n首页 > 政务公开\n（二）建设平台。提高效率。\n"
    assert furniture(source_of(text)) == ["相关解读", "某市出台新规", "首页 > 政务公开"]


def test_title_between_chrome_stays() -> None:
    text = "首页 > 政务公开\n某市数据开放方案\n发布时间：2025-03-01\n为开放数据，制定本方案。\n"
    assert "某市数据开放方案" not in furniture(source_of(text))


def test_headings_by_markup_are_never_furniture() -> None:
    source = source_of_blocks((BlockKind.HEADING, 2, "政务公开 | 政务服务"), (BlockKind.PARAGRAPH, 0, "打印"))
    assert furniture(source) == ["打印"]


def test_furniture_by_markup_is_furniture() -> None:
    source = source_of_blocks((BlockKind.FURNITURE, 0, "某市发展规划"), (BlockKind.PARAGRAPH, 0, "开放数据。"))
    assert furniture(source) == ["某市发展规划"]


def test_short_page_between_page_headers_by_markup_stays() -> None:
    text = "某市规划\n二季度\n某市规划\n"
    kinds = (BlockKind.FURNITURE, BlockKind.LINE, BlockKind.FURNITURE)
    blocks = tuple(
        Block(Span(start, end), kind, place=Place(page=1))
        for (start, end), kind in zip(((0, 4), (5, 8), (9, 13)), kinds, strict=True)
    )
    assert furniture(SourceDocument("plan.pdf", "pdf", "", text, blocks)) == ["某市规划", "某市规划"]
