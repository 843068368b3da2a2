"""What a survey holds, in numbers, as plain text for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from vitsurvey.exports.text import aligned
from vitsurvey.schema import Facet
from vitsurvey.survey import Placed, Survey
from vitsurvey.views.statistics import statistics

_ANSWERS = ("placed", "not-reported", "not-applicable", "silent")


def statistics_text(survey: Survey) -> str:
    """Return counts by kind, by task, by year, and how many records of each kind answer each facet."""
    counted = statistics(survey)
    primary = Counter(_family(survey, method.tasks[0]) for method in survey.methods.values())
    blocks: list[tuple[str, list[tuple[object, ...]]]] = [
        ("Records", [*counted.records.items(), ("scores", counted.scores), ("sources of scores", counted.sources)]),
        ("Methods by task", [
            ("", "first task", "any task"),
            *((family.title, primary[family.id], count) for family, count in counted.families),
        ]),
        ("Methods by year", [(str(year), count) for year, count in counted.years.items()]),
        ("Answers to each facet", [("", "", *_ANSWERS), *_coverage(survey)]),
    ]
    return "\n".join(f"{heading}\n{aligned(rows, '  ')}" for heading, rows in blocks)


def _family(survey: Survey, task: str) -> str:
    """The outermost task category above a task, or the task itself when it stands at the top."""
    above = survey.families[survey.taxonomy.task.id, task]
    return above[0].id if above else task


def _coverage(survey: Survey) -> Iterator[tuple[object, ...]]:
    for kind in ("methods", "datasets", "benchmarks"):
        records = [record for record in survey.placed() if kind == record.KIND]
        for facet in survey.taxonomy.facets:
            if kind in facet.applies_to:
                counts = Counter(_answers(survey, facet, records))
                yield kind, facet.title, *(counts[answer] for answer in _ANSWERS)


def _answers(survey: Survey, facet: Facet, records: Iterable[Placed]) -> Iterator[str]:
    for record in records:
        word = record.design.get(facet.id)
        if isinstance(word, str):
            yield word
        else:
            yield "placed" if survey.placements(record, facet.id) else "silent"
