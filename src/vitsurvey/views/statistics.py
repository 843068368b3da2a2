"""Counts of a survey: what it holds, and what came last."""

from collections import Counter
from dataclasses import dataclass

from vitsurvey.schema import KINDS, Category, Named
from vitsurvey.survey import Survey


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of records by kind, scores, and sources of scores."""

    records: dict[str, int]
    scores: int
    sources: int
    years: dict[int, int]
    """Year of release to number of methods."""
    families: tuple[tuple[Category, int], ...]
    """Top-level task category to number of methods under it."""


def statistics(survey: Survey) -> Statistics:
    """Count what a survey holds."""
    years = Counter(
        int(method.released[:4]) if method.released else survey.papers[method.paper].year
        for method in survey.methods.values()
    )
    task = survey.taxonomy.task
    return Statistics(
        records={kind: len(survey.records(kind)) for kind in KINDS},
        scores=len(survey.reports),
        sources=len(survey.results),
        years=dict(sorted(years.items())),
        families=tuple((family, len(survey.methods_under(task.id, family.id))) for family in task.categories),
    )


def latest(survey: Survey, most: int) -> list[Named]:
    """The most recently released methods, datasets and benchmarks, newest first."""
    dated = [record for record in survey.placed() if record.released]
    dated.sort(key=lambda record: record.name.casefold())
    dated.sort(key=lambda record: record.released or "", reverse=True)
    return list(dated[:most])
