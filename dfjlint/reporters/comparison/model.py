"""The values of a comparison of two reports."""

from __future__ import annotations

from dataclasses import dataclass

from dfjlint.model.report import Evidence, PackView, Report, Status, Summary


@dataclass(frozen=True, slots=True)
class ElementChange:
    """An element that is answered in one draft only.

    Args:
        old, new: its best evidence; None where there is none.
    """

    name: str
    before: Status
    after: Status
    old: Evidence | None
    new: Evidence | None


@dataclass(frozen=True, slots=True)
class Move:
    """An element that both drafts answer, in different places."""

    name: str
    old: Evidence
    new: Evidence


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about one obligation.

    Args:
        before, after: its coverage, or "not-applicable".
        new_codes, gone_codes: shortcomings other than missing elements: owner, date, figure, force, scope, basis.
    """

    id: str
    cite: str
    quote: str
    before: str
    after: str
    lost: tuple[ElementChange, ...] = ()
    gained: tuple[ElementChange, ...] = ()
    moved: tuple[Move, ...] = ()
    new_codes: tuple[str, ...] = ()
    gone_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentComparison:
    """Two drafts of one plan; every obligation stands in one list at most.

    Args:
        pack: id of the rule pack.
        lost: something that the old draft answers is answered less or no more.
        gained: something is answered more, and nothing less.
        moved: nothing more or less, but in another place.
        rescoped: applies to the issuer of one draft only.
    """

    pack: str
    old_path: str
    new_path: str
    old_title: str
    new_title: str
    before: Summary
    after: Summary
    lost: tuple[Change, ...]
    gained: tuple[Change, ...]
    moved: tuple[Change, ...]
    rescoped: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side.

    Args:
        only_old, only_new: paths of plans without a counterpart.
        unread: paths of plans that one of the reports has no verdict on.
    """

    old: Report
    new: Report
    documents: tuple[DocumentComparison, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def lost(self) -> bool:
        """True if anything that the old report has is lost."""
        return bool(self.only_old) or any(document.lost for document in self.documents)

    @property
    def other_rules(self) -> tuple[tuple[PackView, PackView], ...]:
        """The packs that changed between the reports, before and after."""
        before = {pack.id: pack for pack in self.old.packs}
        pairs = [(before[pack.id], pack) for pack in self.new.packs if pack.id in before]
        return tuple(pair for pair in pairs if pair[0].sha256 != pair[1].sha256)
