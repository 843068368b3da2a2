"""Scores against their benchmark, and cells of one source."""

import pytest

LINDQVIST = "data/results/lindqvist2020hearth.yaml"


@pytest.mark.parametrize(("value", "inside"), [("0", True), ("100", True), ("-0.001", False), ("100.01", False), ("0.0", True)])
def test_both_ends_of_a_range_belong_to_it(project, value: str, inside: bool):  # noqa: FBT001 - a table's column
    project.replace(LINDQVIST, "value: 61.5", f"value: {value}")

    assert project.codes() == ([] if inside else ["R303"])


@pytest.mark.parametrize(("ends", "codes"), [
    ("[0, null]", []), ("[null, 4.2]", ["R303"]), ("[null, null]", []), ("[5, null]", ["R303", "R303"]), ("[7, 7]", ["R303"]),
])
def test_a_range_is_open_where_it_says_null(project, ends: str, codes: list[str]):
    project.replace("data/benchmarks/night-watch.yaml", "range: [0, null]", f"range: {ends}")

    assert project.codes() == codes


def test_all_digits_of_a_value_are_shown(project):
    project.replace(LINDQVIST, "value: 61.5", "value: 12345.678901")

    assert project.examine().problems[0].message == "12345.678901 is outside 0 to 100, the range of 'rise'"


@pytest.mark.parametrize(("change", "codes"), [
    ("setting: fine-tuned, ", ["R304"]), ("setting: fine-tuned, harness: by-hand, ", []), ("setting: trained, ", []),
    ("setting: few-shot, shots: 1, ", []),
])
def test_cells_differ_in_setting_shots_or_harness(project, change: str, codes: list[str]):
    project.replace(LINDQVIST, "split: validation, metric: rise, value: 63, setting: zero-shot, ", f"split: test, metric: rise, value: 63, {change}")

    assert project.codes() == codes


def test_cells_of_two_sources_may_disagree(survey, project):
    values = {report.score.value for report in survey.scores_of("hearthling") if report.score.split == "test" and report.score.setting == "zero-shot" and report.score.metric == "rise"}

    assert values == {61.5, 58}
    assert project.codes() == []


def test_a_third_value_names_the_first_line(project):
    line = "  - {model: hearthling, benchmark: loaf-test, split: test, metric: rise, value: 61.5, setting: zero-shot}\n"
    text = (project.root / LINDQVIST).read_text(encoding="utf-8")
    project.write(LINDQVIST, text + line + line.replace("61.5", "50"))

    assert [problem.message for problem in project.examine().problems] == [
        "this cell stands already in line 7, with the same value", "this cell stands already in line 7, with 61.5 there and 50 here",
    ]


def test_scores_on_an_unknown_benchmark_are_one_problem(project):
    project.replace(LINDQVIST, "benchmark: night-watch, split: all", "benchmark: day-watch, split: none")

    assert project.codes() == ["L201"]
