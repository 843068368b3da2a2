"""The matrix: the task axis against one facet of design, with the methods of every cell; empty cells are kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitsurvey.schema import Category, Facet, Method
from vitsurvey.survey import Survey


@dataclass(frozen=True, slots=True)
class Line:
    """One leaf of the task axis and its cells, one for each column."""

    task: Category
    cells: tuple[tuple[Method, ...], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A filled cell next to an empty one: its task, its category, and how many methods it holds."""

    task: Category
    category: Category
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one family of tasks. A task without a family is a group of its own."""

    family: Category
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tasks against the categories of a facet. `most` is the largest number of methods in one cell."""

    facet: Facet
    columns: tuple[Category, ...]
    groups: tuple[Group, ...]
    most: int

    def near(self, line: Line, column: int) -> tuple[Near, ...]:
        """The filled cells nearest to a cell: to its left and right, above and below, the fullest first."""
        lines = [line for group in self.groups for line in group.lines]
        row = next(i for i, other in enumerate(lines) if other is line)
        across = [(line, place) for place in _outward(column, len(self.columns), line.cells)]
        down = [(lines[place], column) for place in _outward(row, len(lines), [other.cells[column] for other in lines])]
        found = [Near(other.task, self.columns[place], len(other.cells[place])) for other, place in (*across, *down)]
        found.sort(key=lambda near: -near.count)
        return tuple(found)

    @property
    def filled(self) -> int:
        """How many cells hold a method."""
        return sum(bool(cell) for group in self.groups for line in group.lines for cell in line.cells)

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.columns) * sum(len(group.lines) for group in self.groups)


def _outward(start: int, end: int, cells: Sequence[Sequence[Method]]) -> list[int]:
    """The first filled places to either side of a place."""
    before = next((place for place in range(start - 1, -1, -1) if cells[place]), None)
    after = next((place for place in range(start + 1, end) if cells[place]), None)
    return [place for place in (before, after) if place is not None]


def matrix(survey: Survey, facet_id: str) -> Matrix:
    """Return the matrix of the task axis against a facet. A method counts under every task and category it names."""
    facet, task = survey.facets[facet_id], survey.taxonomy.task
    columns = tuple(facet.leaves())
    places: dict[tuple[str, str], list[Method]] = {}
    for method in survey.methods.values():
        for row in survey.categories_of(method, task.id):
            for column in survey.categories_of(method, facet.id):
                places.setdefault((row.id, column.id), []).append(method)
    groups = tuple(
        Group(family, tuple(
            Line(leaf, tuple(tuple(places.get((leaf.id, column.id), ())) for column in columns))
            for leaf in family.leaves()
        ))
        for family in task.categories
    )
    return Matrix(facet, columns, groups, max((len(cell) for cell in places.values()), default=0))
