from __future__ import annotations

import pytest

from dfjlint.model.source import BlockKind
from dfjlint.readers import ReadOptions
from tests.unit.readers.reading import SENTENCE, cells, kinds, read, refused, texts

BODY = "".join(f"<p>{SENTENCE}</p>" for _ in range(2))


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def content(body: str) -> list[str]:
    return texts(read("plan.html", page(body)), BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE_CELL)


def furniture(body: str) -> list[str]:
    return texts(read("plan.html", page(body)), BlockKind.FURNITURE)


def test_paragraphs_and_divisions_are_blocks() -> None:
    assert content(f"<div>前言<p>{SENTENCE}</p>后语</div>") == ["前言", SENTENCE, "后语"]


def test_headings_have_their_level() -> None:
    document = read("plan.html", page(f"<h1>工作要点</h1><h3>总体要求</h3>{BODY}"))
    assert kinds(document)[:2] == [("heading", 1), ("heading", 3)]


def test_a_break_ends_a_block() -> None:
    assert content(f"<p>一、建设平台<br>二、共享数据<br/></p>{BODY}")[:2] == ["一、建设平台", "二、共享数据"]


def test_a_heading_on_two_lines_is_one_heading() -> None:
    assert content(f"<h1>某市数字政府建设<br>行动方案</h1>{BODY}")[0] == "某市数字政府建设 行动方案"


def test_inline_markup_and_wrapped_source_do_not_cut_a_sentence() -> None:
    assert content(f"<p>加快<b>数字</b>\n  政府<span>建设</span> 5G\nnetwork</p>{BODY}")[0] == (
        "加快数字政府建设 5G network"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var 变量</script>",
        "<style>样式</style>",
        "<noscript>脚本</noscript>",
        "<template>模板</template>",
        '<p style="color:red; DISPLAY : none">隐藏</p>',
        '<span style="visibility:hidden">隐藏</span>',
        "<div hidden>隐藏<p>更深</p></div>",
        "<select><option>选项</option></select>",
        "<!-- 注释 -->",
        '<sup><a href="#n1">[1]</a></sup>',
        "<ruby><rt>注音</rt></ruby>",
    ],
)
def test_what_is_not_shown_is_dropped(hidden: str) -> None:
    assert read("plan.html", page(f"<p>{SENTENCE}{hidden}</p>{SENTENCE}")).text == f"{SENTENCE}\n{SENTENCE}\n"


def test_the_head_is_dropped() -> None:
    assert "网站" not in read("plan.html", page(BODY, "<title>某网站</title>")).text


@pytest.mark.parametrize(
    "around",
    [
        "<nav>首页 政务公开</nav>",
        "<footer>主办单位：某市人民政府</footer>",
        "<aside>热点专题</aside>",
        "<header>某市人民政府门户网站</header>",
        '<div role="navigation">首页 新闻</div>',
        '<div class="bshare-box share">分享到微信</div>',
        '<div id="qr_container">扫一扫</div>',
        '<ul><li><a href="/1">相关新闻一</a></li><li><a href="/2">相关新闻二</a></li></ul>',
        '<div>当前位置：<a href="/">首页</a> &gt; <a href="/zc">政策文件</a> &gt; <a href="/x">规范性文件</a></div>',
    ],
)
def test_what_surrounds_the_document_is_furniture(around: str) -> None:
    body = f"{around}<div>{BODY}</div>"
    assert content(body) == [SENTENCE, SENTENCE]
    assert furniture(body)


@pytest.mark.parametrize(
    "part",
    [
        '<p>依据<a href="/1">《公共数据管理暂行办法》</a>，开展工作。</p>',
        '<h2><a href="#1">一、总体要求</a></h2>',
        '<div class="menu"><h2>二、重点任务</h2></div>',
        "<article><header><p>某市行动方案</p></header></article>",
        '<p><a name="anchor">建设平台</a></p>',
    ],
)
def test_links_and_names_do_not_make_content_furniture(part: str) -> None:
    assert furniture(f"{part}{BODY}") == []


def test_a_part_with_most_of_the_text_is_the_document_whatever_its_name() -> None:
    assert content(f'<div class="footer">{BODY}</div>') == [SENTENCE, SENTENCE]


def test_ordered_items_get_their_numbers() -> None:
    body = (
        f"<ol start=2><li>建设平台</li><li>共享数据<ol type=a><li>人口库</li></ol></li><li value=9>开放</li></ol>{BODY}"
    )
    assert content(body)[:4] == ["2. 建设平台", "3. 共享数据", "a. 人口库", "9. 开放"]


def test_a_reversed_list_counts_down() -> None:
    assert content(f"<ol reversed><li>建设</li><li>共享</li></ol>{BODY}")[:2] == ["2. 建设", "1. 共享"]


