"""Progress: a step only where every earlier number is beaten, on the board with most dated models."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import benchmark, method, results, score, survey
from vitsurvey.views.leaderboard import boards
from vitsurvey.views.progress import progress

DAYS = st.tuples(st.integers(2019, 2022), st.integers(1, 12), st.integers(1, 28)).map(lambda day: f"{day[0]}-{day[1]:02}-{day[2]:02}")
MODELS = st.lists(st.tuples(st.one_of(st.none(), DAYS), st.integers(0, 9)), min_size=1, max_size=9)


def found(drawn, **values):
    made = survey(
        [method(f"m{i}", released=released) for i, (released, _) in enumerate(drawn)],
        [results("src", [score(f"m{i}", value, **values) for i, (_, value) in enumerate(drawn)])],
    )
    return progress(made, boards(made, benchmark()))


@given(MODELS, st.sampled_from([("rise", 1), ("drift", -1)]))
def test_a_step_beats_every_earlier_number_and_nothing_else_does(drawn, metric):
    name, sign = metric
    shown = found(drawn, metric=name)

    dated = sorted((day, sign * value) for day, value in drawn if day)
    if shown is None:
        assert len(dated) < 5
        return
    assert len(shown.points) == len(dated) >= 5
    assert shown.left_out == len(drawn) - len(dated)
    assert [point.when for point in shown.points] == sorted(point.when for point in shown.points)
    best = {day: max(value for other, value in dated if other == day) for day, _ in dated}
    expected = [(day, value) for day, value in sorted(best.items()) if all(value > before for other, before in dated if other < day)]
    assert [(point.released, sign * point.value) for point in shown.records] == expected
    assert shown.points[0].improves


@pytest.mark.parametrize("values", [{"metric": "hue"}, {"setting": "not-reported"}])
def test_what_is_not_ranked_has_no_progress(values):
    assert found([("2020-01-01", i) for i in range(6)], **values) is None


def test_the_day_of_a_variant_goes_before_that_of_its_method():
    variants = [{"id": str(i), "name": f"M {i}", **({"released": f"202{i}-01"} if i else {})} for i in range(5)]
    made = survey([method("m", released="2019-06", variants=variants)], [results("src", [score(f"m/{i}", 9 - i) for i in range(5)])])

    shown = progress(made, boards(made, benchmark()))

    assert [(point.name, point.released, point.improves) for point in shown.points] == [
        ("M 0", "2019-06", True), ("M 1", "2021-01", False), ("M 2", "2022-01", False), ("M 3", "2023-01", False), ("M 4", "2024-01", False),
    ]


def test_the_board_with_most_dated_models_is_shown():
    methods = [method(f"m{i}", released="2020-01" if i < 5 else None) for i in range(9)]
    few = [score(f"m{i}", i, split="test") for i in (0, *range(5, 9))]
    many = [score(f"m{i}", i, split="dev") for i in range(5)]
    made = survey(methods, [results("src", [*few, *many])])

    assert progress(made, boards(made, benchmark())).board.split.id == "dev"
