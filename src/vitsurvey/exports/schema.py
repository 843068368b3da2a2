"""JSON Schema (2020-12) of record files, for completion and checks while they are being written."""

import json
from typing import Any

from vitsurvey.schema import FILES, KINDS

KINDS_OF_FILE = (*KINDS, *FILES)
"""Every kind of file below data/ that has a schema."""


def json_schema(kind: str) -> str:
    """Return the schema of one file of a kind. The id is the file's name and not part of it."""
    schema = ({**KINDS, **FILES})[kind].model_json_schema(by_alias=True)
    schema["properties"].pop("id")
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
    schema["title"] = f"{kind} of a survey" if kind in KINDS else f"{kind}.yaml of a survey"
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **_any_of(schema)}, ensure_ascii=False, indent=2) + "\n"


def _any_of(schema: Any) -> Any:  # noqa: ANN401 - JSON has no type of its own
    """Let alternatives overlap: a word for a missing value is also text, and `oneOf` would refuse what is both.

    Defaults are dropped: editors would write them into new files, where a key without a value is left out.
    """
    match schema:
        case dict():
            return {
                ("anyOf" if key == "oneOf" else key): _any_of(value) for key, value in schema.items() if key != "default"
            }
        case list():
            return [_any_of(value) for value in schema]
        case _:
            return schema