def test_a_chinese_list_style_gives_chinese_numbers() -> None:
    body = f'<ol style="list-style-type: cjk-ideographic"><li><p>建设平台</p></li></ol>{BODY}'
    assert content(body)[0] == "一、建设平台"


def test_a_list_without_marks_and_a_bullet_list_give_no_numbers() -> None:
    body = f'<ol style="list-style:none"><li>一、建设</li></ol><ul><li>共享</li></ul>{BODY}'
    assert content(body)[:2] == ["一、建设", "共享"]


def test_data_tables_give_cells_with_places() -> None:
    body = (
        f"{BODY}<table><tr><th rowspan=2>任务</th><th colspan=2>责任</th></tr><tr><td>牵头</td><td>配合</td></tr>"
        "<tr><td>建平台</td><td>数据局</td><td></td></tr></table>"
    )
    assert cells(read("plan.html", page(body))) == {
        (1, 1, 1): "任务",
        (1, 1, 2): "责任",
        (1, 2, 2): "牵头",
        (1, 2, 3): "配合",
        (1, 3, 1): "建平台",
        (1, 3, 2): "数据局",
    }


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{BODY}</td><td></td></tr></table>",
        f"<table><tr><td>{BODY}</td><td><table><tr><td>左</td><td>右</td></tr></table></td></tr></table>",
        f"<table><tr><td><h1>标题</h1>{BODY}</td><td>侧栏</td></tr></table>",
        f'<table role="presentation"><tr><td>{BODY}</td><td>侧栏</td></tr></table>',
        f"<table><tr><td>{BODY * 8}</td><td>侧栏</td></tr></table>",
    ],
)
def test_a_table_that_lays_out_the_page_holds_paragraphs(table: str) -> None:
    document = read("plan.html", page(table))
    assert texts(document, BlockKind.PARAGRAPH)[:2] == [SENTENCE, SENTENCE]


def test_the_data_sheet_above_a_document_is_furniture() -> None:
    sheet = (
        "<table><tr><td>索 引 号：</td><td>A-1</td></tr><tr><td>发文字号：</td><td>某办〔2030〕1号</td></tr>"
        "<tr><td>成文日期：</td><td>2030年1月1日</td></tr></table>"
    )
    assert content(f"{sheet}{BODY}") == [SENTENCE, SENTENCE]


def test_preformatted_lines_are_blocks() -> None:
    assert content(f"<pre>一、建设平台\n二、共享  数据</pre>{BODY}")[:2] == ["一、建设平台", "二、共享 数据"]


def test_empty_pages_are_refused() -> None:
    assert refused("plan.html", "<html><!-- 空 --></html>").title == "the document holds no text"


@pytest.mark.parametrize(
    ("declared", "codec", "found"),
    [
        ('<meta charset="gb2312">', "gb18030", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030", "gb18030"),
        ('<meta charset="big5">', "big5hkscs", "big5hkscs"),
        ('<meta charset="gb2312">', "utf-8", "utf-8"),
        ('<meta charset="utf-8">', "gb18030", "gb18030"),
        ('<meta charset="no-such-thing">', "gb18030", "gb18030"),
        ("", "gb18030", "gb18030"),
        ('<meta charset="gb2312">', "utf-8-sig", "utf-8-sig"),
    ],
)
def test_the_encoding_that_fits_wins_over_a_wrong_declaration(declared: str, codec: str, found: str) -> None:
    text = SENTENCE.replace("数", "數") if "big5" in codec else SENTENCE + "㐱"
    text = text.replace("进", "進").replace("设", "設").replace("据", "據").replace("机", "機").replace("㐱", "")
    document = read("plan.html", page(f"<p>{text}</p><p>{text}</p>", declared).encode(codec, "ignore"))
    assert document.encoding == found
    assert "公共" in document.text


def test_a_fragment_without_html_is_read() -> None:
    assert texts(read("plan.htm", f"<div><p>{SENTENCE}</p></div>")) == [SENTENCE]


def test_a_page_nested_beyond_measure_is_refused() -> None:
    error = refused("plan.html", page("<div>" * 5000 + SENTENCE))
    assert error.title == "the page is nested too deeply"


def test_unclosed_tags_of_an_ordinary_page_do_not_matter() -> None:
    body = "".join(f"<p><font>{SENTENCE}" for _ in range(400))
    assert len(texts(read("plan.html", page(body + "<b>")))) == 400


def test_a_page_with_too_many_tags_is_refused_before_parsing() -> None:
    error = refused("plan.html", page("<b>" * 50), ReadOptions(max_nodes=40))
    assert error.title == "the document has more than 40 marks of markup"


def test_a_page_with_too_much_text_is_refused() -> None:
    error = refused("plan.html", page(BODY * 20), ReadOptions(max_characters=100))
    assert error.title == "the document has more than 100 characters"
