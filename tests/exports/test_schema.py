"""JSON Schema: editors accept what the reader accepts, and complain of what it complains of."""

import json
import re

import pytest

from vitsurvey.document import parse
from vitsurvey.exports.schema import KINDS_OF_FILE, json_schema
from vitsurvey.schema import FILES

_CHECKED = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "description", "enum", "items", "maxItems", "maximum", "minItems",
    "minLength", "minimum", "pattern", "patternProperties", "prefixItems", "properties", "propertyNames", "required", "title", "type",
}
_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def accepts(schema, value, root):
    """Judge a value by the keywords that our schemas use; an unknown keyword is an error of this judge."""
    assert set(schema) <= _CHECKED, set(schema) - _CHECKED
    if "$ref" in schema and not accepts(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root):
        return False
    if "anyOf" in schema and not any(accepts(option, value, root) for option in schema["anyOf"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema and (not isinstance(value, _TYPES[schema["type"]]) or isinstance(value, bool) != (schema["type"] == "boolean")):
        return False
    match value:
        case str():
            return len(value) >= schema.get("minLength", 0) and re.search(schema.get("pattern", ""), value) is not None
        case bool() | None:
            return True
        case int() | float():
            return schema.get("minimum", value) <= value <= schema.get("maximum", value)
        case list():
            first = schema.get("prefixItems", [])
            parts = [(first[i] if i < len(first) else schema.get("items", {}), item) for i, item in enumerate(value)]
            fits = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
            return fits and all(accepts(part, item, root) for part, item in parts)
        case dict():
            return set(schema.get("required", ())) <= set(value) and all(
                any(accepts(part, item, root) for part in parts_for(schema, key)) for key, item in value.items()
            )


def parts_for(schema, key):
    if key in schema.get("properties", {}):
        return [schema["properties"][key]]
    matching = [part for pattern, part in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
    other = schema.get("additionalProperties", {})
    return matching or ([] if other is False else [{} if other is True else other])


@pytest.fixture
def files(survey):
    """Kind to the data of each of its files."""
    found = {}
    for (kind, _), document in survey.documents.items():
        found.setdefault(kind, []).append(parse(document.text.encode(), document.file).data)
    return found


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_every_file_of_the_fabricated_survey_is_accepted(files, kind):
    schema = json.loads(json_schema(kind))

    assert files[kind] != []
    assert all(accepts(schema, data, schema) for data in files[kind])


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_an_unknown_key_a_missing_key_and_an_id_are_refused(files, kind):
    schema = json.loads(json_schema(kind))
    data = files[kind][0]

    assert not accepts(schema, {**data, "yeer": 2023}, schema)
    assert not accepts(schema, {**data, "id": "x"}, schema)
    assert schema["required"] != []
    for key in schema["required"]:
        assert not accepts(schema, {name: value for name, value in data.items() if name != key}, schema)


@pytest.mark.parametrize(("kind", "key", "good", "bad"), [
    ("datasets", "samples", "not-reported", "many"), ("datasets", "samples", 5, -5), ("datasets", "design", {"fuel": "not-applicable"}, {"fuel": "wood"}),
    ("papers", "year", 2023, "2023"), ("papers", "arxiv", "2301.99901", 2301.99901), ("backbones", "parameters", "not-reported", 7),
])
def test_values_are_judged_as_the_reader_judges_them(files, kind, key, good, bad):
    schema = json.loads(json_schema(kind))
    data = files[kind][0]

    assert accepts(schema, {**data, key: good}, schema)
    assert not accepts(schema, {**data, key: bad}, schema)


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_schema_names_its_dialect_and_writes_nothing_into_new_files(kind):
    text = json_schema(kind)

    assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert '"default"' not in text
    assert text.endswith("}\n")


def test_the_survey_and_the_taxonomy_have_schemas_too():
    assert set(FILES) < set(KINDS_OF_FILE)


def test_the_schema_of_datasets_is_written_as_before(golden):
    golden("exports/datasets.schema.json", json_schema("datasets"))
