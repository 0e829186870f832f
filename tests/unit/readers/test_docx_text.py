from __future__ import annotations

import pytest

from dfjlint.model.source import BlockKind
from tests.unit.readers.reading import SENTENCE, kinds, read, refused, texts
from tests.unit.readers.word_files import docx, p, part, run, style, zipped

ACCENT = "mc:AlternateContent"


def lines(body: str, **parts: str) -> list[str]:
    return texts(read("plan.docx", docx(body + p(SENTENCE), **parts)))[:-1]


def test_paragraphs_are_blocks_without_white_space_around() -> None:
    document = read("plan.docx", docx(p(f"　　{SENTENCE} ") + p("") + p("二、共享")))
    assert (document.text, document.format, document.encoding) == (f"{SENTENCE}\n二、共享\n", "docx", "")


def test_runs_join_and_tabs_and_hyphens_stay() -> None:
    body = p(
        run("数字") + run("政府") + "<w:r><w:tab/><w:t>5G</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>A</w:t></w:r>"
    )
    assert lines(body) == ["数字政府\t5G-A"]


@pytest.mark.parametrize("mark", ["<w:br/>", '<w:br w:type="page"/>', "<w:cr/>"])
def test_a_break_ends_a_block(mark: str) -> None:
    assert lines(p(f"<w:r><w:t>一、建设</w:t>{mark}<w:t>二、共享</w:t></w:r>")) == ["一、建设", "二、共享"]


def test_a_break_in_a_heading_does_not() -> None:
    body = p("<w:r><w:t>第一章</w:t><w:br/><w:t>总则</w:t></w:r>", '<w:outlineLvl w:val="0"/>')
    assert lines(body) == ["第一章 总则"]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:hyperlink r:id='x'>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:fldSimple w:instr='REF x'>{}</w:fldSimple>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        "<w:r><w:ruby><w:rt><w:r><w:t>zhu</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>公共数据</m:t></m:r></m:oMath>",
    ],
)
def test_wrapped_runs_are_text(wrapper: str) -> None:
    assert lines(p(run("推进") + wrapper.format(run("公共数据")) + run("共享"))) == ["推进公共数据共享"]


@pytest.mark.parametrize(
    "content",
    [
        "<w:del w:id='1'><w:r><w:delText>不</w:delText></w:r></w:del>",
        "<w:moveFrom w:id='1'><w:r><w:t>不</w:t></w:r></w:moveFrom>",
        run("不", "<w:vanish/>"),
        run("不", '<w:rStyle w:val="hidden"/>'),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>不</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
        "<w:r><w:instrText>不</w:instrText></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    ],
)
def test_what_is_not_shown_is_dropped(content: str) -> None:
    styles = style("hidden", "Hidden", "<w:rPr><w:vanish/></w:rPr>", "character")
    assert lines(p(run("推进") + content + run("共享")), styles=styles) == ["推进共享"]


def test_hidden_by_style_but_shown_by_the_run_is_shown() -> None:
    styles = style("hidden", "Hidden", "<w:rPr><w:vanish/></w:rPr>")
    body = p(run("不") + run("共享", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="hidden"/>')
    assert lines(body, styles=styles) == ["共享"]


def test_symbols_with_a_meaning_of_their_own_are_text() -> None:
    assert lines(p(run("建设") + '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>')) == ["建设①"]


def field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_shows_its_result() -> None:
    assert lines(p(run("截至") + field("DATE", "2030年") + run("底"))) == ["截至2030年底"]


def test_a_field_inside_an_instruction_is_not_shown() -> None:
    inner = field("PAGE", "7")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("共享")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(p(outer)) == ["共享"]


def test_a_circled_number_made_by_a_field_is_a_number() -> None:
    assert lines(p(field(r"eq \o\ac(○,3)", None) + run("完善机制"))) == ["③完善机制"]


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("不显示")) + p("二、共享")
    assert lines(body) == ["二、共享"]


def test_contents_are_furniture() -> None:
    styles = style("toc1", "toc 1")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = (
        p("目录项\t3", '<w:pStyle w:val="toc1"/>')
        + p(begin + separate + run("一、建设") + "<w:r><w:tab/></w:r>" + run("4"))
        + p(run("一、建设平台。"))
        + p(SENTENCE)
    )
    document = read("plan.docx", docx(body, styles=styles))
    assert texts(document, BlockKind.FURNITURE) == ["目录项\t3", "一、建设\t4"]


BOX = f"<w:txbxContent>{p('专栏文字')}</w:txbxContent>"


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:r><{ACCENT}><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></{ACCENT}></w:r>",
        f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
        f"<w:r><w:drawing><{ACCENT}><mc:Fallback>{BOX}</mc:Fallback></{ACCENT}></w:drawing></w:r>",
    ],
)
def test_a_text_box_is_read_once_after_its_paragraph(drawing: str) -> None:
    assert lines(p(run("推进") + drawing + run("共享"))) == ["推进共享", "专栏文字"]


