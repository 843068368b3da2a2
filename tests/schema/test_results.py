"""Results: one source, and each of its scores as printed."""

import pytest
from pydantic import ValidationError

from vitsurvey.schema import Score

FACTS = {"model": "a/b", "benchmark": "c", "split": "test", "metric": "rise", "value": 62.0, "setting": "zero-shot"}


def test_a_harness_nobody_named_is_not_reported():
    assert Score.model_validate(FACTS).harness == "not-reported"


@pytest.mark.parametrize("missing", FACTS)
def test_a_score_without_one_of_its_parts_is_none(missing: str):
    with pytest.raises(ValidationError, match=missing):
        Score.model_validate({key: value for key, value in FACTS.items() if key != missing})


@pytest.mark.parametrize(("key", "value"), [
    ("value", "62"), ("value", True), ("value", float("nan")), ("shots", 0), ("shots", True), ("shots", "4"), ("setting", "zeroshot"),
    ("model", "A/b"), ("note", "two\nlines"),
])
def test_scores_hold_numbers_and_known_words(key: str, value: object):
    with pytest.raises(ValidationError, match=key):
        Score.model_validate({**FACTS, key: value})
