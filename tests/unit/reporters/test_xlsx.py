from __future__ import annotations

import html
import io
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dfjlint.model.plan import OwnerRole
from dfjlint.model.report import Report
from dfjlint.reporters.xlsx import render_xlsx
from tests.unit.reporters import factory, variants


def book(report: Report | None = None, lang: str = "zh-Hant") -> Workbook:
    return load_workbook(io.BytesIO(render_xlsx(report or factory.report(), lang)))


def rows(sheet: Worksheet) -> list[Mapping[str, object]]:
    head, *body = ([cell.value or "" for cell in row] for row in sheet)
    return [dict(zip(map(str, head), values, strict=True)) for values in body]


def column(sheet: Worksheet, title: str) -> Sequence[object]:
    return [row[title] for row in rows(sheet)]


def test_sheets() -> None:
    assert book().sheetnames == ["差距清單", "任務分解表", "條款與任務對照表", "說明"]


def test_the_register_holds_what_falls_short_worst_first() -> None:
    sheet = book()["差距清單"]
    assert column(sheet, "編號") == ["TST-2.2.1", "TST-2.1.2", "TST-2.1.1", "TST-3.1", "TST-2.2.2"]
    assert column(sheet, "序號") == [1, 2, 3, 4, 5]
    assert column(sheet, "覆蓋情況") == ["相抵觸", "缺失", "部分覆蓋", "無法判斷", "已覆蓋"]
    partial = rows(sheet)[2]
    assert partial["差距代碼"] == "G09 G02"
    assert partial["差距"] == "僅引用其他文件，未寫明任務：應急專網。\n未作部署：運維經費。"


def test_the_register_shows_what_was_agreed_and_why() -> None:
    sheet = book(factory.report(variants.agreed()))["差距清單"]
    assert [(row["處理情況"], row["處理意見"]) for row in rows(sheet)][:3] == [
        ("已列入基線", ""),
        ("已豁免", "文中第3行註明：另案办理"),
        ("待處理", ""),
    ]


def test_the_breakdown_has_the_columns_that_offices_use() -> None:
    head = [cell.value for cell in book()["任務分解表"][1]]
    assert head == [
        *("序號", "條款", "任務", "要素", "牽頭單位", "配合單位"),
        *("時限", "指標", "覆蓋", "證據", "備註"),
    ]


def test_the_breakdown_has_a_row_for_each_element() -> None:
    found = rows(book()["任務分解表"])
    assert [row["要素"] for row in found][:3] == ["加密基站", "行政村網絡覆蓋", "政務專網"]
    assert {name: found[0][name] for name in ("牽頭單位", "配合單位", "時限", "指標", "覆蓋")} == {
        "牽頭單位": "省通信局",
        "配合單位": "省数据局",
        "時限": "2027年底前",
        "指標": "五千座",
        "覆蓋": "已部署",
    }
    assert found[0]["證據"] == "一、（一） 「2027年底前新建五千座基站」"


def test_bodies_that_are_only_held_responsible_are_marked() -> None:
    network = next(row for row in rows(book()["任務分解表"]) if row["要素"] == "政務專網")
    assert (network["牽頭單位"], network["配合單位"]) == ("省数据局", "")
    assert network["備註"] == "所列為責任單位，計劃未分牽頭、配合。"


def test_a_mention_charges_nobody() -> None:
    mention = next(row for row in rows(book()["任務分解表"]) if row["要素"] == "應急專網")
    assert (mention["牽頭單位"], mention["覆蓋"]) == ("", "僅提及")
    assert mention["備註"] == "G09 僅引用其他文件，未寫明任務：應急專網。"


def test_an_obligation_that_does_not_apply_says_why() -> None:
    found = rows(book()["任務分解表"])[-1]
    assert (found["覆蓋"], found["備註"]) == ("不適用", "條款責任主體為司法機關，發文機關屬省級人民政府，不適用。")


def test_bodies_are_named_in_the_script_of_the_plan() -> None:
    (bureau, data), *others = (measure.owners for measure in factory.measures())
    text = factory.TEXT.replace("省通信局", "省通信處")
    passages = tuple(
        replace(passage, text=text[passage.span.start : passage.span.end]) for passage in factory.passages()
    )
    first = replace(factory.measures()[0], owners=(replace(bureau, name="省通信处", role=OwnerRole.LEAD), data))
    document = replace(factory.document(), passages=passages, measures=(first, *factory.measures()[1:]))
    assert len(others) == 3
    assert rows(book(factory.report(document))["任務分解表"])[0]["牽頭單位"] == "省通信處"


