"""The two ways in: `examine` tells everything, `load` gives a survey or raises."""

from datetime import date

import pytest

from vitsurvey.checks import RULES, check, examine, load
from vitsurvey.problems import Level, SurveyError, in_order


def test_the_fabricated_survey_is_complete_and_valid(mini):
    examination = examine(mini)

    assert examination.problems == ()
    assert examination.files == 22
    assert examination.survey is not None


def test_problems_come_in_order_and_are_told_apart_by_level(project):
    project.replace("data/papers/okafor2019crustnet.yaml", "year: 2019", "year: 2018")
    project.replace("data/methods/hearthling.yaml", "fuel: [wood]", "fuel: [peat]")
    project.replace("data/taxonomy.yaml", "      - id: electric", "      - id: gas\n        title: Gas\n        definition: Gas.\n        includes: Gas.\n        origin: survey\n      - id: electric")

    examination = project.examine()

    assert [problem.rule.code for problem in examination.problems] == ["L202", "P404", "C504"]
    assert examination.problems == in_order(examination.problems)
    assert [problem.rule.code for problem in examination.errors] == ["L202", "P404"]
    assert [problem.rule.code for problem in examination.warnings] == ["C504"]


def test_a_survey_with_errors_is_not_loaded(project):
    project.replace("data/methods/hearthling.yaml", "fuel: [wood]", "fuel: [peat]")

    with pytest.raises(SurveyError, match=r"1 errors .* data/methods/hearthling\.yaml:9:10: unknown category") as caught:
        load(project.project)
    assert [problem.rule.code for problem in caught.value.problems] == ["L202"]


def test_a_survey_with_warnings_is_loaded(project):
    project.write("data/backbones/crust-net-m.yaml", (project.root / "data/backbones/crust-net-l.yaml").read_bytes())

    assert "crust-net-m" in load(project.project).backbones


def test_without_a_vocabulary_there_is_no_survey(project):
    project.write("data/taxonomy.yaml", "task: {}\n")

    assert project.examine().survey is None
    with pytest.raises(SurveyError):
        load(project.project)


def test_today_is_the_day_of_the_calendar_unless_given(project):
    project.replace("data/methods/hearthling.yaml", "2019-11-30", date.today().isoformat())

    assert examine(project.project).problems == ()
    assert {problem.rule.code for problem in examine(project.project, date(2024, 6, 1)).problems} == {"P407"}


def test_checking_twice_says_the_same(project):
    project.replace("data/methods/hearthling.yaml", "fuel: [wood]", "fuel: [peat, wood, wood]")
    survey = project.examine().survey

    assert list(check(survey, date(2025, 1, 1))) == list(check(survey, date(2025, 1, 1)))


def test_only_coverage_warns():
    assert [code for code, rule in RULES.items() if rule.level is Level.WARNING] == ["C503", "C504", "C505"]
