"""What a table of records can be narrowed by: each facet's categories, and which of them each row stands under."""

from dataclasses import dataclass

from vitsurvey.schema import Benchmark, Dataset, Facet, Method
from vitsurvey.survey import Placed, Survey
from vitsurvey.views.table import Table


@dataclass(frozen=True, slots=True)
class Choice:
    """A category that rows can be narrowed to. `number` is what rows refer to it by, `depth` its place in the tree."""

    number: int
    id: str
    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """The choices of one facet, families before their children."""

    id: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything one table can be narrowed by, and the numbers of the choices that each of its rows stands under."""

    facets: tuple[FacetChoices, ...]
    rows: tuple[tuple[int, ...], ...]


def choices(survey: Survey, table: Table) -> Choices:
    """Return the choices of a table; only categories that some row stands under are offered."""
    records = [row.record for row in table.rows]
    placed = [record if isinstance(record, Method | Dataset | Benchmark) else None for record in records]
    rows: list[list[int]] = [[] for _ in records]
    found: list[FacetChoices] = []
    number = 0
    for facet in survey.taxonomy.facets:
        under = [_under(survey, facet, record) if record else set() for record in placed]
        used = set().union(*under) if under else set()
        offered: list[Choice] = []
        for category in facet.walk():
            if category.id in used:
                offered.append(Choice(number, category.id, category.title, len(survey.families[facet.id, category.id])))
                for row, here in zip(rows, under, strict=True):
                    if category.id in here:
                        row.append(number)
                number += 1
        if offered:
            found.append(FacetChoices(facet.id, facet.title, tuple(offered)))
    return Choices(tuple(found), tuple(tuple(row) for row in rows))


def _under(survey: Survey, facet: Facet, record: Placed) -> set[str]:
    """The categories a record stands under in a facet, with the families above them."""
    direct = survey.categories_of(record, facet.id)
    return {above.id for category in direct for above in (category, *survey.families[facet.id, category.id])}