def test_notes_come_last_in_the_order_of_their_references() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("分隔")}</w:footnote>'
        f'<w:footnote w:id="1">{p("注一")}</w:footnote><w:footnote w:id="2">{p("注二")}</w:footnote>'
        f'<w:footnote w:id="3">{p("没有引用")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="1">{p("尾注")}</w:endnote>'
    body = p(
        run("建设") + '<w:r><w:endnoteReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>' + run("平台")
    ) + p(run(SENTENCE) + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read("plan.docx", docx(body, footnotes=notes, endnotes=ends))
    assert texts(document) == ["建设平台", SENTENCE, "注二", "注一", "尾注"]
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "paragraph", "note", "note", "note"]


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:outlineLvl w:val="2"/>', 3),
        ('<w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="h1"/>', 1),
        ('<w:pStyle w:val="h2"/>', 2),
        ('<w:pStyle w:val="own"/>', 2),
        ('<w:pStyle w:val="h1"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="title"/>', 1),
        ('<w:pStyle w:val="chinese"/>', 3),
        ('<w:pStyle w:val="outlined"/>', 4),
        ('<w:pStyle w:val="loop"/>', 0),
        ("", 0),
    ],
)
def test_heading_levels_come_from_outline_levels_and_styles(properties: str, level: int) -> None:
    styles = (
        style("h1", "heading 1")
        + style("h2", "Heading 2")
        + style("own", "一级标题样式", based_on="h2")
        + style("title", "Title")
        + style("chinese", "标题 3")
        + style("outlined", "正文大纲", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
        + style("loop", "循环", based_on="loop")
    )
    document = read("plan.docx", docx(p("总体要求", properties) + p(SENTENCE), styles=styles))
    assert document.blocks[0].level == level
    assert (document.blocks[0].kind is BlockKind.HEADING) == (level > 0)


def test_a_heading_with_a_hidden_end_runs_into_its_paragraph() -> None:
    first = p(run("（一）建设平台。"), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
    document = read("plan.docx", docx(first + p(SENTENCE)))
    assert (texts(document), kinds(document)) == ([f"（一）建设平台。{SENTENCE}"], [("paragraph", 0)])


def test_the_parts_of_strict_open_xml_are_understood() -> None:
    strict = part("document", f"<w:body>{p(SENTENCE)}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    files = {"[Content_Types].xml": "wordprocessingml", "word/document.xml": strict}
    assert texts(read("plan.docx", zipped(files))) == [SENTENCE]


def test_the_main_part_is_found_by_its_relationship() -> None:
    files = {
        "[Content_Types].xml": "wordprocessingml",
        "_rels/.rels": (
            '<Relationships xmlns="x"><Relationship Type="http://x/officeDocument" Target="/Other/Main.XML"/>'
            "</Relationships>"
        ),
        "other/main.xml": part("document", f"<w:body>{p(SENTENCE)}</w:body>"),
    }
    assert texts(read("plan.docx", zipped(files))) == [SENTENCE]


def test_a_part_in_utf_16_is_read() -> None:
    main = '<?xml version="1.0" encoding="UTF-16"?>' + part("document", f"<w:body>{p(SENTENCE)}</w:body>")
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "wordprocessingml",
        "word/document.xml": main.encode("utf-16"),
    }
    assert texts(read("plan.docx", zipped(files))) == [SENTENCE]


def test_an_included_file_is_not_left_out_in_silence() -> None:
    error = refused("plan.docx", docx(p(SENTENCE) + '<w:altChunk r:id="r9"/>'))
    assert error.title == "the document includes another file, whose text cannot be read"
