"""A copy of a Word plan with the verdicts as comments on its words."""

from dfjlint.reporters.docx_comments.markup import UnsuitableError
from dfjlint.reporters.docx_comments.parts import AUTHOR
from dfjlint.reporters.docx_comments.render import render_docx_comments

__all__ = ["AUTHOR", "UnsuitableError", "render_docx_comments"]
