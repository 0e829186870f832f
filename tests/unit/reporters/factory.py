"""A small report that has everything a report can have; its plan is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dfjlint.model.plan import Imprint, Owner, OwnerRole, Zone
from dfjlint.model.report import (
    Applicability,
    Cited,
    Coverage,
    Disposition,
    DocumentReport,
    ElementResult,
    Evidence,
    Finding,
    Gap,
    MeasureView,
    Message,
    Nearest,
    ObligationResult,
    PackView,
    Passage,
    Report,
    Severity,
    Spot,
    Status,
    Summary,
)
from dfjlint.model.source import Span

# Zone, measure, locator, text. Offsets follow from the order.
PARAGRAPHS = (
    (Zone.TITLE, -1, "标题", "云江省2027年数字云江工作要点"),
    (Zone.PREAMBLE, -1, "前言第1段", "以数据要素为引领，制定本要点。"),
    (Zone.HEADING, -1, "一、", "一、夯实网络底座"),
    (
        Zone.MEASURE,
        0,
        "一、（一）",
        "（一）加密山区基站。2027年底前新建五千座基站，\n覆盖所有行政村。（责任单位：省通信局、数据局）",
    ),
    (Zone.MEASURE, 1, "一、（二）", "（二）组建专网。按照《应急专网建设方案》推进。（责任单位：数据局）"),
    (Zone.HEADING, -1, "二、", "二、改善服务"),
    (Zone.MEASURE, 2, "二、（三）", "（三）优化办事流程。暂缓建设电子证照库，鼓励各地开展网上年检。"),
    (Zone.MEASURE, 3, "二、（四）", "（四）办好龙舟邀请赛。"),
    (Zone.CHROME, -1, "页面信息第1段", "打印本页 关闭窗口"),
)
PACK = PackView(
    "test-pack",
    "2027.1.0",
    "c" * 64,
    "云江省關於數字云江的決定",
    (("一", "夯實基礎"), ("二", "優化服務"), ("二(一)", "建設專網"), ("三", "強化保障")),
)
TEXT = "\n".join(text for *_, text in PARAGRAPHS)


def span(words: str, text: str = TEXT) -> Span:
    """Where some words stand in the plan."""
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(words: str, *marks: str, measure: int = -1, locator: str = "", text: str = TEXT) -> Evidence:
    """Words of the plan as evidence, with the words that a rule matched."""
    where = span(words, text)
    inside = tuple(Span(where.start + words.index(mark), where.start + words.index(mark) + len(mark)) for mark in marks)
    return Evidence(where, words, locator or f"第{measure + 1}项", inside, measure)


def obligation(id: str, cite: str, quote: str, coverage: Coverage, *elements: ElementResult) -> ObligationResult:
    """An obligation that applies and has no gaps yet."""
    return ObligationResult(
        id=id,
        cite=cite,
        quote=quote,
        modality="directive",
        addressee="government",
        kind="measure",
        applicability=Applicability.APPLICABLE,
        applicability_reason=Message("applicable-all"),
        coverage=coverage,
        disposition=Disposition.OPEN,
        gaps=(),
        elements=elements,
        nearest=(),
    )


def gap(code: str, key: str, found: Evidence | None = None, words: str = "", **values: str) -> Gap:
    """A gap with a message of the catalogue."""
    return Gap(code, Message(key, tuple(values.items())), words, found)


def _covered() -> ObligationResult:
    stations = evidence("2027年底前新建五千座基站", "新建", "基站", measure=0, locator="一、（一）")
    villages = evidence("覆盖所有行政村", "行政村", measure=0, locator="一、（一）")
    return obligation(
        "TST-1.1",
        "一",
        "加密基站,實現行政村網絡覆蓋",
        Coverage.COVERED,
        ElementResult("加密基站", Status.ADDRESSED, (stations,)),
        ElementResult("行政村網絡覆蓋", Status.ADDRESSED, (villages, stations), (Spot(span("组建专网"), 1),)),
    )


def _partial() -> ObligationResult:
    network = evidence("组建专网", "专网", measure=1, locator="一、（二）")
    plan = evidence("按照《应急专网建设方案》推进", "应急专网", measure=1, locator="一、（二）")
    reason = Message("near-related")
    return replace(
        obligation(
            "TST-2.1.1",
            "二(一)",
            "組建政務專網,建設應急專網,落實運維經費",
            Coverage.PARTIAL,
            ElementResult("政務專網", Status.ADDRESSED, (network,)),
            ElementResult("應急專網", Status.MENTIONED, (plan,)),
            ElementResult("運維經費", Status.MISSING, ()),
        ),
        gaps=(
            gap("G09", "gap-by-reference", plan, "應急專網", element="應急專網"),
            gap("G02", "gap-element-missing", None, "運維經費", element="運維經費"),
        ),
        nearest=(Nearest(plan, reason),),
        suggestion="組建政務專網（重點補充：應急專網、運維經費）。（責任單位：〔 〕；完成時限：〔 〕）",
    )


def _missing() -> ObligationResult:
    near = evidence("以数据要素为引领", measure=-1, locator="前言第1段")
    return replace(
        obligation(
            "TST-2.1.2",
            "二(一)",
            "應當設立數據要素市場",
            Coverage.MISSING,
            ElementResult("數據要素市場", Status.MISSING, ()),
        ),
        modality="shall",
        gaps=(gap("G01", "gap-no-measure", None, "應當設立數據要素市場"),),
        nearest=(Nearest(near, Message("near-words", (("element", "數據要素市場"),))),),
        suggestion="應當設立數據要素市場。（責任單位：〔 〕；完成時限：〔 〕）",
    )


def _contradicted() -> ObligationResult:
    words = evidence("暂缓建设电子证照库", "暂缓", "电子证照库", measure=2, locator="二、（三）")
    return replace(
        obligation(
            "TST-2.2.1",
            "二(二)",
            "建成電子證照庫",
            Coverage.CONTRADICTED,
            ElementResult("電子證照庫", Status.CONTRADICTED, (words,)),
        ),
        gaps=(gap("G10", "gap-contradicted", words, "電子證照庫", element="電子證照庫"),),
        nearest=(Nearest(words, Message("near-denied", (("cue", "暂缓"),))),),
        suggestion="建成電子證照庫。（責任單位：〔 〕；完成時限：〔 〕）",
    )


def _short_but_covered() -> ObligationResult:
    words = evidence("鼓励各地开展网上年检", "网上年检", measure=2, locator="二、（三）")
    flow = evidence("优化办事流程", measure=2, locator="二、（三）")
    return replace(
        obligation(
            "TST-2.2.2",
            "二(二)",
            "推行網上年檢",
            Coverage.COVERED,
            ElementResult("網上年檢", Status.ADDRESSED, (words,)),
        ),
        gaps=(
            gap("G06", "gap-force", words, "網上年檢", element="網上年檢", cue="鼓励"),
            gap("G03", "gap-owner-missing", flow),
        ),
        disposition=Disposition.WAIVED,
    )


def _undetermined() -> ObligationResult:
    return replace(
        obligation("TST-3.1", "三", "市縣配備專員", Coverage.UNDETERMINED, ElementResult("專員", Status.MISSING, ())),
        applicability=Applicability.UNDETERMINED,
        applicability_reason=Message("undetermined-issuer", (("addressee", "@addressee-city_county"),)),
    )


def _not_applicable() -> ObligationResult:
    return replace(
        obligation(
            "TST-3.2", "三", "法院公開裁判文書", Coverage.MISSING, ElementResult("裁判文書", Status.MISSING, ())
        ),
        applicability=Applicability.NOT_APPLICABLE,
        applicability_reason=Message(
            "not-applicable", (("addressee", "@addressee-judiciary"), ("issuer", "@issuer-province"))
        ),
    )


def passages(paragraphs: Sequence[tuple[Zone, int, str, str]] = PARAGRAPHS) -> tuple[Passage, ...]:
    """The paragraphs of a plan, a line feed apart."""
    made = []
    start = 0
    for zone, measure, locator, text in paragraphs:
        made.append(Passage(Span(start, start + len(text)), text, zone, measure, locator))
        start += len(text) + 1
    return tuple(made)


def measures() -> tuple[MeasureView, ...]:
    """The four measures; the last two name nobody."""
    bureau = Owner("省通信局", OwnerRole.LEAD, "province", span("省通信局"))
    data = Owner("省数据局", OwnerRole.SUPPORT, "province", span("数据局"))
    titles = ("加密山区基站", "组建专网", "优化办事流程", "办好龙舟邀请赛")
    owners = ((bureau, data), (replace(data, role=OwnerRole.RESPONSIBLE),), (), ())
    parts = {passage.measure: passage for passage in passages()}
    return tuple(
        MeasureView(
            index=index,
            label=parts[index].locator,
            title=title,
            span=parts[index].span,
            owners=owners[index],
            deadlines=("2027年底前",) if index == 0 else (),
            quantities=("五千座",) if index == 0 else (),
        )
        for index, title in enumerate(titles)
    )


def document() -> DocumentReport:
    """A plan that was read."""
    return DocumentReport(
        path="plans/云江 2027.txt",
        pack="test-pack",
        sha256="a" * 64,
        readable=True,
        characters=len(TEXT),
        script="zh-Hans",
        title="云江省2027年数字云江工作要点",
        issuer="云江省人民政府",
        summary=Summary(6, 2, 1, 1, 1, 1, 1),
        obligations=(
            _covered(),
            _partial(),
            _missing(),
            _contradicted(),
            _short_but_covered(),
            _undetermined(),
            _not_applicable(),
        ),
        findings=(),
        measures=measures(),
        passages=passages(),
        level="province",
        imprint=Imprint("云政办〔2027〕3号", "2027-03-05", (2027, 2027), "征求意见稿"),
        cited=(Cited("应急专网建设方案", span("应急专网建设方案"), "一、（二）", 1),),
    )


def unreadable() -> DocumentReport:
    """A file that could not be read."""
    reason = Message("unreadable", (("reason", "the file is encrypted"), ("hint", "save it without a password")))
    return DocumentReport(
        path="plans/locked.docx",
        pack="",
        sha256="b" * 64,
        readable=False,
        characters=0,
        script="",
        title="",
        issuer="",
        summary=Summary(0, 0, 0, 0, 0, 0, 0),
        obligations=(),
        findings=(Finding("DFJ001", Severity.ERROR, reason),),
        measures=(),
        passages=(),
    )


def report(*documents: DocumentReport) -> Report:
    """The report on some documents; on `document()` if none are given."""
    return Report("9.9.9", (PACK,), documents or (document(),))


# Characters that must never act: markup, a word without end, marks that turn the direction around, a lone surrogate.
HOSTILE = (
    '<script>document.title="hit"</script><img src=x onerror=alert(1)>&amp;"\''
    + "長" * 400
    + "\u202e\u2066\x07\ud800]]>"
)


def hostile_report() -> Report:
    """A report in which every text of a plan is hostile."""
    text = f"（一）{HOSTILE}"
    where = Span(0, len(text))
    owner = Owner(HOSTILE, OwnerRole.LEAD, "other", Span(3, 3 + len(HOSTILE)))
    found = Evidence(where, text, HOSTILE, (Span(3, 11),), 0)
    result = replace(
        obligation("TST-1.1", "一", HOSTILE, Coverage.PARTIAL, ElementResult(HOSTILE, Status.MENTIONED, (found,))),
        gaps=(gap("G06", "gap-force", found, element=HOSTILE, cue=HOSTILE),),
        nearest=(Nearest(found, Message("near-denied", (("cue", HOSTILE),))),),
        suggestion=HOSTILE,
    )
    finding = Finding("DFJ002", Severity.WARNING, Message("unreadable", (("reason", HOSTILE), ("hint", HOSTILE))))
    plan = replace(
        document(),
        path=HOSTILE,
        title=HOSTILE,
        issuer=HOSTILE,
        imprint=Imprint(HOSTILE, "2027-03", (2027, 2028), HOSTILE),
        cited=(Cited(HOSTILE, where, HOSTILE, 1),),
        obligations=(result,),
        findings=(finding,),
        measures=(MeasureView(0, HOSTILE, HOSTILE, where, (owner,), (HOSTILE,), (HOSTILE,)),),
        passages=(
            Passage(where, text, Zone.MEASURE, 0, HOSTILE),
            Passage(Span(len(text) + 1, len(text) + 1 + len(HOSTILE)), HOSTILE, Zone.CHROME, -1, HOSTILE),
        ),
    )
    return report(plan)
