from dfjlint.outline import build_outline
from dfjlint.outline.layout import read_lines
from dfjlint.outline.wrapping import Wrapping, measure_wrapping
from tests.unit.outline.small_plans import PLAN, paragraphs, rewrap, source_of


def wrapping_of(text: str) -> Wrapping:
    return measure_wrapping(read_lines(source_of(text)))


def test_unwrapped_paragraphs_have_no_full_line() -> None:
    wrapping = wrapping_of(PLAN)
    assert wrapping.width == 0
    assert not any(wrapping.is_full(i) for i in range(len(wrapping.room)))


def test_width_in_characters() -> None:
    assert wrapping_of(rewrap(PLAN, 30)).width == 30


def test_width_in_columns() -> None:
    sentence = "推进5G和IPv6规模部署，建设AI算力平台，提高PUE水平，扩大APP应用范围，完善制度，"
    columns = 0
    lines = [""]
    for character in sentence * 6:
        columns += 1 if character.isascii() else 2
        if columns > 40:
            lines.append("")
            columns = 1 if character.isascii() else 2
        lines[-1] += character
    assert wrapping_of("\n".join(lines)).width == 20


def test_headings_of_one_length_are_no_wrap() -> None:
    text = "".join(f"（{number}）完善公共数据开放共享机制建设\n" for number in "一二三四五六")
    assert wrapping_of(text).width == 0


def test_line_with_room_for_the_next_word_is_not_full() -> None:
    wrapping = wrapping_of(rewrap(PLAN, 30))
    assert wrapping.is_full(1) is False
    assert wrapping.room[0] > 15


def test_blank_lines_inside_paragraphs_are_counted() -> None:
    text = rewrap(PLAN.replace("\n\n", "\n"), 30)
    assert wrapping_of(text).blank == 0
    assert wrapping_of(text.replace("\n", "\n\n")).blank == 1


def test_indents_are_seen() -> None:
    assert wrapping_of(rewrap(PLAN.replace("\n\n", "\n　　"), 30)).indented
    assert not wrapping_of(rewrap(PLAN, 30)).indented


TASKS = (
    "整合部门数据资源，促进互联互通，提高共享能力，提升数据的一致性和准确性，"
    "明确共享的范围边界和使用方式，形成跨部门共用格局，逐步扩大开放。"
)


def test_boxes_in_smaller_print_have_a_width_of_their_own() -> None:
    body = [f"　　{TASKS[start:]}" for start in (0, 9, 18, 9)]
    box = [f"　　{TASKS[start:]}" for start in (9, 0, 20)]
    text = f"{rewrap(chr(10).join(body), 20)}\n专栏1 共享工程\n{rewrap(chr(10).join(box), 27)}\n"
    assert wrapping_of(text).width == 20
    found = paragraphs(build_outline(source_of(text)))
    assert [len(words) for words in found] == [
        *(len(words.strip()) for words in body),
        len("专栏1共享工程"),
        *(len(words.strip()) for words in box),
    ]


def test_lines_of_every_length_are_no_wrap() -> None:
    text = "\n".join(f"{TASKS[:length]}" for length in (*[20] * 6, *range(26, 60, 3)))
    assert wrapping_of(text).width == 0
