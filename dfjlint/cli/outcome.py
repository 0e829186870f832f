"""What a check comes to: its exit code, and a line for each plan that has no verdict."""

from __future__ import annotations

from dataclasses import dataclass, field

from dfjlint.cli.options import FailOn
from dfjlint.messages import render
from dfjlint.model.report import Applicability, Coverage, Disposition, DocumentReport, Finding, Severity


@dataclass(slots=True)
class Outcome:
    """Looks at each report as it comes, so that a long run need not be gone through again.

    Args:
        fail_on: the mildest gap that fails.
        failed: True if something could not be done.
        failing: True if there is a gap at or above fail_on, or a finding that fails.
        lines: what is to be said on stderr.
    """

    fail_on: FailOn
    lang: str
    failed: bool = False
    failing: bool = False
    lines: list[str] = field(default_factory=list)

    def see(self, document: DocumentReport) -> None:
        """Take a report into account."""
        if not document.readable:
            self.failed = True
            self.lines += [f"{document.path}: {self._said(finding)}" for finding in document.findings]
        self.failing = self.failing or _fails(document, self.fail_on) or any(map(_is_error, document.findings))

    def see_beside(self, findings: tuple[Finding, ...]) -> None:
        """Take findings about no plan into account; they are said first."""
        self.lines[:0] = [f"dfjlint: {self._said(finding)}" for finding in findings]
        self.failing = self.failing or any(map(_is_error, findings))

    @property
    def exit_code(self) -> int:
        """2 if anything could not be done, else 1 if anything fails, else 0."""
        if self.failed:
            return 2
        return 1 if self.failing and self.fail_on is not FailOn.NONE else 0

    def _said(self, finding: Finding) -> str:
        return f"{finding.id} {render(finding.message, self.lang)}"


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _fails(document: DocumentReport, fail_on: FailOn) -> bool:
    failing = {Coverage.MISSING, Coverage.CONTRADICTED}
    if fail_on is FailOn.PARTIAL:
        failing |= {Coverage.PARTIAL, Coverage.UNDETERMINED}
    return any(
        result.coverage in failing
        and result.applicability is not Applicability.NOT_APPLICABLE
        and result.disposition is Disposition.OPEN
        and result.severity is Severity.ERROR
        for result in document.obligations
    )
