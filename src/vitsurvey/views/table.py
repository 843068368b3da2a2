"""Tables as values: columns, rows and cells, and the cells of what records say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from vitsurvey.schema import (
    Category,
    Named,
    Paper,
    Record,
    billions,
)
from vitsurvey.survey import Placed, Survey

MISSING = {"not-reported": "–", "not-applicable": "n/a"}
"""How a missing value is shown; the two are different things and look different."""

MANY, FIRST = 1_500, 60
"""More rows than this are shown a window at a time, and how many of them stand in the page's first body."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a cell's text leads to: a record, a category of a facet, or an outside address."""

    kind: str
    id: str = ""
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: text, and what it leads to."""

    text: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row. `order` is what it is sorted by; None sorts last in either direction."""

    parts: tuple[Part, ...] = ()
    order: str | float | None = None
    missing: str = ""
    """not-reported or not-applicable when there is no value and the record says why."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, whether it holds numbers, and a longer explanation."""

    id: str
    title: str
    numeric: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record's cells, in the order of the columns."""

    record: Record
    cells: tuple[Cell, ...]

    @property
    def key(self) -> str:
        """The citation key of the paper behind the row; empty when there is none."""
        match self.record:
            case Paper(id=key) | Named(paper=str() as key):
                return key
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows under a caption."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = field(default=())

    @property
    def records(self) -> tuple[Record, ...]:
        """What its rows are about."""
        return tuple(row.record for row in self.rows)

    @property
    def first(self) -> tuple[Row, ...]:
        """All rows or, of very many, those that a page shows at once."""
        return self.rows if len(self.rows) <= MANY else self.rows[:FIRST]

    @property
    def later(self) -> tuple[Row, ...]:
        """The rows that come into sight later."""
        return self.rows[len(self.first):]


def noun(plural: str, count: int) -> str:
    """A kind, or another regular plural, as it stands behind a number: 1 method, 2 methods."""
    return plural.removesuffix("s") if count == 1 else plural


def inside(title: str) -> str:
    """A title as it stands inside a sentence: heat model for Heat model, but LLM, 3D and Q-Former as they are."""
    return " ".join(word if any(char.isupper() for char in word[1:]) else word.lower() for word in title.split(" "))


def text_cell(text: str | None) -> Cell:
    """A cell of plain text."""
    return Cell((Part(text),), text.casefold()) if text else Cell()


def number_cell(value: float | str | None) -> Cell:
    """A cell of a number, grouped in thousands, or of the word for a missing one."""
    if value is None:
        return Cell()
    if isinstance(value, str):
        return Cell(missing=value)
    return Cell((Part(f"{value:,}"),), float(value))


def record_cell(record: Record, text: str = "") -> Cell:
    """A cell that leads to a record's page."""
    shown = text or record.title_text
    return Cell((Part(shown, Target(record.KIND, record.id)),), shown.casefold())


def records_cell(records: Iterable[Record]) -> Cell:
    """A cell of several records."""
    parts = tuple(Part(record.title_text, Target(record.KIND, record.id)) for record in records)
    return Cell(parts, parts[0].text.casefold() if parts else None)


def link_cell(links: dict[str, str]) -> Cell:
    """A cell of outside addresses."""
    return Cell(tuple(Part(name, Target("url", address)) for name, address in links.items()), float(len(links)) or None)


def category_parts(facet: str, categories: Iterable[Category]) -> tuple[Part, ...]:
    """Categories as parts that lead to their pages."""
    return tuple(Part(category.title, Target("category", category.id, facet)) for category in categories)


def placement_cell(survey: Survey, record: Placed, facet: str) -> Cell:
    """What a record says in a facet: its backbones and categories, or why nothing."""
    value: Any = record.design.get(facet) if facet != survey.taxonomy.task.id else record.tasks
    if isinstance(value, str):
        return Cell(missing=value)
    known = survey.categories[facet]
    parts = tuple(
        Part(known[i].title, Target("category", i, facet)) if i in known
        else Part(survey.backbones[i].name, Target("backbones", i))
        for i in value or ()
    )
    return Cell(parts, parts[0].text.casefold() if parts else None)


def parameters_cell(parameters: str | None) -> Cell:
    """A number of parameters as stated, sorted by what it comes to."""
    size = billions(parameters) if parameters else None
    if parameters and size is None:
        return Cell(missing=parameters)
    return Cell((Part(parameters),), size) if parameters else Cell()
