"""The survey itself: what it is called and which facets it puts forward."""

import pytest
from pydantic import ValidationError

from vitsurvey.schema import About


def test_facets_are_put_forward_only_for_kinds_that_are_placed(survey):
    facts = survey.about.model_dump()
    assert About.model_validate(facts) == survey.about

    with pytest.raises(ValidationError, match="columns"):
        About.model_validate({**facts, "shows": {"columns": {"papers": ["fuel"]}}})


def test_nothing_has_to_be_put_forward(survey):
    facts = survey.about.model_dump(exclude={"shows"})

    assert About.model_validate(facts).shows.matrix is None
