"""One kind of record as CSV (RFC 4180): one row a record, for results one row a score."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

from vitsurvey.schema import (
    KINDS,
    Author,
    Evidence,
    Lineage,
    Metric,
    Record,
    Results,
    Score,
    Source,
    Split,
    Stage,
    Variant,
)
from vitsurvey.schema.base import Shape
from vitsurvey.survey import Survey

_SHOWN: dict[type[Shape], Callable[[Any], str]] = {
    Author: lambda author: f"{author.family}, {author.given}" if author.given else author.family,
    Evidence: lambda evidence: evidence.url,
    Lineage: lambda lineage: lineage.method,
    Metric: lambda metric: metric.id,
    Split: lambda split: split.id,
    Stage: lambda stage: stage.name,
    Variant: lambda variant: variant.id,
}
"""What a cell says of a part that stands in a list."""
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?\Z")

Columns = dict[str, Callable[[Any], object]]


def kind_csv(survey: Survey, kind: str, records: Iterable[Record] | None = None) -> str:
    """Return the table of one kind, or of the given records of that kind, sorted by id.

    Columns follow the schema and the taxonomy, not the data: every export of a survey has the same ones. Lists are
    joined by "; ", a value that is missing for a stated reason keeps its word, any other is empty.
    """
    chosen = sorted(survey.records(kind).values() if records is None else records, key=lambda record: record.id)
    columns = _score_columns() if kind == Results.KIND else dict(_columns(survey, kind, KINDS[kind]))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for record in chosen:
        for row in _rows(record):
            writer.writerow([_cell(read(row)) for read in columns.values()])
    return text.getvalue()


def _rows(record: Record) -> Iterator[Any]:
    if isinstance(record, Results):
        yield from ((record, score) for score in record.scores)
    else:
        yield record


def _score_columns() -> Columns:
    def of_score(name: str) -> Callable[[Any], object]:
        return lambda row: getattr(row[1], name)

    def of_source(name: str) -> Callable[[Any], object]:
        return lambda row: getattr(row[0].source, name)

    scores = {name: of_score(name) for name in Score.model_fields}
    source = {f"source.{name}": of_source(name) for name in Source.model_fields}
    return {"results": lambda row: row[0].id, "paper": lambda row: row[0].paper, **scores, **source}


def _columns(survey: Survey, kind: str, shape: type[Record]) -> Iterator[tuple[str, Callable[[Any], object]]]:
    yield "id", lambda record: record.id
    for name, field in shape.model_fields.items():
        part = _part(field.annotation)
        if name in ("id", "aliases"):
            continue
        if name == "design":
            for facet in survey.taxonomy.design:
                if kind in facet.applies_to:
                    yield f"design.{facet.id}", _reader("design", facet.id)
        elif part is not None:
            for inner in part.model_fields:
                yield f"{name}.{inner}", _reader(name, inner)
        else:
            yield name, _reader(name)
    yield "aliases", _reader("aliases")


def _part(annotation: object) -> type[BaseModel] | None:
    """The shape of a field that holds one, such as links or a venue; None for lists and plain values."""
    kinds = (annotation, *(get_args(annotation) if None.__class__ in get_args(annotation) else ()))
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _reader(*path: str) -> Callable[[Any], object]:
    def read(value: Any) -> object:  # noqa: ANN401 - a path crosses models and mappings
        for step in path:
            value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
        return value
    return read


def _cell(value: object) -> object:
    """A value as a cell. Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers."""
    match value:
        case None:
            return ""
        case int() | float():
            return value
        case _:
            text = _flat(value)
            return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def _flat(value: object) -> str:
    match value:
        case tuple():
            return "; ".join(_flat(item) for item in value)
        case dict():
            return "; ".join(f"{key}: {_flat(item)}" for key, item in value.items())
        case Shape():
            return _SHOWN[type(value)](value)
        case _:
            return str(value)
