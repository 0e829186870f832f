from dfjlint.outline.heads import Head, Opener, split_heads


def opener(text: str, number: int, style: str = "han_paren", *, leads: bool = False, markup: bool = False) -> Opener:
    return Opener(text, number, len(text), style, leads, markup)


def heading(head: Head, text: str) -> tuple[str, str]:
    return text[head.title_start : head.title_end], text[head.body :]


def split(text: str, number: int, *, leads: bool = False, markup: bool = False) -> tuple[str, str]:
    return heading(split_heads([opener(text, number, leads=leads, markup=markup)])[0], text)


def test_heading_alone_above_text() -> None:
    assert split("一、总体要求", 2, leads=True) == ("总体要求", "")


def test_full_stop_of_a_heading_alone_is_left_out() -> None:
    assert split("(一)实施强基行动。", 3, leads=True) == ("实施强基行动", "")


def test_run_in_heading_ends_with_its_sentence() -> None:
    assert split("(三)开放公共数据。编制目录,按季更新。", 3) == ("开放公共数据", "编制目录,按季更新。")


def test_run_in_label_ends_with_its_colon() -> None:
    assert split("(一)建设目标:到2027年,建成平台。", 3) == ("建设目标", "到2027年,建成平台。")


def test_long_first_sentence_is_text() -> None:
    text = "1.推进数据归集治理,建设统一的数据共享平台,完善目录管理和质量考核制度,强化安全责任。按季通报。"
    assert split(text, 2) == ("", text[2:])


def test_first_sentence_with_a_comma_is_a_heading_where_the_others_are_short() -> None:
    texts = ["(一)开放数据。编制目录。", "(二)建设平台。统一标准。", "(三)强化安全监管,守住底线。完善制度。"]
    heads = split_heads([opener(text, 3) for text in texts])
    assert heading(heads[2], texts[2]) == ("强化安全监管,守住底线", "完善制度。")


def test_first_sentence_with_a_comma_is_text_where_the_others_are_long() -> None:
    long = "推进数据归集治理,建设统一的数据共享平台,完善目录管理和质量考核制度,强化安全责任。按季通报。"
    texts = ["1." + long, "2." + long, "3.强化安全监管,守住底线。完善制度。"]
    heads = split_heads([opener(text, 2) for text in texts])
    assert heading(heads[2], texts[2]) == ("", texts[2][2:])


def test_phrase_without_text_below_is_text() -> None:
    assert split("1.建设政务云平台", 2) == ("", "建设政务云平台")


def test_markup_makes_a_heading() -> None:
    assert split("一、建设政务云平台", 2, markup=True) == ("建设政务云平台", "")


def test_owner_notes_are_no_part_of_the_heading() -> None:
    text = "(一)开放数据(责任单位:市数据局)"
    head = split_heads([Opener(text, 3, text.index("(责任"), "han_paren", True, False)])[0]
    assert heading(head, text) == ("开放数据", "(责任单位:市数据局)")


def test_sentence_above_a_list_is_text_unless_all_of_its_kind_are() -> None:
    one = opener("1.建设平台,统一标准,优化服务。", 2, "num", leads=True)
    run_in = opener("2.开放数据。编制目录,按季更新。", 2, "num")
    assert heading(split_heads([one, run_in, run_in])[0], one.text) == ("", "建设平台,统一标准,优化服务。")
    assert heading(split_heads([one, one, run_in])[0], one.text) == ("建设平台,统一标准,优化服务", "")
