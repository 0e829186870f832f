from __future__ import annotations

from dfjlint.model.source import BlockKind, Place
from dfjlint.readers import ReadOptions
from tests.unit.readers.reading import SENTENCE, read, refused, texts


def test_the_text_is_the_decoded_file() -> None:
    content = f"标题\r\n\r\n　　{SENTENCE}\r末行"
    assert read("plan.txt", b"\xef\xbb\xbf" + content.encode()).text == content


def test_each_line_that_is_not_blank_is_a_block() -> None:
    document = read("plan.txt", f"{SENTENCE}\n \u3000\n二、第二行\r\n\n三、第三行")
    assert [(block.kind, block.place) for block in document.blocks] == [
        (BlockKind.LINE, Place(line=1)),
        (BlockKind.LINE, Place(line=3)),
        (BlockKind.LINE, Place(line=5)),
    ]


def test_a_block_keeps_its_indent_and_has_no_line_end() -> None:
    assert texts(read("plan.txt", f"　　{SENTENCE}\r\n")) == [f"　　{SENTENCE}"]


def test_line_separators_of_unicode_do_not_end_a_line() -> None:
    assert texts(read("plan.txt", "推进\u2028数据\x0c共享\x85平台\n开放")) == ["推进\u2028数据\x0c共享\x85平台", "开放"]


def test_format_encoding_and_digest_are_recorded() -> None:
    document = read("plan.txt", SENTENCE.encode("gbk"))
    assert (document.format, document.encoding, len(document.sha256)) == ("txt", "gb18030", 64)


def test_a_text_beyond_the_limit_is_refused() -> None:
    error = refused("plan.txt", SENTENCE, ReadOptions(max_characters=10))
    assert error.title == "the document has more than 10 characters"


def test_a_file_beyond_the_limit_is_refused_before_decoding() -> None:
    assert refused("plan.txt", SENTENCE, ReadOptions(max_bytes=10)).title == "the file is larger than 10 bytes"
