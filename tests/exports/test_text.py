"""Plain text for terminals."""

import pytest

from vitsurvey.checks import RULES
from vitsurvey.document import parse
from vitsurvey.exports.manual import rule_text, rules_text
from vitsurvey.exports.statistics import statistics_text
from vitsurvey.exports.text import CATEGORIES, aligned, kind_text, record_text
from vitsurvey.schema import KINDS


@pytest.mark.parametrize("kind", [*KINDS, CATEGORIES])
def test_a_list_is_written_as_before(survey, golden, kind):
    golden(f"text/list-{kind}.txt", kind_text(survey, kind))


@pytest.mark.parametrize(("kind", "name"), [
    ("papers", "lindqvist2020hearth"), ("backbones", "crust-net-s"), ("methods", "shared-oven"), ("datasets", "village-bakes"),
    ("benchmarks", "loaf-test"), ("results", "lecka2021listening"),
])
def test_a_record_is_shown_as_before(survey, golden, kind, name):
    golden(f"text/show-{kind}.txt", record_text(survey, survey.records(kind)[name]))


def test_every_value_of_every_record_is_shown(survey):
    def leaves(value):
        match value:
            case dict():
                return [leaf for item in value.values() for leaf in leaves(item)]
            case list():
                return [leaf for item in value for leaf in leaves(item)]
            case _:
                return [str(value)]

    for kind in set(KINDS) - {"papers", "results"}:  # authors and scores are shown in a form of their own
        for record in survey.records(kind).values():
            text = record_text(survey, record)
            data = parse(survey.document(record).text.encode(), record.id).data
            assert data != {}
            assert [leaf for leaf in leaves(data) if leaf not in text] == []


def test_statistics_are_written_as_before(survey, golden):
    golden("text/stats.txt", statistics_text(survey))


def test_every_rule_is_listed_once_with_its_level():
    lines = rules_text(RULES.values()).splitlines()

    assert [line.split()[:2] for line in lines] == [[code, rule.level] for code, rule in RULES.items()]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_a_page_with_all_that_it_says(code):
    rule, page = RULES[code], rule_text(RULES[code])

    assert page.startswith(f"{code} {rule.name} ({rule.level})\n")
    assert all(part in page for part in (rule.what, rule.why, rule.how[1:]))
    assert all(f"    {line}" in page for line in (*rule.bad.splitlines(), *rule.good.splitlines()))


def test_columns_begin_at_the_same_place_and_numbers_end_there():
    assert aligned([("a", 1, "x"), ("bcd", 22, "")], "  ") == "  a     1  x\n  bcd  22\n"
    assert aligned([]) == ""
