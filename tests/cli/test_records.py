"""list, show, stats and rules print what the library writes."""

import pytest

from vitsurvey.checks import RULES
from vitsurvey.cli.records import KINDS as LISTED
from vitsurvey.exports.manual import rule_text, rules_text
from vitsurvey.exports.statistics import statistics_text
from vitsurvey.exports.text import CATEGORIES, kind_text, record_text
from vitsurvey.schema import KINDS


def test_all_kinds_and_the_categories_can_be_listed():
    assert [*LISTED] == [*KINDS, CATEGORIES]


@pytest.mark.parametrize("kind", LISTED)
def test_list_prints_a_kind(run, survey, kind):
    result = run("list", kind)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == kind_text(survey, kind) != ""


def test_an_unknown_kind_is_a_usage_error(run):
    assert run("list", "ovens").exit_code == 2


@pytest.mark.parametrize("name", ["listener", "methods/listener", "crumb-listener"])
def test_show_prints_a_record_by_any_of_its_names(run, survey, name):
    result = run("show", name)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == record_text(survey, survey.methods["listener"])


@pytest.mark.parametrize(("name", "message"), [
    ("hearthlin", "no record is called 'hearthlin': did you mean 'hearthling'?"),
    ("oduya2022shared", "'oduya2022shared' is more than one record: say which: papers/oduya2022shared or results/oduya2022shared"),
])
def test_show_of_no_record_or_several_fails_with_a_hint(run, name, message):
    result = run("show", name)

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


def test_stats_prints_the_numbers(run, survey):
    result = run("stats")

    assert (result.exit_code, result.stdout, result.stderr) == (0, statistics_text(survey), "")


def test_rules_lists_all_and_explains_one(run):
    assert run("rules").stdout == rules_text(RULES.values())
    assert run("rules", "S102").stdout == run("rules", "s102").stdout == rule_text(RULES["S102"])


def test_rules_need_no_survey(run, tmp_path):
    assert run("rules", root=tmp_path).exit_code == 0


def test_an_unknown_rule_fails_with_a_hint(run):
    result = run("rules", "S1O2")

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: there is no rule 'S1O2': did you mean 'S102'?\n")
