"""The shape of a saved report, field by field as docs/report.schema.json has it; anything else is refused."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dfjlint.model.plan import OwnerRole, Zone
from dfjlint.model.report import Applicability, Coverage, Disposition, Severity, Status
from dfjlint.model.rules import Kind, Modality
from dfjlint.model.text import Script

Offset = Annotated[int, Field(ge=0)]
MeasureIndex = Annotated[int, Field(ge=-1)]
GapCode = Annotated[str, Field(pattern=r"^G(0[1-9]|1[0-2])$")]
Level = Literal[
    "",
    "state",
    "province",
    "province-department",
    "city",
    "county",
    "congress",
    "judiciary",
    "university",
    "unknown",
]


class Shape(BaseModel):
    """A JSON object with exactly the named fields, each of exactly its type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MessageShape(Shape):
    """Key and values in the catalogue."""

    key: str
    values: dict[str, str]


class EvidenceShape(Shape):
    """Words of the plan."""

    start: Offset
    end: Offset
    quote: str
    locator: str
    marks: list[Annotated[list[Offset], Field(min_length=2, max_length=2)]]
    measure: MeasureIndex
    path: str


class NearestShape(EvidenceShape):
    """Words that come near, and why they fall short."""

    why: str
    message: MessageShape


class SpotShape(Shape):
    """Where words of the plan stand."""

    start: Offset
    end: Offset
    measure: MeasureIndex


class ElementShape(Shape):
    """What the plan does about one element."""

    name: str
    status: Status
    evidence: list[EvidenceShape]
    also: list[SpotShape]


class GapShape(Shape):
    """One reason why an obligation is not answered."""

    code: GapCode
    text: str
    message: MessageShape
    instrument_words: str
    evidence: EvidenceShape | None


class ObligationShape(Shape):
    """The verdict on one obligation."""

    id: str
    cite: str
    quote: str
    modality: Modality
    addressee: str
    kind: Kind
    applicability: Applicability
    applicability_reason: str
    applicability_message: MessageShape
    coverage: Coverage
    disposition: Disposition
    disposition_reason: str
    disposition_message: MessageShape | None
    severity: Severity
    gap_codes: list[GapCode]
    gaps: list[GapShape]
    elements: list[ElementShape]
    nearest: list[NearestShape]
    suggestion: str


class FindingShape(Shape):
    """A finding; start and end are 0 where it has no place."""

    id: str
    severity: Severity
    message: str
    message_key: MessageShape
    start: Offset
    end: Offset
    locator: str


class OwnerShape(Shape):
    """A body charged with a measure."""

    name: str
    role: OwnerRole
    level: str
    start: Offset
    end: Offset


class MeasureShape(Shape):
    """A measure of the plan."""

    label: str
    title: str
    start: Offset
    end: Offset
    owners: list[OwnerShape]
    deadlines: list[str]
    quantities: list[str]


class PassageShape(Shape):
    """A paragraph of the plan."""

    start: Offset
    end: Offset
    text: str
    zone: Zone
    measure: MeasureIndex
    locator: str


class SummaryShape(Shape):
    """Counts of obligations."""

    applicable: Offset
    covered: Offset
    partial: Offset
    missing: Offset
    contradicted: Offset
    undetermined: Offset
    not_applicable: Offset


class PartShape(Shape):
    """One file of a plan set."""

    path: str
    sha256: str
    offset: Offset
    characters: Offset


class CitedShape(Shape):
    """An instrument that the plan cites."""

    title: str
    start: Offset
    end: Offset
    locator: str
    times: Annotated[int, Field(ge=1)]


class DocumentShape(Shape):
    """Everything about one plan."""

    path: str
    pack: str
    sha256: str
    readable: bool
    characters: Offset
    script: Script | Literal[""]
    title: str
    issuer: str
    level: Level
    number: str
    date: Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?)?$")]
    horizon: Annotated[list[int], Field(min_length=2, max_length=2)] | None
    draft: str
    cited: list[CitedShape]
    measures: Offset
    summary: SummaryShape
    obligations: list[ObligationShape]
    findings: list[FindingShape]
    measure_list: list[MeasureShape]
    passages: list[PassageShape]
    line_starts: list[Offset]
    parts: list[PartShape]


class ToolShape(Shape):
    """What made the report."""

    name: Literal["dfjlint"]
    version: str


class HeadingShape(Shape):
    """The title of a chapter or provision."""

    cite: str
    title: str


class PackShape(Shape):
    """The rules that it was made with."""

    id: str
    version: str
    sha256: str
    instrument: str
    headings: list[HeadingShape]


class ReportShape(Shape):
    """A saved report."""

    schema_: Literal["dfjlint-report/1"] = Field(alias="schema")
    tool: ToolShape
    packs: Annotated[list[PackShape], Field(min_length=1)]
    lang: Literal["zh-Hans", "zh-Hant", "en"]
    documents: list[DocumentShape]
    findings: list[FindingShape]
