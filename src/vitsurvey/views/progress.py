"""Progress on a benchmark: the scores of one comparability class in the order in which the models came out."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitsurvey.survey import Survey
from vitsurvey.views import periods
from vitsurvey.views.leaderboard import Board, Standing

_ENOUGH_MODELS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One model: its name, when it came out (in years, and as stated), and whether it beat every earlier one."""

    name: str
    when: float
    released: str
    standing: Standing
    improves: bool

    @property
    def value(self) -> float:
        """Its score, as it is ranked."""
        return self.standing.report.score.value


@dataclass(frozen=True, slots=True)
class Progress:
    """Points of a board, earliest first. Models without a month of release are `left_out`."""

    board: Board
    points: tuple[Point, ...]
    left_out: int

    @property
    def records(self) -> tuple[Point, ...]:
        """The points that beat every earlier one."""
        return tuple(point for point in self.points if point.improves)


def progress(survey: Survey, boards: Iterable[Board]) -> Progress | None:
    """Scores over time on the ranked board with most dated models; None when none has five.

    Of models that came out on the same day only the best can improve on the earlier ones.
    """
    ranked = [(board, _dated(board)) for board in boards if board.ranked]
    board, dated = max(ranked, key=lambda pair: len(pair[1]), default=(None, []))
    if board is None or len(dated) < _ENOUGH_MODELS:
        return None
    sign = -1 if board.metric.direction == "lower" else 1
    dated.sort(key=lambda one: (one[0], -sign * one[2].report.score.value))
    points, best = [], float("-inf")
    for when, released, standing in dated:
        value = sign * standing.report.score.value
        points.append(Point(survey.model_name(standing.model), when, released, standing, value > best))
        best = max(best, value)
    return Progress(board, tuple(points), len(board.standings) - len(points))


def _dated(board: Board) -> list[tuple[float, str, Standing]]:
    found = []
    for standing in board.standings:
        when = periods.day(standing.released)
        if when is not None and standing.released is not None:
            found.append((when, standing.released, standing))
    return found