def test_the_matrix_counts_elements() -> None:
    found = rows(book()["條款與任務對照表"])
    assert [row["條款"] for row in found] == ["一", "二(一)", "二(二)", "三"]
    assert found[0]["一、（一） 加密山区基站"] == 2
    assert found[1]["一、（二） 组建专网"] == 1
    assert found[2]["二、（三） 优化办事流程"] == 1
    assert [row["適用要求"] for row in found] == [1, 2, 2, 1]


def test_a_mention_is_a_dot_in_the_matrix() -> None:
    partial = variants.result_of(factory.document(), "TST-2.1.1")
    document = variants.with_result(factory.document(), "TST-2.1.1", elements=partial.elements[1:])
    assert rows(book(factory.report(document))["條款與任務對照表"])[1]["一、（二） 组建专网"] == "·"


def test_every_sheet_has_a_frozen_head_a_filter_and_wrapped_text() -> None:
    for sheet in book().worksheets:
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A2"].alignment.wrap_text is True
        assert sheet.print_title_rows == "$1:$1"


def test_rows_are_high_enough_for_their_text() -> None:
    sheet = book()["差距清單"]
    short, long = (sheet.row_dimensions[number].height for number in (5, 4))
    assert short is not None
    assert long is not None
    assert long > short


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "#REF!", "2027", "TRUE"])
def test_text_of_a_plan_is_never_a_formula(text: str) -> None:
    document = variants.with_result(factory.document(), "TST-2.2.1", quote=text)
    cell = book(factory.report(document))["差距清單"]["D2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) is (text[0] in "=+-@")


def test_no_cell_of_a_hostile_plan_is_a_formula() -> None:
    report = factory.hostile_report()
    (result,) = report.documents[0].obligations
    formula = replace(result, quote="=1+1", suggestion="=1+1", cite="=1+1")
    plan = replace(report.documents[0], title="=1+1", path="=1+1", obligations=(formula,))
    types = {cell.data_type for sheet in book(factory.report(plan)).worksheets for row in sheet for cell in row}
    assert types <= {"s", "n"}


def test_what_looks_like_an_escape_is_kept() -> None:
    document = variants.with_result(factory.document(), "TST-2.2.1", quote="甲_x0041_乙")
    with zipfile.ZipFile(io.BytesIO(render_xlsx(factory.report(document), "en"))) as archive:
        assert "甲_x005F_x0041_乙" in html.unescape(archive.read("xl/worksheets/sheet1.xml").decode())


def test_control_characters_are_spelled_out() -> None:
    document = variants.with_result(factory.document(), "TST-2.2.1", quote="甲\x00\x1b乙\ufffe")
    assert book(factory.report(document))["差距清單"]["D2"].value == "甲⟦U+0000⟧⟦U+001B⟧乙⟦U+FFFE⟧"


def test_a_cell_holds_no_more_than_a_spreadsheet_allows() -> None:
    document = variants.with_result(factory.document(), "TST-2.2.1", quote="長" * 40_000)
    value = str(book(factory.report(document))["差距清單"]["D2"].value)
    assert (len(value), value[-1]) == (32_000, "…")


def test_several_plans_have_a_column_for_the_file_and_a_matrix_each() -> None:
    found = book(variants.everything())
    assert found.sheetnames == [
        *("差距清單", "任務分解表", "條款與任務對照表 1", "條款與任務對照表 2", "說明"),
    ]
    assert set(column(found["差距清單"], "文件")) == {
        *("plans/云江 2027.txt", "./plans/云江.docx", "plans/locked.docx", ""),
    }


def test_an_unread_file_stands_in_the_register() -> None:
    (row,) = rows(book(factory.report(factory.unreadable()))["差距清單"])
    assert (row["編號"], row["覆蓋情況"]) == ("DFJ001", "錯誤")
    assert str(row["差距"]).startswith("未能讀取")


def test_the_bytes_do_not_depend_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render_xlsx(factory.report(), "en")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000_000)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(now + 100_000_000))
    time.sleep(1.1)
    assert render_xlsx(factory.report(), "en") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").decode().count("1980-01-01T00:00:00Z") == 2
