"""Records and whole surveys as JSON. Values at their default are left out, as in the files."""

import json
from collections.abc import Iterable
from typing import Any

from vitsurvey.exports.links import reference, scores_about, used_by
from vitsurvey.schema import KINDS, Paper, Record, plain
from vitsurvey.survey import Report, Survey

SCHEMA_VERSION = 1
"""Raised when a reader of these files would have to change."""
_END = "\n}\n"
"""How an object ends."""


def record_json(survey: Survey, record: Record) -> str:
    """Return one record, with the links that lead back to it: `introduced`, `results`, `used_by` and `scores`."""
    found: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": record.KIND, "id": record.id, "record": _values(record)}
    if isinstance(record, Paper):
        found["introduced"] = [reference(named) for named in survey.introduced_by(record.id)]
        found["results"] = [reference(results) for results in survey.results_of(record.id)]
    found["used_by"] = [reference(user) for user in used_by(survey, record)]
    found["scores"] = [_score(report) for report in scores_about(survey, record)]
    return _text({key: value for key, value in found.items() if value != []})


def survey_json(survey: Survey, kind: str | None = None, records: Iterable[Record] | None = None) -> str:
    """Return the whole database, or one kind of it, or only the given records of that kind, as one object."""
    chosen = {
        name: list(survey.records(name).values() if records is None else records)
        for name in KINDS if kind in (None, name)
    }
    counts = {name: len(found) for name, found in chosen.items()}
    if "results" in chosen:
        counts["scores"] = sum(len(survey.results[results.id].scores) for results in chosen["results"])
    head = _text({
        "schema_version": SCHEMA_VERSION,
        "survey": _values(survey.about),
        "counts": counts,
        **({"taxonomy": _values(survey.taxonomy)} if kind is None else {}),
    })
    kinds = ",\n".join(f'    "{name}": {_array(found)}' for name, found in chosen.items())
    return f'{head.removesuffix(_END)},\n  "kinds": {{\n{kinds}\n  }}{_END}'


def _array(records: Iterable[Record]) -> str:
    """Records as the elements of a list three levels deep, made one by one: as values all of them would fill the memory."""
    ordered = sorted(records, key=lambda record: record.id)
    texts = (_text({"id": record.id, **_values(record)}).rstrip().replace("\n", "\n      ") for record in ordered)
    return "[\n      " + ",\n      ".join(texts) + "\n    ]" if ordered else "[]"


def _values(record: Record) -> dict[str, Any]:
    return {key: value for key, value in plain(record).items() if key != "id"}


def _score(report: Report) -> dict[str, Any]:
    return {"results": report.results.id, **plain(report.score)}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
