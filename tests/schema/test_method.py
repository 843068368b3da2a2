"""Methods: variants, stages, lineage, and how scores name a model."""

import pytest
from pydantic import TypeAdapter, ValidationError

from vitsurvey.schema import Lineage, Stage, Variant
from vitsurvey.schema.method import ModelRef


@pytest.mark.parametrize(("name", "accepted"), [
    ("hearthling", True), ("shared-oven/s", True), ("llava-1.5/7b", True), ("a/b/c", False), ("a/", False), ("/b", False),
    ("A/b", False), ("a b", False), ("", False),
])
def test_the_form_of_models(name: str, accepted: bool):  # noqa: FBT001 - a table's column
    try:
        TypeAdapter(ModelRef).validate_python(name)
    except ValidationError:
        assert not accepted
    else:
        assert accepted


def test_a_stage_says_what_happens_to_each_part():
    assert Stage(name="One", components={"heat-model": "frozen"}).components == {"heat-model": "frozen"}
    with pytest.raises(ValidationError, match="trained"):
        Stage(name="One", components={"heat-model": "tuned"})


def test_lineage_says_what_changed():
    with pytest.raises(ValidationError, match="changes"):
        Lineage(method="hearthling", changes=())


def test_a_variant_needs_an_id_and_a_name_only():
    variant = Variant(id="s", name="Small")

    assert (variant.parameters, variant.released, variant.backbones, variant.weights) == (None, None, (), None)
