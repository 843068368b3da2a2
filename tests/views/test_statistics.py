"""Counts of what the survey holds, and what came last."""

import small
from vitsurvey.views.statistics import latest, statistics


def test_records_are_counted_as_there_are_files(survey, mini):
    found = statistics(survey)

    assert found.records == {kind: len(list((mini.data / kind).glob("*.yaml"))) for kind in ("papers", "backbones", "methods", "datasets", "benchmarks", "results")}
    assert (found.scores, found.sources) == (14, 3)


def test_every_method_is_counted_in_one_year_its_papers_where_it_has_no_date(survey):
    assert statistics(survey).years == {2019: 1, 2021: 1, 2022: 2}


def test_families_count_a_method_once_whatever_it_names_below_them(survey):
    assert [(family.id, count) for family, count in statistics(survey).families] == [("baking", 3), ("oven-keeping", 2)]
    twice = small.survey([small.method("ash", tasks=("kneading", "proving"))])
    assert [(family.id, count) for family, count in statistics(twice).families] == [("dough", 1), ("scoring", 0)]


def test_an_empty_survey_has_zeros():
    found = statistics(small.survey([]))

    assert (found.records["methods"], found.scores, found.sources, found.years) == (0, 0, 0, {})


def test_the_latest_are_first_and_what_has_no_date_is_not_among_them(survey):
    assert [record.id for record in latest(survey, 8)] == ["shared-oven", "listener", "hearthling", "loaf-test", "village-bakes"]
    assert [record.id for record in latest(survey, 2)] == ["shared-oven", "listener"]
    assert latest(small.survey([small.method("ash")]), 8) == []
