"""A comparison in words, line by line, for every format that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dfjlint.messages import label
from dfjlint.model.report import Evidence
from dfjlint.reporters.comparison.model import Change, Comparison, DocumentComparison, ElementChange
from dfjlint.reporters.wording import pack_name, place, plain, summary_line


def head(comparison: Comparison, lang: str) -> Iterator[str]:
    """What both reports were checked against; a warning if the rules changed between them."""
    yield from map(pack_name, comparison.new.packs)
    for old, new in comparison.other_rules:
        yield label("compare-other-rules", lang, old=old.version, new=new.version)


def title(document: DocumentComparison, comparison: Comparison) -> str:
    """The two drafts, and the pack where there are several."""
    drafts = f"{plain(document.old_path)} → {plain(document.new_path)}"
    return f"{drafts} ({document.pack})" if len(comparison.new.packs) > 1 else drafts


def counts(document: DocumentComparison, lang: str) -> Iterator[str]:
    """The counts of both drafts."""
    yield f"{label('compare-old', lang)}: {summary_line(document.before, lang)}"
    yield f"{label('compare-new', lang)}: {summary_line(document.after, lang)}"


def groups(document: DocumentComparison, lang: str) -> Iterator[tuple[str, Sequence[Change]]]:
    """The changes under their headings; headings without changes are left out."""
    for name, changes in (
        ("lost", document.lost),
        ("gained", document.gained),
        ("moved", document.moved),
        ("rescoped", document.rescoped),
    ):
        if changes:
            yield f"{label(f'compare-{name}', lang)} ({len(changes)})", changes


def verdicts(change: Change, lang: str) -> str:
    """The verdict before and after; once if it stays."""
    before, after = (_verdict(value, lang) for value in (change.before, change.after))
    return before if before == after else f"{before} → {after}"


def details(change: Change, lang: str) -> Iterator[str]:
    """What was lost (−), gained (+) and moved (↷), with its place."""
    for element in change.lost:
        yield _element("−", element, element.old, lang)
    for code in change.new_codes:
        yield f"− {label('compare-new-gap', lang)}: {_code(code, lang)}"
    for element in change.gained:
        yield _element("+", element, element.new, lang)
    for code in change.gone_codes:
        yield f"+ {label('compare-gone-gap', lang)}: {_code(code, lang)}"
    for move in change.moved:
        yield f"↷ {plain(move.name)}: {place(move.old)} → {place(move.new)}"


def others(comparison: Comparison, lang: str) -> Iterator[str]:
    """Plans that could not be compared."""
    yield from (label("compare-only-old", lang, path=plain(path)) for path in comparison.only_old)
    yield from (label("compare-only-new", lang, path=plain(path)) for path in comparison.only_new)
    yield from (label("compare-unread", lang, path=plain(path)) for path in comparison.unread)


def _element(sign: str, element: ElementChange, shown: Evidence | None, lang: str) -> str:
    statuses = " → ".join(label(f"status-{status.value}", lang) for status in (element.before, element.after))
    return f"{sign} {plain(element.name)} ({statuses})" + (f" ← {place(shown)}" if shown else "")


def _code(code: str, lang: str) -> str:
    return f"{code} {label(f'html-code-{code}', lang)}"


def _verdict(value: str, lang: str) -> str:
    return label("applicability-not-applicable" if value == "not-applicable" else f"coverage-{value}", lang)
