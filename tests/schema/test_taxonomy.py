"""The vocabulary: families, leaves and the two axes."""

import pytest
from pydantic import ValidationError

from vitsurvey.schema import Category, Facet


def test_walking_a_facet_meets_parents_before_children(survey):
    assert [category.id for category in survey.taxonomy.task.walk()] == [
        "baking", "loaf-baking", "flatbread-baking", "oven-keeping", "heat-holding", "steam-control",
    ]


def test_leaves_hold_records(survey):
    assert [category.id for category in survey.facets["fuel"].leaves()] == ["wood", "charcoal", "electric"]
    solid = survey.categories["fuel"]["solid-fuel"]
    assert [category.id for category in solid.leaves()] == ["wood", "charcoal"]
    assert [category.id for category in survey.categories["fuel"]["wood"].leaves()] == ["wood"]


def test_the_task_axis_comes_first(survey):
    assert [facet.id for facet in survey.taxonomy.facets] == ["task", "heat-model", "crumb-sensor", "fuel", "provenance"]


@pytest.mark.parametrize("missing", ["id", "title", "definition", "includes", "origin"])
def test_a_category_is_defined(missing: str):
    facts = {"id": "a", "title": "A", "definition": "What.", "includes": "When.", "origin": "survey"}
    del facts[missing]

    with pytest.raises(ValidationError, match=missing):
        Category.model_validate(facts)


@pytest.mark.parametrize(("key", "value"), [
    ("applies_to", []), ("applies_to", ["papers"]), ("categories", []), ("component", "yes"), ("component", 1), ("origin", "ours"),
])
def test_a_facet_asks_some_kind_a_question_with_answers(key: str, value: object):
    category = {"id": "a", "title": "A", "definition": "What.", "includes": "When.", "origin": "survey"}
    facts = {"id": "f", "title": "F", "definition": "What.", "applies_to": ["methods"], "categories": [category]}
    assert Facet.model_validate(facts).component is False

    with pytest.raises(ValidationError, match=key):
        Facet.model_validate({**facts, key: value})
