"""One record's facts as rows: its placements, training stages, lineage and scores."""

from dataclasses import dataclass

from vitsurvey.schema import Benchmark, Facet, Method, Metric, Split, Stage
from vitsurvey.survey import Placed, Report, Survey
from vitsurvey.views.leaderboard import in_words
from vitsurvey.views.table import Cell, placement_cell, records_cell


@dataclass(frozen=True, slots=True)
class Answer:
    """What a record says in one facet."""

    facet: Facet
    cell: Cell


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of training: the state of each part, in the order of the taxonomy, and its data."""

    stage: Stage
    states: tuple[tuple[Facet, str], ...]
    datasets: Cell


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score with everything a reader needs to judge it."""

    report: Report
    model: str
    benchmark: Benchmark
    split: Split
    metric: Metric
    words: str


def answers(survey: Survey, record: Placed) -> list[Answer]:
    """What a record says in every facet it speaks of, in the order of the taxonomy."""
    found = []
    for facet in survey.taxonomy.facets:
        cell = placement_cell(survey, record, facet.id)
        if cell.parts or cell.missing:
            found.append(Answer(facet, cell))
    return found


def stages(survey: Survey, method: Method) -> list[StageRow]:
    """The training stages of a method."""
    parts = [facet for facet in survey.taxonomy.design if facet.component]
    return [
        StageRow(
            stage,
            tuple((facet, stage.components[facet.id]) for facet in parts if facet.id in stage.components),
            records_cell(survey.datasets[dataset] for dataset in stage.datasets),
        )
        for stage in method.training
    ]


def score_rows(survey: Survey, reports: list[Report]) -> list[ScoreRow]:
    """Scores by benchmark, split, metric and model."""
    rows = []
    for report in reports:
        score = report.score
        benchmark = survey.benchmarks[score.benchmark]
        rows.append(ScoreRow(
            report, survey.model_name(score.model), benchmark,
            next(split for split in benchmark.splits if split.id == score.split),
            next(metric for metric in benchmark.metrics if metric.id == score.metric),
            in_words(report.score_class),
        ))
    rows.sort(key=lambda row: (
        row.benchmark.name.casefold(), row.split.id, row.metric.id, row.model.casefold(), row.report.results.id, row.report.place,
    ))
    return rows
