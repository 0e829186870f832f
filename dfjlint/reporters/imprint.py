"""Says what a plan says of itself: level, number, date, years, draft status, instruments cited."""

from __future__ import annotations

from collections.abc import Iterator

from dfjlint.messages import label, render
from dfjlint.model.report import DocumentReport, Message
from dfjlint.reporters.wording import plain

_UNKNOWN = ("", "unknown")


def imprint_facts(document: DocumentReport) -> Iterator[tuple[str, Message | str]]:
    """Key of the name and value of each fact that is known; a value in the plan's own words is a string."""
    imprint = document.imprint
    if document.level not in _UNKNOWN:
        yield "imprint-level", Message(f"issuer-{document.level}")
    if imprint.number:
        yield "imprint-number", imprint.number
    if imprint.date:
        yield "imprint-date", _date(imprint.date)
    if imprint.horizon:
        first, last = imprint.horizon
        yield "imprint-horizon", _counted("year" if first == last else "years", first=first, last=last)
    if imprint.draft:
        yield "imprint-draft", imprint.draft
    if document.cited:
        yield "imprint-cited", _counted("count", count=len(document.cited))


def imprint_lines(document: DocumentReport, lang: str) -> tuple[str, ...]:
    """The facts as 发文字号：… in a language."""
    return tuple(
        label(
            "imprint-fact",
            lang,
            name=label(name, lang),
            value=plain(value) if isinstance(value, str) else render(value, lang),
        )
        for name, value in imprint_facts(document)
    )


def _date(iso: str) -> Message:
    """2025-03-20 or 2025-03 in words."""
    parts = tuple((name, str(int(part))) for name, part in zip(("year", "month", "day"), iso.split("-"), strict=False))
    return Message("imprint-day" if len(parts) == 3 else "imprint-month", parts)


def _counted(key: str, **values: int) -> Message:
    return Message(f"imprint-{key}", tuple((name, str(value)) for name, value in values.items()))
