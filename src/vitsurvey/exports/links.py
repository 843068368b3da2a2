"""The links that lead to a record: what uses it, and the scores that speak of it."""

from vitsurvey.schema import Backbone, Benchmark, Dataset, Method, Record
from vitsurvey.survey import Report, Survey


def reference(record: Record) -> str:
    """Return the name of a record that is its own among all kinds: methods/alpha-1.5."""
    return f"{record.KIND}/{record.id}"


def used_by(survey: Survey, record: Record) -> list[Record]:
    """Return the records that name this one, papers and results aside, methods first.

    What a user does with it follows from the two kinds: a method trains on a dataset, a dataset is made from one, a
    benchmark takes its images; a method holds a backbone, a backbone is made from one; a method builds on a method.
    """
    match record:
        case Backbone():
            return [*survey.using(record.id), *survey.made_into(record.id)]
        case Method():
            return [*survey.built_on(record.id)]
        case Dataset():
            return [
                *survey.trained_on(record.id), *survey.made_from(record.id), *survey.tested_with_images_of(record.id),
            ]
        case _:
            return []


def scores_about(survey: Survey, record: Record) -> list[Report]:
    """Return the scores of a method, or on a benchmark, that any source reports."""
    match record:
        case Method():
            return survey.scores_of(record.id)
        case Benchmark():
            return survey.scores_on(record.id)
        case _:
            return []
