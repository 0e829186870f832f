"""Writes a table into a worksheet: header, widths, filter, and cells whose text is only text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int

# Excel's own limit is 32,767.
_LONGEST = 32_000
# What a spreadsheet program may take for the beginning of a formula when a cell is edited.
_FORMULA_STARTS = ("=", "+", "-", "@")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="DCE6F1")
_A3 = 8
_FONTS = {"zh-Hans": "宋体", "zh-Hant": "新細明體", "en": "Calibri"}
_SIZE = 10.5
# In points; spreadsheet programs do not all fit the height of a row to its text when they open a file.
_LINE_HEIGHT, _PADDING, _HIGHEST = 14.25, 4, 409


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        width: in digits of the standard font; a Chinese character takes two.
        centred: for short words and numbers.
    """

    title: str
    width: float
    centred: bool = False


class Table:
    """A table in a worksheet; its first row is the header.

    Args:
        frozen: columns at the left that stay when the sheet is scrolled.
        upright: turns the header's text where its column is not frozen.
    """

    def __init__(
        self, sheet: Worksheet, columns: Sequence[Column], lang: str, frozen: int = 0, upright: bool = False
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._row = 1
        self._font = Font(name=_FONTS[lang], size=_SIZE)
        self._left = Alignment(wrap_text=True, vertical="top")
        self._centre = Alignment(wrap_text=True, vertical="top", horizontal="center")
        self._head(lang, frozen, upright)

    def add(self, values: Sequence[Value], fills: Sequence[str] = ()) -> None:
        """Add a row.

        Args:
            fills: colour of each cell as RRGGBB, empty for none; may be shorter than the row.
        """
        self._row += 1
        lines = max(_lines(value, column.width) for column, value in zip(self._columns, values, strict=True))
        self._sheet.row_dimensions[self._row].height = min(lines * _LINE_HEIGHT + _PADDING, _HIGHEST)
        for number, (column, value) in enumerate(zip(self._columns, values, strict=True), start=1):
            cell = self._sheet.cell(self._row, number)
            put(cell, value)
            cell.font = self._font
            cell.border = _BORDER
            cell.alignment = self._centre if column.centred else self._left
            if number <= len(fills) and fills[number - 1]:
                cell.fill = PatternFill("solid", fgColor=fills[number - 1])

    def finish(self) -> None:
        """Set the filter over all rows, and how the sheet is printed."""
        last = get_column_letter(len(self._columns))
        self._sheet.auto_filter.ref = f"A1:{last}{self._row}"
        self._sheet.print_title_rows = "1:1"
        self._sheet.page_setup.orientation = "landscape"
        self._sheet.page_setup.paperSize = _A3
        self._sheet.page_setup.fitToWidth = 1
        self._sheet.page_setup.fitToHeight = 0
        self._sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        footer = self._sheet.oddFooter
        if footer is not None:
            footer.center.text = "&P / &N"

    def _head(self, lang: str, frozen: int, upright: bool) -> None:
        font = Font(name=_FONTS[lang], size=_SIZE, bold=True)
        for number, column in enumerate(self._columns, start=1):
            cell = self._sheet.cell(1, number)
            put(cell, column.title)
            cell.font, cell.fill, cell.border = font, _HEAD_FILL, _BORDER
            cell.alignment = Alignment(
                wrap_text=True,
                horizontal="center",
                vertical="center",
                textRotation=90 if upright and number > frozen else 0,
            )
            self._sheet.column_dimensions[get_column_letter(number)].width = column.width
        if upright:
            longest = max(_width(column.title) for column in self._columns[frozen:])
            # A column holds two lines of turned text; a width of one is half a Chinese character.
            self._sheet.row_dimensions[1].height = min(longest / 4 * _SIZE * 1.3 + 4 * _SIZE, _HIGHEST)
        self._sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"


def put(cell: Cell | MergedCell, value: Value) -> None:
    """Put a number, or a text that stays text: =cmd is no formula, #REF! no error, _x0041_ no escape."""
    if isinstance(value, int):
        cell.value = value
        return
    if not value:
        return
    text = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True


def _lines(value: Value, width: float) -> int:
    """How many lines a cell needs in a column of this width."""
    room = max(int(width) - 1, 1)
    return sum(max(math.ceil(_width(line) / room), 1) for line in str(value).split("\n"))


def _width(text: str) -> int:
    """In digits: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
