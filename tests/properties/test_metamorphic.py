"""Metamorphic relations over real plans: what must not change a verdict, and what must."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dfjlint.api import check_bytes
from dfjlint.engine.index import ConceptIndex
from dfjlint.model.report import Coverage, DocumentReport, Status
from dfjlint.model.rules import Kind
from dfjlint.testing.directed import directed_outcomes, moved_to_courts
from dfjlint.testing.relations import SAME, plain_text, scripts
from tests.conftest import PLAN_2019, ROOT, SAMPLES
from tests.e2e.plan_files import as_html, as_typed_docx

_SAMPLES = (
    "bj_data_pilot_zone_2025_a",
    "heb_digital_economy_2025_2027",
    "hn_gov_data_workpoints_2025",
    "ln_digital_gov_2025_2027",
    "sd_digital_gov_reform_2025",
)
PATHS = [PLAN_2019, *(SAMPLES / "plans" / f"{name}.txt" for name in _SAMPLES)]
Verdicts = dict[str, tuple[str, tuple[str, ...]]]


def report(text: str, index: ConceptIndex) -> DocumentReport:
    return check_bytes(text.encode(), "plan.txt", index)


def verdicts(text: str, index: ConceptIndex) -> Verdicts:
    found = report(text, index)
    assert found.readable
    return {
        result.id: (result.coverage.value, tuple(element.status.value for element in result.elements))
        for result in found.obligations
    }


@cache
def _plain(path: Path) -> str:
    return plain_text(path.read_text(encoding="utf-8"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    if not chosen.is_file():
        pytest.skip("the sample documents are not here")
    return chosen


_BASES: dict[Path, Verdicts] = {}


@pytest.fixture
def base(path: Path, index: ConceptIndex) -> Verdicts:
    if path not in _BASES:
        _BASES[path] = verdicts(_plain(path), index)
    return _BASES[path]


def test_page_furniture_and_wraps_change_nothing(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    assert verdicts(path.read_text(encoding="utf-8"), index) == base


@pytest.mark.parametrize("config", ["s2t", "t2s", "s2tw", "s2twp", "s2hk"])
def test_script_changes_nothing(path: Path, base: Verdicts, index: ConceptIndex, config: str) -> None:
    assert verdicts(scripts(_plain(path))[config], index) == base


@pytest.mark.parametrize("relation", SAME.values(), ids=SAME.keys())
def test_relation_changes_nothing(
    path: Path, base: Verdicts, index: ConceptIndex, relation: Callable[[str], str]
) -> None:
    changed = relation(_plain(path))
    assert verdicts(changed, index) == base


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_evidence_points_at_the_same_words_in_another_script(index: ConceptIndex, config: str) -> None:
    from opencc import OpenCC

    simple = OpenCC("t2s").convert(PLAN_2019.read_text(encoding="utf-8"))
    other = OpenCC(config).convert(simple)
    assert len(simple) == len(other)
    spans = [
        [
            [(entry.span.start, entry.span.end) for entry in element.evidence]
            for result in report(text, index).obligations
            for element in result.elements
        ]
        for text in (simple, other)
    ]
    assert spans[0] == spans[1]


def test_pasting_obligations_into_the_preamble_changes_nothing(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    text = _plain(path)
    first = next(line for line in text.split("\n") if line.startswith(("一、", "（一", "(一", "⼀、", "第一")))
    measures = [entry for entry in index.pack.obligations if entry.kind not in (Kind.GUIDANCE, Kind.GOAL)]
    pasted = "".join(f"{entry.quote}。" for entry in measures)
    changed = verdicts(text.replace(first, f"{pasted}\n{first}", 1), index)
    ids = [entry.id for entry in measures]
    assert {key: changed[key] for key in ids} == {key: base[key] for key in ids}


def test_appending_the_decision_covers_nothing(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    decision = (ROOT / "corpora" / "fujian-2018" / "decision-2018.txt").read_text(encoding="utf-8")
    changed = verdicts(f"{_plain(path)}\n{decision}", index)
    gained = [key for key in base if changed[key][0] == "covered" and base[key][0] != "covered"]
    assert gained == []


def test_bare_keywords_change_nothing(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    nouns = "政務內網、政務外網、無線政務專網、鋰電池、半導體照明、顯示面板、芯片、人大代表、專家委員會、軍民融合"
    assert verdicts(f"{_plain(path)}\n{nouns}", index) == base


def test_a_true_measure_makes_no_verdict_worse(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    rank = {"contradicted": 0, "missing": 1, "partial": 2, "covered": 3}
    added = "新增任务。完善全省政务内网、政务外网和无线政务专网，提升应急通信保障能力。（责任单位：省数字办）"
    changed = verdicts(f"{_plain(path)}\n{added}", index)
    assert [key for key in base if rank[changed[key][0]] < rank[base[key][0]]] == []
    assert changed["DFJ-2.2.6"][0] == "covered"


def test_without_its_evidence_an_obligation_is_no_longer_covered(path: Path, index: ConceptIndex) -> None:
    """All evidence of one obligation is cut out, round by round, until none is left."""
    text = _plain(path)
    covered = [entry for entry in report(text, index).obligations if entry.coverage is Coverage.COVERED]
    narrow = [entry.id for entry in covered if len(entry.elements) == 1 and not entry.elements[0].evidence[2:]]
    for rule in narrow[:4]:
        left = text
        for _ in range(12):
            found = next(entry for entry in report(left, index).obligations if entry.id == rule)
            spans = sorted((entry.span for element in found.elements for entry in element.evidence), reverse=True)
            if not spans:
                break
            for span in spans:
                left = left[: span.start] + left[span.end :]
        assert found.coverage is Coverage.MISSING, rule


# ── Directed changes to one clause ──────────────────────────────────────────────────────────────────


def test_directed_changes_change_the_verdict_as_stated(path: Path, index: ConceptIndex) -> None:
    """Deleted, dropped, negated, weakened, narrowed: a sample of the elements that the plan answers."""
    outcomes = list(directed_outcomes(_plain(path), index, every=9))
    assert len({outcome.relation for outcome in outcomes}) >= 4
    assert [outcome for outcome in outcomes if not outcome.holds] == []


def test_obligations_of_the_courts_do_not_apply_to_a_plan_of_the_government(path: Path, index: ConceptIndex) -> None:
    assert moved_to_courts(_plain(path), index) == []


def test_a_plan_is_judged_alike_as_text_web_page_and_word_file(path: Path, base: Verdicts, index: ConceptIndex) -> None:
    lines = [line for line in _plain(path).split("\n") if line]
    for name, data in (("plan.html", as_html(lines)), ("plan.docx", as_typed_docx(lines))):
        found = check_bytes(data, name, index)
        changed = {
            entry.id: (entry.coverage.value, tuple(element.status.value for element in entry.elements))
            for entry in found.obligations
        }
        assert changed == base, name


# ── Directed changes to one measure of our own ──────────────────────────────────────────────────────

_HEAD = "福建省人民政府办公厅关于印发2026年数字福建工作要点的通知\n2026年数字福建工作要点\n一、主要任务\n"


def _one(text: str, index: ConceptIndex, rule: str = "DFJ-2.2.6") -> object:
    return next(entry for entry in report(f"{_HEAD}{text}\n", index).obligations if entry.id == rule)


def test_dropping_one_item_is_partial_and_names_it(index: ConceptIndex) -> None:
    whole = _one("完善全省政务内网、政务外网和无线政务专网。", index)
    short = _one("完善全省政务内网和政务外网。", index)
    assert whole.coverage is Coverage.COVERED  # type: ignore[attr-defined]
    assert short.coverage is Coverage.PARTIAL  # type: ignore[attr-defined]
    assert [gap.instrument_words for gap in short.gaps] == ["無線政務專網"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("word", ["暂缓", "不再", "停止"])
def test_negation_contradicts(index: ConceptIndex, word: str) -> None:
    denied = _one(f"{word}建设政务内网、政务外网和无线政务专网。", index)
    assert denied.coverage is Coverage.CONTRADICTED  # type: ignore[attr-defined]
    assert {gap.code for gap in denied.gaps} == {"G10"}  # type: ignore[attr-defined]


def _codes(text: str, index: ConceptIndex, rule: str) -> set[str]:
    return {gap.code for gap in _one(text, index, rule).gaps}  # type: ignore[attr-defined]


def test_exploring_instead_of_promoting_is_g06(index: ConceptIndex) -> None:
    assert _codes("推进新型智慧城市建设。", index, "DFJ-2.6.8") == set()
    assert _codes("探索新型智慧城市建设。", index, "DFJ-2.6.8") == {"G06"}


def test_one_county_instead_of_the_province_is_g07(index: ConceptIndex) -> None:
    assert _codes("在全省完善应急通信保障能力。", index, "DFJ-2.2.7") == set()
    assert "G07" in _codes("选择1个县开展应急通信保障能力建设试点。", index, "DFJ-2.2.7")


def test_empty_plan_misses_everything(index: ConceptIndex) -> None:
    found = report("2026年数字福建工作要点\n一、主要任务\n抓好落实。\n", index)
    assert {entry.coverage for entry in found.obligations} == {Coverage.MISSING}


def test_the_decision_as_measures_with_owner_and_date_covers_everything(index: ConceptIndex) -> None:
    items = [
        f"{number}．落实第{number}项任务。{entry.quote.replace(',', '，')}。（责任单位：省数字办；2026年12月底前完成）"
        for number, entry in enumerate(index.pack.obligations, 1)
    ]
    found = report("福建省数字福建建设实施方案\n" + "\n".join(items), index)
    short = {
        entry.id: [
            (element.name, element.status) for element in entry.elements if element.status is not Status.ADDRESSED
        ]
        for entry in found.obligations
        if entry.coverage is not Coverage.COVERED
    }
    assert short == {}
