"""What methods are about and what they choose, over time."""

from collections import defaultdict
from dataclasses import dataclass

from vitsurvey.schema import Category, Facet
from vitsurvey.survey import Survey
from vitsurvey.views import periods
from vitsurvey.views.table import Target

SERIES = 6
"""Categories that a picture tells apart; the others are one series together."""
_ENOUGH_TO_COMPARE = 5
"""Methods a period has at least for its shares to be put into words."""


@dataclass(frozen=True, slots=True)
class Series:
    """A category, or the others together, and its value in each period."""

    title: str
    target: Target | None
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How the share of a series moved between two periods."""

    series: Series
    first: str
    before: float
    last: str
    after: float


@dataclass(frozen=True, slots=True)
class Trend:
    """Series over time, the most used first and the others together last. `totals` counts the methods of each period."""

    facet: Facet
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    totals: tuple[int, ...]
    left_out: int
    """Methods that have no month of release; they are in no period."""

    @property
    def total(self) -> int:
        """How many methods are in the picture."""
        return sum(self.totals)

    @property
    def most(self) -> tuple[str, int]:
        """The period with most methods, and how many they are."""
        count = max(self.totals)
        return self.periods[self.totals.index(count)], count

    @property
    def change(self) -> Change | None:
        """The largest move of a category between the first and the last period of at least five methods."""
        enough = [i for i, total in enumerate(self.totals) if total >= _ENOUGH_TO_COMPARE]
        named = [series for series in self.series if series.target]
        if not named or not enough or enough[0] == enough[-1]:
            return None
        first, last = enough[0], enough[-1]
        moved = max(named, key=lambda series: abs(series.values[last] - series.values[first]))
        return Change(moved, self.periods[first], moved.values[first], self.periods[last], moved.values[last])


def methods_over_time(survey: Survey) -> Trend | None:
    """Methods a quarter by the family of their first task; None when no method has a month of release."""
    task = survey.taxonomy.task
    votes: dict[str, list[tuple[int, float]]] = defaultdict(list)
    left_out = 0
    for method in survey.methods.values():
        months = periods.month(method.released)
        if months is None:
            left_out += 1
            continue
        family = next(iter(survey.families[task.id, method.tasks[0]]), survey.categories[task.id][method.tasks[0]])
        votes[family.id].append((periods.period(months, periods.QUARTER), 1))
    return _trend(task, task.categories, votes, periods.QUARTER, left_out, shares=False)


def choices_over_time(survey: Survey, facet: Facet) -> Trend | None:
    """Shares of the categories of a facet among the methods of each half-year that name any; None without such methods.

    A method that names several counts for each in equal parts, so that the shares of a half-year come to 1.
    """
    votes: dict[str, list[tuple[int, float]]] = defaultdict(list)
    left_out = 0
    for method in survey.methods.values():
        named = survey.categories_of(method, facet.id)
        months = periods.month(method.released)
        if months is None:
            left_out += bool(named)
            continue
        for category in named:
            votes[category.id].append((periods.period(months, periods.HALF), 1 / len(named)))
    return _trend(facet, tuple(facet.leaves()), votes, periods.HALF, left_out, shares=True)


def _trend(
    facet: Facet, categories: tuple[Category, ...], votes: dict[str, list[tuple[int, float]]], length: int, left_out: int,
    *, shares: bool,
) -> Trend | None:
    spans = periods.all_between(number for cast in votes.values() for number, _ in cast)
    if not spans:
        return None
    totals = _sums([vote for cast in votes.values() for vote in cast], spans)
    ranked = sorted((c for c in categories if c.id in votes), key=lambda c: -sum(weight for _, weight in votes[c.id]))
    series = [
        Series(category.title, Target("category", category.id, facet.id), tuple(_sums(votes[category.id], spans)))
        for category in ranked[:SERIES]
    ]
    if others := ranked[SERIES:]:
        rest = [vote for category in others for vote in votes[category.id]]
        title = others[0].title if len(others) == 1 else f"{len(others)} others"
        series.append(Series(title, None, tuple(_sums(rest, spans))))
    if shares:
        series = [
            Series(one.title, one.target, tuple(v / t if t else 0.0 for v, t in zip(one.values, totals, strict=True)))
            for one in series
        ]
    names = tuple(periods.name(number, length) for number in spans)
    return Trend(facet, names, tuple(series), tuple(round(total) for total in totals), left_out)


def _sums(votes: list[tuple[int, float]], spans: range) -> list[float]:
    found = [0.0] * len(spans)
    for number, weight in votes:
        found[number - spans.start] += weight
    return found
