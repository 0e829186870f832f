from __future__ import annotations

from dfjlint.model.report import Coverage, ElementResult, Status
from dfjlint.reporters.html_report.anchors import Anchors
from dfjlint.reporters.html_report.measures import measures_of
from dfjlint.reporters.html_report.plan_text import Group, PlanText, answered_by
from tests.unit.reporters.factory import document, evidence, obligation

WIDE = evidence("新建五千座基站", measure=0)
NARROW = evidence("五千座", measure=0)


def _groups(wide: Status, narrow: Status) -> tuple[Group, ...]:
    results = (
        obligation("A", "一", "", Coverage.COVERED, ElementResult("a", wide, (WIDE,))),
        obligation("B", "一", "", Coverage.COVERED, ElementResult("b", narrow, (NARROW,))),
    )
    plan = document()
    anchors = Anchors.of_document(2)
    return PlanText(plan.passages, results).groups(anchors, measures_of(plan, anchors))


def test_overlapping_evidence_cuts_the_text_at_every_edge() -> None:
    runs = _groups(Status.ADDRESSED, Status.ADDRESSED)[3].passages[0].runs
    marked = [(run.text, run.obligations) for run in runs if run.obligations]
    assert marked == [("新建", ("A",)), ("五千座", ("A", "B")), ("基站", ("A",))]


def test_every_character_of_the_plan_is_shown_once() -> None:
    groups = _groups(Status.ADDRESSED, Status.ADDRESSED)
    shown = ["".join(run.text for run in view.runs) for group in groups for view in group.passages]
    assert shown == [passage.text.replace("\n", "") for passage in document().passages[:-1]]


def test_the_stronger_verdict_marks_the_text() -> None:
    runs = _groups(Status.MENTIONED, Status.ADDRESSED)[3].passages[0].runs
    assert [(run.level, run.obligations) for run in runs if run.obligations] == [
        ("mentioned", ("A",)),
        ("addressed", ("B", "A")),
        ("mentioned", ("A",)),
    ]


def test_only_the_beginning_of_evidence_is_an_anchor() -> None:
    runs = _groups(Status.ADDRESSED, Status.ADDRESSED)[3].passages[0].runs
    assert [run.anchor for run in runs if run.anchor] == [f"d2-t{WIDE.span.start}", f"d2-t{NARROW.span.start}"]


def test_a_measure_is_one_group_with_what_it_answers() -> None:
    groups = _groups(Status.ADDRESSED, Status.MENTIONED)
    assert [group.anchor for group in groups] == ["", "", "", "d2-m0", "d2-m1", "", "d2-m2", "d2-m3"]
    assert groups[3].obligations == ("A",)


def test_answers_are_counted_by_measure() -> None:
    assert answered_by(document().obligations) == {
        0: ("TST-1.1",),
        1: ("TST-1.1", "TST-2.1.1"),
        2: ("TST-2.2.1", "TST-2.2.2"),
    }
