"""One record's facts as rows: its placements, its training stages, its scores."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitsurvey.schema import Benchmark, Facet, Method, Metric, Split, Stage
from vitsurvey.survey import Placed, Report, ScoreClass, Survey
from vitsurvey.views.leaderboard import in_words, numbered
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
class Model:
    """A column of a score grid: method/variant and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One comparability class: what it measures, what its numbers share, and each model's reports."""

    benchmark: Benchmark
    split: Split
    metric: Metric
    words: str
    cells: tuple[tuple[tuple[Report, ...], ...], ...]
    """For each model its reports, those of one value together: a cell with two groups is a disagreement."""


@dataclass(frozen=True, slots=True)
class ScoreGrid:
    """Scores with one line a comparability class and one column a model. Notes of single values are numbered."""

    models: tuple[Model, ...]
    lines: tuple[ScoreLine, ...]
    notes: dict[str, int]


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


def score_grid(survey: Survey, reports: list[Report]) -> ScoreGrid:
    """Set scores out as a grid; lines by benchmark, split, metric and setting, columns by the models' names."""
    models = sorted({report.score.model for report in reports}, key=lambda model: (survey.model_name(model).casefold(), model))
    places: dict[ScoreClass, dict[str, list[Report]]] = {}
    for report in reports:
        places.setdefault(report.score_class, {}).setdefault(report.score.model, []).append(report)
    lines = [
        ScoreLine(*survey.measured(key), in_words(key), tuple(_by_value(cells.get(model, ())) for model in models))
        for key, cells in places.items()
    ]
    lines.sort(key=lambda line: (line.benchmark.name.casefold(), line.split.id, line.metric.id, line.words))
    notes = numbered(report for line in lines for cell in line.cells for group in cell for report in group)
    return ScoreGrid(tuple(Model(model, survey.model_name(model)) for model in models), tuple(lines), notes)


def _by_value(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    groups: dict[float, list[Report]] = {}
    for report in reports:
        groups.setdefault(report.score.value, []).append(report)
    return tuple(tuple(group) for group in groups.values())
