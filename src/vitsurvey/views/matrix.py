"""The matrix: one facet against another, with the methods of every cell; empty cells are kept, and families are sums."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitsurvey.schema import Category, Facet, Method
from vitsurvey.survey import Survey


@dataclass(frozen=True, slots=True)
class Heading:
    """A category at the head of a line or a column, and the families it folds into, outermost first."""

    category: Category
    families: tuple[Category, ...]

    @property
    def is_family(self) -> bool:
        """Whether it is the sum of the categories behind it."""
        return bool(self.category.categories)


@dataclass(frozen=True, slots=True)
class Line:
    """One line and the methods of its cells, one cell for each column."""

    heading: Heading
    cells: tuple[tuple[Method, ...], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A filled cell next to an empty one: its two categories, and how many methods it holds."""

    row: Category
    column: Category
    count: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The categories of two facets against each other. `most` is the largest number of methods in a cell of two leaves."""

    facet: Facet
    against: Facet
    columns: tuple[Heading, ...]
    lines: tuple[Line, ...]
    most: int

    @property
    def leaves(self) -> tuple[Line, ...]:
        """The lines that are no sums."""
        return tuple(line for line in self.lines if not line.heading.is_family)

    @property
    def _places(self) -> tuple[int, ...]:
        """The columns that are no sums."""
        return tuple(place for place, column in enumerate(self.columns) if not column.is_family)

    def near(self, line: Line, column: int) -> tuple[Near, ...]:
        """The filled cells nearest to a cell: to its left and right, above and below, the fullest first."""
        lines, places = self.leaves, self._places
        row = next(i for i, other in enumerate(lines) if other is line)
        at = places.index(column)
        across = [(line, places[i]) for i in _outward(at, [line.cells[place] for place in places])]
        down = [(lines[i], column) for i in _outward(row, [other.cells[column] for other in lines])]
        found = [Near(other.heading.category, self.columns[place].category, len(other.cells[place])) for other, place in (*across, *down)]
        found.sort(key=lambda near: -near.count)
        return tuple(found)

    @property
    def filled(self) -> int:
        """How many cells of two leaves hold a method."""
        return sum(bool(line.cells[place]) for line in self.leaves for place in self._places)

    @property
    def size(self) -> int:
        """How many cells of two leaves there are."""
        return len(self._places) * len(self.leaves)


def _outward(start: int, cells: Sequence[Sequence[Method]]) -> list[int]:
    """The first filled places to either side of a place."""
    before = next((place for place in range(start - 1, -1, -1) if cells[place]), None)
    after = next((place for place in range(start + 1, len(cells)) if cells[place]), None)
    return [place for place in (before, after) if place is not None]


def matrix(survey: Survey, facet_id: str, against_id: str) -> Matrix:
    """Return one facet against another. A method counts under every category it names, once in each family of these.

    Raises:
        KeyError: there is no such facet.
    """
    facet, against = survey.facets[facet_id], survey.facets[against_id]
    rows, columns = _headings(survey, facet), _headings(survey, against)
    under = [{method.id for method in survey.methods_under(against.id, column.category.id)} for column in columns]
    lines = []
    for row in rows:
        methods = survey.methods_under(facet.id, row.category.id)
        lines.append(Line(row, tuple(tuple(method for method in methods if method.id in column) for column in under)))
    most = max((
        len(cell) for line in lines if not line.heading.is_family
        for column, cell in zip(columns, line.cells, strict=True) if not column.is_family
    ), default=0)
    return Matrix(facet, against, columns, tuple(lines), most)


def _headings(survey: Survey, facet: Facet) -> tuple[Heading, ...]:
    return tuple(Heading(category, survey.families[facet.id, category.id]) for category in facet.walk())

