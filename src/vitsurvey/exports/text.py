"""Records as plain text for a terminal: one with all it says, or a kind as a list."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vitsurvey.exports.links import reference, scores_about, used_by
from vitsurvey.schema import Paper, Record, Results, plain
from vitsurvey.survey import Report, Survey

CATEGORIES = "categories"
"""What `kind_text` lists besides the kinds of record: the vocabulary, in the form that conditions take."""


def aligned(rows: Iterable[Sequence[object]], indent: str = "") -> str:
    """Return rows as lines whose columns begin at the same place; a column with numbers stands flush right."""
    table = [tuple(row) for row in rows]
    columns = [
        (max(len(str(cell)) for cell in column), any(isinstance(cell, int | float) for cell in column))
        for column in zip(*table, strict=True)
    ]
    lines = []
    for row in table:
        cells = [
            str(cell).rjust(width) if numeric else str(cell).ljust(width)
            for cell, (width, numeric) in zip(row, columns, strict=True)
        ]
        lines.append(f"{indent}{'  '.join(cells)}".rstrip() + "\n")
    return "".join(lines)


def kind_text(survey: Survey, kind: str) -> str:
    """Return the ids and names of one kind, or of the categories of every facet, as aligned lines."""
    if kind == CATEGORIES:
        return aligned((f"{facet.id}={category.id}", category.title) for facet in survey.taxonomy.facets for category in facet.walk())
    return aligned((record.id, _named(record)) for _, record in sorted(survey.records(kind).items()))


def record_text(survey: Survey, record: Record) -> str:
    """Return everything a record says, what leads to it, and the scores that speak of it."""
    values = {key: value for key, value in plain(record).items() if key not in _ELSEWHERE}
    if isinstance(record, Paper):
        values["authors"] = [author.full for author in record.authors]
    if "evidence" in values:
        values["evidence"] = values.pop("evidence")  # read last
    lines = [_title(record), f"{reference(record)}  ({survey.document(record).file})", "", *_lines(values)]
    for heading, records in _back(survey, record).items():
        lines += ["", heading, *aligned(((reference(r), _named(r)) for r in records), "  ").splitlines()]
    own = isinstance(record, Results)
    reports = [r for r in survey.reports if r.results is record] if own else scores_about(survey, record)
    if reports:
        lines += ["", "scores", *aligned((_score_row(r, own=own) for r in reports), "  ").splitlines()]
    return "\n".join(lines) + "\n"


_ELSEWHERE = ("id", "name", "title", "scores")
"""Keys whose values stand in the heading or in a table."""


def _score_row(report: Report, *, own: bool) -> tuple[object, ...]:
    score = report.score
    setting = score.setting if score.shots is None else f"{score.setting} ({score.shots})"
    source = (score.where or "") if own else reference(report.results)
    return score.model, score.benchmark, score.split, score.metric, score.value, setting, score.harness, source


def _back(survey: Survey, record: Record) -> dict[str, Sequence[Record]]:
    found: dict[str, Sequence[Record]] = {"used by": used_by(survey, record)}
    if isinstance(record, Paper):
        found |= {"introduces": survey.introduced_by(record.id), "reports": survey.results_of(record.id)}
    return {heading: records for heading, records in found.items() if records}


def _title(record: Record) -> str:
    return f"Scores of {record.paper}" if isinstance(record, Results) else record.title_text


def _named(record: Record) -> str:
    if isinstance(record, Results):
        return f"{len(record.scores)} scores from {record.source.url}"
    return record.title_text


def _lines(values: dict[str, Any], indent: str = "") -> Iterator[str]:
    """A mapping as lines: short values beside their key, parts and sentences below it."""
    width = max((len(key) for key, value in values.items() if _is_short(value)), default=0)
    for key, value in values.items():
        if _is_short(value):
            yield f"{indent}{key.ljust(width)}  {_short(value)}"
        else:
            yield f"{indent}{key}"
            yield from _parts(value, f"{indent}  ")


def _parts(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - plain data has no common type
    if isinstance(value, dict):
        yield from _lines(value, indent)
        return
    for item in value:
        if isinstance(item, dict):
            inner = list(_lines(item, f"{indent}  "))
            yield f"{indent}- {inner[0].lstrip()}"
            yield from inner[1:]
        else:
            yield f"{indent}- {item}"


def _is_short(value: object) -> bool:
    """Whether a value fits beside its key: anything but a mapping, a list of parts, or a list of sentences."""
    if isinstance(value, list):
        return all(not isinstance(item, dict | list) and len(str(item).split()) <= _FEW for item in value)
    return not isinstance(value, dict)


_FEW = 5
"""Words; more than these make a sentence, and a list of sentences is read line by line."""


def _short(value: object) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
