"""Benchmarks: metrics with a direction, splits with a size."""

import pytest
from pydantic import ValidationError

from vitsurvey.schema import Metric, Split


def test_a_range_is_open_where_it_says_null():
    assert Metric(id="drift", name="Drift", range=[0, None], direction="lower").range == (0, None)
    assert Metric(id="drift", name="Drift", direction="lower").range == (None, None)


@pytest.mark.parametrize("ends", [[0], [0, 1, 2], ["0", "1"], [0, True], [0, float("inf")], "0-100"])
def test_a_range_is_two_numbers(ends: object):
    with pytest.raises(ValidationError, match="range"):
        Metric.model_validate({"id": "drift", "name": "Drift", "direction": "lower", "range": ends})


def test_a_metric_says_which_end_is_better():
    with pytest.raises(ValidationError, match="direction"):
        Metric.model_validate({"id": "drift", "name": "Drift"})


def test_a_split_may_be_nameless_and_of_unknown_size():
    assert Split(id="test", size="not-reported").name is None
