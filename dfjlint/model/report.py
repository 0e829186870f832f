"""The report: frozen, complete, and the only thing a reporter sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dfjlint.model.plan import NO_IMPRINT, Imprint, Owner, Zone
from dfjlint.model.source import Span


class Coverage(StrEnum):
    """Does the plan answer the obligation?"""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"
    CONTRADICTED = "contradicted"
    UNDETERMINED = "undetermined"


class Status(StrEnum):
    """Does the plan answer the element?"""

    ADDRESSED = "addressed"
    MENTIONED = "mentioned"
    MISSING = "missing"
    CONTRADICTED = "contradicted"


class Applicability(StrEnum):
    """Is the plan's issuer one whom the obligation addresses?"""

    APPLICABLE = "applicable"
    NOT_APPLICABLE = "not-applicable"
    UNDETERMINED = "undetermined"


class Disposition(StrEnum):
    """What was agreed about a gap; never changes the coverage."""

    OPEN = "open"
    WAIVED = "waived"
    BASELINED = "baselined"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue: its key with the values to fill in, in any language later."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the plan with the words found there.

    Args:
        span: in the text as read.
        quote: exactly the characters of the span.
        locator: 三、（九）第1段.
        marks: spans inside it that matched the rule's terms.
        measure: index of the measure it stands in, -1 if none.
        path: file of a plan set that it stands in; empty for a plan of one file.
    """

    span: Span
    quote: str
    locator: str
    marks: tuple[Span, ...] = ()
    measure: int = -1
    path: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The text of the plan that comes closest to an unanswered element, and why it falls short."""

    evidence: Evidence
    why: Message


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of the plan that are not quoted: where they stand, and in which measure (-1 for none)."""

    span: Span
    measure: int = -1


@dataclass(frozen=True, slots=True)
class ElementResult:
    """What the plan does about one element.

    Args:
        evidence: the best places, best first.
        also: the places beyond them that are worth the same, best first.
    """

    name: str
    status: Status
    evidence: tuple[Evidence, ...]
    also: tuple[Spot, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place, quoted or not, best first."""
        return (*(Spot(found.span, found.measure) for found in self.evidence), *self.also)

    @property
    def measures(self) -> tuple[int, ...]:
        """Index of every measure that a place stands in, each once, in order; places outside have none."""
        return tuple(sorted({spot.measure for spot in self.spots} - {-1}))


@dataclass(frozen=True, slots=True)
class Gap:
    """One reason why an obligation is not (fully) answered, G01 to G12, with the words that show it.

    Args:
        code: G01 … G12, see docs.
        message: what is wrong.
        instrument_words: words of the obligation that set the requirement; may be empty.
        evidence: words of the plan that fall short, None where there are none.
    """

    code: str
    message: Message
    instrument_words: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class ObligationResult:
    """The verdict on one obligation.

    Args:
        applicability_reason: why, in catalogue form.
        gaps: empty where coverage is `covered` and nothing about it is short.
        suggestion: wording to start from, in the obligation's own words; empty where covered.
        severity: what a gap here weighs; only an error makes a run fail.
        disposition_reason: why the disposition is not open.
    """

    id: str
    cite: str
    quote: str
    modality: str
    addressee: str
    kind: str
    applicability: Applicability
    applicability_reason: Message
    coverage: Coverage
    disposition: Disposition
    gaps: tuple[Gap, ...]
    elements: tuple[ElementResult, ...]
    nearest: tuple[Nearest, ...]
    suggestion: str = ""
    severity: Severity = Severity.ERROR
    disposition_reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A result that a reader acts on, other than an obligation's verdict."""

    id: str
    severity: Severity
    message: Message
    span: Span | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as reports show it.

    Args:
        label: 三、（九）.
        title: as printed in the source.
        owners: bodies charged with it.
        deadlines, quantities: as printed in the source.
    """

    index: int
    label: str
    title: str
    span: Span
    owners: tuple[Owner, ...]
    deadlines: tuple[str, ...]
    quantities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the plan as reports show it."""

    span: Span
    text: str
    zone: Zone
    measure: int
    locator: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of obligations; coverage counts are over the applicable ones."""

    applicable: int
    covered: int
    partial: int
    missing: int
    contradicted: int
    undetermined: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class PackView:
    """A rule pack as reports show it.

    Args:
        instrument: title of the decision that it is for.
        headings: cite → title of its chapters and provisions, in order; those without a title are left out.
    """

    id: str
    version: str
    sha256: str
    instrument: str
    headings: tuple[tuple[str, str], ...] = ()

    def heading(self, cite: str) -> str:
        """The title of a chapter or provision; empty if it has none."""
        return dict(self.headings).get(cite, "")


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument that a plan cites: 《…》.

    Args:
        title: as printed, without its brackets.
        span: of the title where it stands first.
        locator: of that place.
        times: how often it is cited.
    """

    title: str
    span: Span
    locator: str
    times: int


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a plan set.

    Args:
        offset: where its text begins in the text of the set; spans of the set count from there.
        characters: length of its text, code points.
    """

    path: str
    sha256: str
    offset: int
    characters: int


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Everything that is to be said about one plan and one decision.

    Args:
        pack: id of the rule pack that it was checked against; empty for a file that could not be read.
        readable: False if there is no verdict; then obligations is empty and findings say why.
        characters: length of the text as read, code points.
        line_starts: where each line of a text file begins, code points; none for a format whose
            text as read is not the file itself.
        parts: the files of a plan set, body first; empty for a plan of one file.
        level: kind of the issuer; issuer-… in the catalogue is its name. Empty if there is no verdict.
        imprint: number, date, horizon and draft status.
        cited: instruments that the plan cites.
    """

    path: str
    pack: str
    sha256: str
    readable: bool
    characters: int
    script: str
    title: str
    issuer: str
    summary: Summary
    obligations: tuple[ObligationResult, ...]
    findings: tuple[Finding, ...]
    measures: tuple[MeasureView, ...]
    passages: tuple[Passage, ...]
    line_starts: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    level: str = ""
    imprint: Imprint = NO_IMPRINT
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run.

    Args:
        packs: what the plans were checked against, in the order of the documents.
        documents: a tuple, or a sequence that reads each from disk when it is asked for.
        findings: about files that stand beside the plans: waivers, baseline.
    """

    tool_version: str
    packs: tuple[PackView, ...]
    documents: Sequence[DocumentReport]
    findings: tuple[Finding, ...] = ()

    def pack_of(self, document: DocumentReport) -> PackView:
        """The pack that a document was checked against; the first for a file that could not be read."""
        return next((pack for pack in self.packs if pack.id == document.pack), self.packs[0])

    def by_pack(self) -> tuple[Report, ...]:
        """One report for each pack; findings beside the plans, and files that could not be read, go to the first."""
        if len(self.packs) == 1:
            return (self,)
        return tuple(
            Report(
                self.tool_version,
                (pack,),
                tuple(document for document in self.documents if self.pack_of(document) is pack),
                () if number else self.findings,
            )
            for number, pack in enumerate(self.packs)
        )
