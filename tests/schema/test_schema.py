"""Every kind is read from one folder, and every key a person writes is explained."""

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from vitsurvey.schema import FILES, KINDS, Record


def test_kinds_are_called_by_their_folders():
    assert {kind: shape.KIND for kind, shape in KINDS.items()} == {kind: kind for kind in KINDS}
    assert {kind: shape.KIND for kind, shape in FILES.items()} == {kind: kind for kind in FILES}


def shapes(shape: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if shape in seen:
        return
    seen.add(shape)
    yield shape
    for field in shape.model_fields.values():
        parts = [field.annotation]
        while parts:
            part = parts.pop()
            parts.extend(get_args(part))
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from shapes(part, seen)


@pytest.mark.parametrize("record", [*FILES.values(), *KINDS.values()], ids=lambda shape: shape.KIND)
def test_every_shape_is_frozen_closed_and_documented(record: type[Record]):
    for shape in shapes(record, set()):
        assert shape.model_config["frozen"], shape
        assert shape.model_config["extra"] == "forbid", shape
        assert (shape.__doc__ or "").rstrip().endswith("."), shape


def test_no_two_fields_of_a_shape_differ_in_case_only():
    for record in (*FILES.values(), *KINDS.values()):
        for shape in shapes(record, set()):
            assert len({name.lower() for name in shape.model_fields}) == len(shape.model_fields)
