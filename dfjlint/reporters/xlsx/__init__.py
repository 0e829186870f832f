"""The report as an Excel workbook: gap register, breakdown of tasks, matrix, what it was made from."""

from dfjlint.reporters.xlsx.book import render_xlsx

__all__ = ["render_xlsx"]
