"""Datasets: stated sizes."""

import pytest
from pydantic import ValidationError

from vitsurvey.schema import Dataset


@pytest.mark.parametrize("counts", [{"ovens": -1}, {"ovens": "12"}, {"ovens": True}, {"Ovens": 12}])
def test_counts_are_whole_numbers_of_units(counts: dict[str, object]):
    assert Dataset.model_validate({"id": "a", "name": "A", "counts": {"ovens": 12}}).counts == {"ovens": 12}

    with pytest.raises(ValidationError, match="counts"):
        Dataset.model_validate({"id": "a", "name": "A", "counts": counts})
