"""The plan as the engine sees it: sections, measures, clauses and the facts of each measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dfjlint.model.source import SourceDocument, Span
from dfjlint.model.text import NormalisedText, Script


class Zone(StrEnum):
    """The part that a stretch of text plays in a plan."""

    TITLE = "title"
    LETTERHEAD = "letterhead"  # 主送, 落款, 此件主动公开, the covering notice
    PREAMBLE = "preamble"  # before the first measure; 总体要求, 指导思想, 基本原则
    TARGETS = "targets"  # 主要目标, 发展目标: what the plan commits to reach
    BACKGROUND = "background"  # 发展现状, 面临形势, 工作成效
    HEADING = "heading"  # title of a chapter or a section
    MEASURE = "measure"  # the plan's commitments
    OWNERS = "owners"  # 责任单位: …
    CHROME = "chrome"  # navigation, page furniture: read, but not part of the plan


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or marked-up heading with everything below it.

    Args:
        index: position in Plan.sections, which is document order.
        parent: index of the section above, -1 at the top.
        level: 1 for chapters (一、 or 第一章), 2 for （一）, 3 for 1. and so on, without holes.
        number: as printed in normalised form: 一、 (三) 1. 第二章; empty for unnumbered headings.
        title: normalised heading text without its number; may be empty.
        norm_start, norm_end: the heading (number included) in the normalised text.
    """

    index: int
    parent: int
    level: int
    number: str
    title: str
    norm_start: int
    norm_end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (or table cell) of the normalised text.

    Args:
        norm_start, norm_end: its range in the normalised text, without the line feed.
        zone: the part it plays; run-in headings and owners inside it are told apart by Stretch.
        section: index of the section it stands in, -1 before the first.
        measure: index of the measure it belongs to, -1 if none.
        locator: where a drafter finds it: 二、（三）第2段; 第12行; 表1第2行第3列.
    """

    norm_start: int
    norm_end: int
    zone: Zone
    section: int
    measure: int
    locator: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text of one zone; stretches cut a paragraph where a run-in heading or an owner note begins.

    A paragraph （三）加强…。继续实施…。（责任单位：…） has three: HEADING, MEASURE, OWNERS.
    """

    norm_start: int
    norm_end: int
    zone: Zone
    paragraph: int


@dataclass(frozen=True, slots=True)
class Measure:
    """The plan's unit of commitment: its smallest numbered item.

    Args:
        index: position in Plan.measures.
        section: index of the section that is this measure.
        label: the numbers that lead to it: 三、（九）.
        title: its heading in normalised text, may be empty.
        norm_start, norm_end: from its number to the end of its last paragraph.
    """

    index: int
    section: int
    label: str
    title: str
    norm_start: int
    norm_end: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a plan says of itself besides its title and issuer; empty where it does not say.

    Args:
        number: 发文字号 as printed.
        date: of signature, 2025-03-20, or 2025-03 where no day is given.
        horizon: first and last year that the plan is for.
        draft: the word that says that the text is not final: 征求意见稿.
    """

    number: str = ""
    date: str = ""
    horizon: tuple[int, int] | None = None
    draft: str = ""


NO_IMPRINT = Imprint()


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of a plan: what outline/ makes of a SourceDocument.

    Args:
        text: the normalised text; paragraph i is its line i.
        stretches: in order, covering every paragraph without a hole.
        title: of the plan, in source characters; empty if none was found.
        issuer: of the plan, in source characters as found in title or letterhead; may be empty.
        script: of the source.
        imprint: number, date, horizon and draft status.
    """

    text: NormalisedText
    sections: tuple[Section, ...]
    measures: tuple[Measure, ...]
    paragraphs: tuple[Paragraph, ...]
    stretches: tuple[Stretch, ...]
    title: str
    issuer: str
    script: Script
    imprint: Imprint = NO_IMPRINT


class Force(StrEnum):
    """How strongly a statement commits, strongest first."""

    BINDING = "binding"  # 应当 必须 要 严禁
    DIRECTIVE = "directive"  # a bare imperative: 推进 建设 完善
    ENCOURAGE = "encourage"  # 鼓励 支持 引导
    EXPLORE = "explore"  # 探索 研究 适时 争取 有条件的
    NONE = "none"  # no act at all


class Polarity(StrEnum):
    """Whether a statement commits to the act, denies it or reports it as done."""

    COMMITTED = "committed"
    NEGATED = "negated"  # 不再 暂缓 取消 停止
    DONE = "done"  # 已完成 已建成 取得…成效
    BACKGROUND = "background"  # 随着 近年来 是…的重要


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with its object inside one clause (norm offsets)."""

    verb: str
    norm_start: int
    norm_end: int
    object_start: int
    object_end: int


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What one clause does.

    Args:
        force: the force of its act, taken over from the clause before it if it has no verb.
        polarity: committed, negated, done or background.
        acts: its acts in order; empty for a bare noun phrase.
        topic_end: hits that end at or before this norm offset stand in an adverbial that only
            sets the topic (聚焦…, 围绕…, 依托…, 在…等领域); clause start if there is none.
        cue_start, cue_end: the word that decided force or polarity; equal if there is none.
    """

    force: Force
    polarity: Polarity
    acts: tuple[Act, ...]
    topic_end: int
    cue_start: int
    cue_end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between ，；。： of one zone, the smallest unit that can be evidence."""

    index: int
    norm_start: int
    norm_end: int
    sentence: int
    paragraph: int
    measure: int
    zone: Zone


class OwnerRole(StrEnum):
    """What a body does for a measure."""

    RESPONSIBLE = "responsible"  # 责任单位
    LEAD = "lead"  # 牵头
    SUPPORT = "support"  # 配合


@dataclass(frozen=True, slots=True)
class Owner:
    """A body charged with a measure.

    Args:
        name: full name with the prefix spread: 省教育厅 for the 教育厅 of 省发改委、教育厅.
        role: responsible, lead or support.
        level: "province", "city", "county", "department-of-state", "enterprise", "other".
        span: its characters in the source.
    """

    name: str
    role: OwnerRole
    level: str
    span: Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date by which something is due; month and day are 12 and 31 where only the year is given."""

    year: int
    month: int
    day: int
    span: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target figure: comparator ("≥", "≤", "=", "+"), value in the unit, unit text (%, 个, 亿条)."""

    comparator: str
    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """Owners, deadlines and figures of one measure."""

    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the engine may know of a plan.

    Args:
        facts: one MeasureFacts for each measure, same order.
        titles: norm ranges of 《…》, brackets included, in order.
        names: norm ranges of names of bodies, parks and places in which a shared word is no measure.
    """

    source: SourceDocument
    outline: Outline
    clauses: tuple[Clause, ...]
    facts: tuple[MeasureFacts, ...]
    titles: Sequence[tuple[int, int]]
    names: Sequence[tuple[int, int]]
