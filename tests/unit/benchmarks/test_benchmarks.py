from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import tasks
from benchmarks.__main__ import BEGIN, END, main, write
from benchmarks.packs import multiplied
from benchmarks.plans import measures, numeral, plan, real_plans, write_plans
from benchmarks.results import Row
from dfjlint.engine.index import ConceptIndex
from dfjlint.outline import build_outline
from dfjlint.readers import ReadOptions, read_document

MACHINE = {"processor": "P", "cores": "2", "python": "CPython 3", "system": "Linux"}
ROWS = [
    Row("cold", "start", 1.2, budget=1.5),
    Row("throughput", "pace", 6.0, budget=3.0),
    Row("throughput", "two", 1.8, budget=1.7, at_least=True),
    Row("html", "page", 0.25, "s"),
]


@pytest.fixture(scope="module")
def pool() -> list[str]:
    return measures(real_plans()[:2])


@pytest.fixture
def folder(tmp_path: Path, pool: list[str]) -> Path:
    write_plans(tmp_path / "plans", pool, 2)
    return tmp_path / "plans"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (2011, "二千零一十一")],
)
def test_numbers_are_written_in_chinese(number: int, expected: str) -> None:
    assert numeral(number) == expected


def test_a_plan_depends_on_its_number_alone_and_has_the_measures_it_was_made_of(pool: list[str]) -> None:
    assert plan(pool, 1) == plan(pool, 1) != plan(pool, 2)
    text = plan(pool, 1, 2000)
    assert 2000 <= len(text) < 4000
    source = read_document(Path("a.txt"), "a.txt", text.encode(), ReadOptions())
    numbered = [line for line in text.split("\n") if line.startswith("（")]
    assert len(build_outline(source).measures) >= len(numbered) - 1


def test_a_multiplied_pack_has_as_many_rules_for_each_copy_and_the_old_ones_judge_as_before(
    index: ConceptIndex, folder: Path
) -> None:
    from dfjlint.api import check_bytes

    many = multiplied(index.pack, 3)
    assert len(many.obligations) == 3 * len(index.pack.obligations)
    data = next(folder.iterdir()).read_bytes()
    before = check_bytes(data, "a.txt", index).obligations
    assert check_bytes(data, "a.txt", ConceptIndex(many)).obligations[: len(before)] == before


def test_the_floor_is_below_the_check(folder: Path) -> None:
    found = tasks.floor(str(folder))
    assert found["ratio"] > 1
    assert (found["plans"], found["characters"] > 12_000) == (2, True)


def test_the_report_is_measured(folder: Path) -> None:
    assert tasks.html(str(folder))["bytes"] > 100_000


def test_results_say_which_budget_is_met() -> None:
    assert [row.verdict for row in ROWS] == ["met", "missed, 2 times the budget", "met", ""]


def test_results_are_written_between_the_marks_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "performance.md").write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(tmp_path, ROWS, MACHINE)
    page = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert page.startswith(f"before\n{BEGIN}\nP, 2 cores, CPython 3, Linux.\n")
    assert page.endswith(f"{END}\nafter\n")
    assert "| pace | 6 × | ≤ 3 × | missed, 2 times the budget |  |" in page
    assert "old" not in page
    assert [row["value"] for row in json.loads((tmp_path / "performance.json").read_bytes())["results"]] == [
        1.2,
        6,
        1.8,
        0.25,
    ]
    bars = ElementTree.parse(tmp_path / "img" / "performance.svg").getroot()
    assert sum(element.get("rx") is not None for element in bars.iter()) == 3


def test_one_part_can_be_measured_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--only", "cached"]) == 0
    assert "cached check of a plan / import typer" in capsys.readouterr().out
