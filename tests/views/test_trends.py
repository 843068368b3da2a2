"""Trends: every dated method is counted once, shares come to one, and what is left out is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import FACET, FLOURS, TASKS, category, method, survey, taxonomy
from vitsurvey.schema import Facet
from vitsurvey.views import periods
from vitsurvey.views.trends import SERIES, Trend, choices_over_time, methods_over_time

DATES = st.one_of(
    st.none(), st.integers(2018, 2024).map(str), st.dates().filter(lambda day: 2015 <= day.year <= 2025).map(str),
    st.tuples(st.integers(2018, 2024), st.integers(1, 12)).map(lambda when: f"{when[0]}-{when[1]:02}"),
)
CHOSEN = st.one_of(st.just({}), st.just({FACET: "not-reported"}), st.lists(st.sampled_from(FLOURS), min_size=1, unique=True).map(lambda flours: {FACET: flours}))
METHODS = st.lists(st.tuples(DATES, st.lists(st.sampled_from(TASKS), min_size=1, unique=True), CHOSEN), max_size=12)


def made(drawn):
    return survey(method(f"m{i}", released=released, tasks=tasks, design=design) for i, (released, tasks, design) in enumerate(drawn))


def whole(trend: Trend) -> None:
    """What every trend keeps to: one value a period, periods without a hole."""
    assert len(trend.periods) == len(trend.totals) == len(set(trend.periods))
    assert all(len(series.values) == len(trend.periods) for series in trend.series)
    assert trend.totals[0] > 0 < trend.totals[-1]
    assert len([series for series in trend.series if series.target]) <= SERIES


@given(METHODS)
def test_every_method_is_counted_once_or_left_out(drawn):
    trend = methods_over_time(made(drawn))

    dated = [released for released, _, _ in drawn if released and "-" in released]
    if trend is None:
        assert not dated
        return
    whole(trend)
    assert trend.total == sum(sum(series.values) for series in trend.series) == len(dated)
    assert trend.total + trend.left_out == len(drawn)
    for place, total in enumerate(trend.totals):
        assert sum(series.values[place] for series in trend.series) == total
    assert trend.most[1] == max(trend.totals) == trend.totals[trend.periods.index(trend.most[0])]


@given(METHODS)
def test_the_shares_of_a_period_come_to_one_and_of_an_empty_one_to_none(drawn):
    found = made(drawn)
    trend = choices_over_time(found, found.facets[FACET])

    naming = [released for released, _, design in drawn if isinstance(design.get(FACET), list)]
    dated = [released for released in naming if released and "-" in released]
    if trend is None:
        assert not dated
        return
    whole(trend)
    assert (trend.total, trend.left_out) == (len(dated), len(naming) - len(dated))
    for place, total in enumerate(trend.totals):
        assert sum(series.values[place] for series in trend.series) == pytest.approx(1 if total else 0)


def test_a_method_counts_under_the_family_of_its_first_task_in_its_quarter():
    trend = methods_over_time(survey([
        method("ash", released="2020-03-31", tasks=["proving", "scoring"]), method("birch", released="2020-04", tasks=["scoring", "kneading"]),
        method("cedar", released="2020-12", tasks=["kneading"]), method("elm", released="2020"),
    ]))

    assert trend.periods == ("2020 Q1", "2020 Q2", "2020 Q3", "2020 Q4")
    assert {series.title: series.values for series in trend.series} == {"Dough": (1, 0, 0, 1), "Scoring": (0, 1, 0, 0)}
    assert [series.target.id for series in trend.series] == ["dough", "scoring"]  # the most used first
    assert trend.left_out == 1


def test_a_method_that_names_several_choices_counts_for_each_in_equal_parts():
    found = survey([
        method("ash", released="2020-01", design={FACET: ["rye", "spelt"]}), method("birch", released="2020-06", design={FACET: ["rye"]}),
        method("cedar", released="2021-07", design={FACET: ["wheat"]}),
    ])
    trend = choices_over_time(found, found.facets[FACET])

    assert trend.periods == ("2020 H1", "2020 H2", "2021 H1", "2021 H2")
    assert trend.totals == (2, 0, 0, 1)
    assert {series.title: series.values for series in trend.series} == {"Rye": (0.75, 0, 0, 0), "Spelt": (0.25, 0, 0, 0), "Wheat": (0, 0, 0, 1)}


@pytest.mark.parametrize(("kinds", "last"), [(6, "Kind5"), (7, "Kind6"), (9, "3 others")])
def test_the_least_used_choices_are_one_series(kinds, last):
    known = [f"kind{i}" for i in range(kinds)]
    facet = Facet(id="kind", title="Kind", definition="Kind.", applies_to=("methods",), categories=tuple(map(category, known)))
    base = survey([])
    methods = [method(f"m{i}-{n}", released="2020-01", design={"kind": [kind]}) for i, kind in enumerate(known) for n in range(kinds - i)]
    found = type(base)(**{**vars(base), "taxonomy": taxonomy().model_copy(update={"design": (facet,)}), "methods": {m.id: m for m in methods}})

    trend = choices_over_time(found, facet)

    assert trend.series[-1].title == last
    assert len(trend.series) == min(kinds, SERIES + 1)
    assert [series.title for series in trend.series[:2]] == ["Kind0", "Kind1"]


def test_the_largest_move_is_between_periods_with_enough_methods():
    def some(count, day, flour):
        return [method(f"{flour}{day}{i}", released=day, design={FACET: [flour]}) for i in range(count)]

    found = survey([
        *some(1, "2019-01", "wheat"), *some(2, "2020-01", "rye"), *some(2, "2020-03", "wheat"), *some(1, "2020-02", "spelt"),
        *some(1, "2021-01", "rye"), *some(5, "2021-02", "spelt"), *some(4, "2022-01", "wheat"),
    ])
    change = choices_over_time(found, found.facets[FACET]).change

    assert (change.series.title, change.first, change.last) == ("Spelt", "2020 H1", "2021 H1")
    assert (change.before, change.after) == (pytest.approx(1 / 5), pytest.approx(5 / 6))


def test_two_methods_are_no_movement(survey):
    assert choices_over_time(survey, survey.facets["fuel"]).change is None


def test_without_dates_there_is_no_trend():
    found = survey([method("ash", released="2020", design={FACET: ["rye"]})])

    assert methods_over_time(found) is None
    assert choices_over_time(found, found.facets[FACET]) is None


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
def test_periods_follow_the_calendar(year, month, day):
    months = periods.month(f"{year}-{month:02}-{day:02}")

    assert months == periods.month(f"{year}-{month:02}")
    assert periods.name(periods.period(months, periods.QUARTER), periods.QUARTER) == f"{year} Q{(month + 2) // 3}"
    assert periods.name(periods.period(months, periods.HALF), periods.HALF) == f"{year} H{1 if month < 7 else 2}"
    assert year <= periods.day(f"{year}-{month:02}-{day:02}") < year + 1


@pytest.mark.parametrize("released", [None, "2020"])
def test_a_year_is_no_month(released):
    assert periods.month(released) is periods.day(released) is None
