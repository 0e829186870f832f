"""Writes the recorded reports anew: python -m tests.record; then read the diff."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from openpyxl import load_workbook

from dfjlint.messages import LANGUAGES
from dfjlint.model.report import Coverage, Report, Status
from dfjlint.reporters import FORMATS, reporter
from dfjlint.reporters.comparison import RENDERERS, compare
from tests.conftest import PLAN_2019, ROOT
from tests.unit.reporters import factory, variants

DATA = ROOT / "tests" / "data"
#: What the command shows for the plan of 2019.
CONSOLE_2019 = DATA / "console-2019.txt"
_SUFFIXES = {
    "github": "txt",
    "gitlab": "json",
    "json": "json",
    "junit": "xml",
    "markdown": "md",
    "sarif": "sarif",
    "sarif-all": "sarif",
    "xlsx": "txt",
}
# The HTML report has tests of its own, in a browser.
_RECORDED = tuple(name for name in FORMATS if name != "html")
_IN_EVERY_LANGUAGE = ("console", "markdown", "xlsx")


def recordings() -> Iterator[tuple[str, bytes]]:
    """Name of a file below tests/data → what it must hold."""
    for name in _RECORDED:
        for lang in LANGUAGES if name in _IN_EVERY_LANGUAGE else LANGUAGES[:1]:
            data = reporter(name)(variants.everything(), lang)
            shown = cells(data).encode() if name == "xlsx" else data
            yield f"reports/{name}.{lang}.{_SUFFIXES.get(name, 'txt')}", shown
    comparison = compare(factory.report(variants.lined()), later_draft())
    for name, render in RENDERERS.items():
        yield f"reports/compare-{name}.zh-Hans.{_SUFFIXES.get(name, 'txt')}", render(comparison, "zh-Hans")


def later_draft() -> Report:
    """A later draft of the small plan: one obligation lost, one gained, one moved."""
    draft = variants.with_result(variants.lined(), "TST-2.1.2", coverage=Coverage.COVERED, gaps=(), nearest=())
    found = factory.evidence("以数据要素为引领", locator="前言第1段")
    element = replace(variants.result_of(draft, "TST-2.1.2").elements[0], status=Status.ADDRESSED, evidence=(found,))
    draft = variants.with_result(draft, "TST-2.1.2", elements=(element,))
    first, second = variants.result_of(draft, "TST-1.1").elements
    elsewhere = factory.evidence("（四）办好龙舟邀请赛", measure=3, locator="二、（四）")
    draft = variants.with_result(draft, "TST-1.1", elements=(replace(first, evidence=(elsewhere,)), second))
    partial = variants.result_of(draft, "TST-2.1.1")
    gone = replace(partial.elements[0], status=Status.MISSING, evidence=())
    draft = variants.with_result(draft, "TST-2.1.1", elements=(gone, *partial.elements[1:]))
    return factory.report(replace(draft, path="plans/later.txt"))


def cells(data: bytes) -> str:
    """A workbook as text: every sheet with its cells, a line each."""
    book = load_workbook(io.BytesIO(data))
    lines = []
    for sheet in book.worksheets:
        lines.append(f"== {sheet.title} {sheet.dimensions} {sheet.freeze_panes} {sheet.auto_filter.ref}")
        filled = (cell for row in sheet for cell in row if cell.value is not None)
        lines += [f"{cell.coordinate}\t{cell.data_type}\t{cell.value!r}" for cell in filled]
    return "\n".join(lines) + "\n"


def console_2019() -> bytes:
    """What the console shows for the plan of 2019."""
    from dfjlint.api import check_bytes, pack_index, report_of

    index = pack_index("fujian-2018")
    document = check_bytes(PLAN_2019.read_bytes(), "plan-2019.txt", index)
    return reporter("console")(report_of(index.pack, [document]), "zh-Hant")


def main() -> None:
    """Write every recording."""
    for path in (DATA / "reports").iterdir():
        path.unlink()
    for name, data in recordings():
        (DATA / name).write_bytes(data)
    CONSOLE_2019.write_bytes(console_2019())


if __name__ == "__main__":
    main()
