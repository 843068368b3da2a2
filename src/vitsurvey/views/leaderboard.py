"""Leaderboards: the scores on one benchmark, ranked only inside one comparability class."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from vitsurvey.schema import Benchmark, Metric, Split
from vitsurvey.survey import Report, ScoreClass, Survey
from vitsurvey.views.table import Cell, parameters_cell

_NO_SLUG = re.compile(r"[^a-z0-9.]+")
_ENOUGH_TO_MARK = 3
"""The better of two is no finding."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One model's place. `rank` is None where values are not ranked; equal values share a rank."""

    rank: int | None
    model: str
    report: Report
    """The value that is ranked: the method's own report if there is one, else that of the first source by name."""
    others: tuple[Report, ...]
    """What other sources report for the same model in the same class."""
    place: Literal["best", "second", ""]
    """Whether its value is the best or the second best of a ranked class of at least three models."""
    parameters: Cell
    """Of the variant, as stated."""
    released: str | None
    """First public date of the variant, else of the method."""

    @property
    def spread(self) -> float:
        """How far the reported values lie apart; 0 when the sources agree."""
        values = [report.score.value for report in (self.report, *self.others)]
        return max(values) - min(values)


@dataclass(frozen=True, slots=True)
class Board:
    """One comparability class: its split, its metric, what its numbers share in words, and the standings."""

    score_class: ScoreClass
    split: Split
    metric: Metric
    standings: tuple[Standing, ...]
    notes: dict[str, int]
    """What sources say about single values, numbered in the order of the standings."""

    @property
    def ranked(self) -> bool:
        """Whether its numbers are ranked."""
        return is_ranked(self.score_class, self.metric)

    @property
    def anchor(self) -> str:
        """Where it stands on its benchmark's page: what sets its class apart from the others there."""
        key = self.score_class
        setting = f"{key.shots}-shot" if key.shots else key.setting
        parts = (key.split, key.metric, setting, "" if key.harness == "not-reported" else key.harness)
        return "--".join(_NO_SLUG.sub("-", part.casefold()).strip("-") for part in parts if part)


def is_ranked(key: ScoreClass, metric: Metric) -> bool:
    """Whether the numbers of a class may be ranked: the setting is known and one end of the metric is better."""
    return key.setting != "not-reported" and metric.direction != "neither"


def boards(survey: Survey, benchmark: Benchmark) -> tuple[Board, ...]:
    """Every comparability class that has scores on a benchmark, the classes with most models first within a metric."""
    classes: dict[ScoreClass, list[Report]] = {}
    for report in survey.scores_on(benchmark.id):
        classes.setdefault(report.score_class, []).append(report)
    splits = {split.id: split for split in benchmark.splits}
    metrics = {metric.id: metric for metric in benchmark.metrics}
    found = [_board(survey, key, reports, splits[key.split], metrics[key.metric]) for key, reports in classes.items()]
    split_order, metric_order = list(splits), list(metrics)
    found.sort(key=lambda board: (
        split_order.index(board.split.id), metric_order.index(board.metric.id), -len(board.standings),
        board.score_class.setting, board.score_class.harness, board.score_class.shots or 0,
    ))
    return tuple(found)


def _board(survey: Survey, key: ScoreClass, reports: list[Report], split: Split, metric: Metric) -> Board:
    models: dict[str, list[Report]] = {}
    for report in reports:
        models.setdefault(report.score.model, []).append(report)
    chosen = []
    for model, found in models.items():
        own = survey.methods[model.partition("/")[0]].paper
        found.sort(key=lambda report: (report.results.paper != own, report.results.id))
        chosen.append((model, found))
    downwards = metric.direction != "lower"
    chosen.sort(key=lambda item: survey.model_name(item[0]).casefold())
    chosen.sort(key=lambda item: item[1][0].score.value, reverse=downwards)
    standings = tuple(_standings(survey, chosen, ranked=is_ranked(key, metric)))
    notes = numbered(report for standing in standings for report in (standing.report, *standing.others))
    return Board(key, split, metric, standings, notes)


def _standings(survey: Survey, chosen: list[tuple[str, list[Report]]], *, ranked: bool) -> Iterator[Standing]:
    rank, previous = 0, None
    values = list(dict.fromkeys(found[0].score.value for _, found in chosen))
    places: dict[float, Literal["best", "second", ""]] = {}
    if len(chosen) >= _ENOUGH_TO_MARK:
        places = dict(zip(values, ("best", "second"), strict=False))
    for place, (model, found) in enumerate(chosen, start=1):
        value = found[0].score.value
        if value != previous:
            rank, previous = place, value
        variant = survey.variant(model)
        yield Standing(
            rank if ranked else None, model, found[0], tuple(found[1:]), places.get(value, "") if ranked else "",
            parameters_cell(variant.parameters if variant else None),
            (variant.released if variant else None) or survey.methods[found[0].method].released,
        )


@dataclass(frozen=True, slots=True)
class Conflict:
    """One cell for which sources report different values."""

    board: Board
    standing: Standing


def conflicts(found: Iterable[Board]) -> tuple[Conflict, ...]:
    """The cells whose sources disagree, the widest spread first."""
    cells = [Conflict(board, standing) for board in found for standing in board.standings if standing.spread]
    cells.sort(key=lambda conflict: -conflict.standing.spread)
    return tuple(cells)


def numbered(reports: Iterable[Report]) -> dict[str, int]:
    """Number the notes of scores from 1, in order of appearance; equal notes share a number."""
    notes = dict.fromkeys(report.score.note for report in reports if report.score.note)
    return {note: number for number, note in enumerate(notes, start=1)}


SETTINGS = {
    "zero-shot": "zero-shot",
    "few-shot": "few-shot",
    "trained": "training split seen",
    "fine-tuned": "fine-tuned on it",
    "not-reported": "setting not reported",
}
"""A setting in words: unseen, with examples in the prompt, part of the training data, tuned on this benchmark alone."""


def in_words(key: ScoreClass) -> str:
    """What the numbers of a class share: 4-shot, run with lmms-eval. A harness nobody names is not mentioned."""
    setting = setting_in_words(key)
    return setting if key.harness == "not-reported" else f"{setting}, run with {key.harness}"


def setting_in_words(key: ScoreClass) -> str:
    """The setting of a class: 4-shot, zero-shot, training split seen."""
    return f"{key.shots}-shot" if key.shots else SETTINGS[key.setting]
