"""Index tables: one row a record of a kind, one column a fact worth comparing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from vitsurvey.schema import (
    Backbone,
    Benchmark,
    Category,
    Dataset,
    Method,
    Named,
    Paper,
    Record,
    billions,
)
from vitsurvey.survey import Placed, Survey

MISSING = {"not-reported": "–", "not-applicable": "n/a"}
"""How a missing value is shown; the two are different things and look different."""


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


def index_table(survey: Survey, kind: str, records: Sequence[Record] | None = None, caption: str = "") -> Table:
    """The table of all records of a kind, or of the given ones, newest first where records have dates."""
    chosen = list(survey.records(kind).values() if records is None else records)
    chosen.sort(key=lambda record: record.title_text.casefold())
    chosen.sort(key=lambda record: _date(survey, record), reverse=True)
    columns = _columns(survey, kind)
    rows = tuple(Row(record, tuple(cell(record) for _, cell in columns)) for record in chosen)
    return Table(caption or f"{len(rows):,} {noun(kind, len(rows))}", tuple(column for column, _ in columns), rows)


def narrowed(table: Table, records: Iterable[Record], caption: str) -> Table:
    """The rows of a table that are about the given records, in its order."""
    chosen = {record.id for record in records}
    return Table(caption, table.columns, tuple(row for row in table.rows if row.record.id in chosen))


def _date(survey: Survey, record: Record) -> str:
    match record:
        case Paper():
            return str(record.year)
        case Named(released=str() as released):
            return released
        case Named(paper=str() as paper):
            return str(survey.papers[paper].year)
        case _:
            return ""


Columns: TypeAlias = list[tuple[Column, Callable[[Any], Cell]]]


def _columns(survey: Survey, kind: str) -> Columns:
    match kind:
        case "methods":
            return _method_columns(survey)
        case "datasets":
            return _dataset_columns(survey)
        case "benchmarks":
            return _benchmark_columns(survey)
        case "backbones":
            return _backbone_columns(survey)
        case _:
            return _paper_columns(survey)


def _shared(survey: Survey, kind: str) -> Columns:
    """Name and date; then the first task; then the facets that the survey shows for the kind."""

    def released(record: Named) -> Cell:
        return text_cell(_date(survey, record) or None)

    columns: Columns = [
        (Column("name", "Name"), record_cell),
        (Column("released", "Released", about="First public date, as precise as the source"), released),
    ]
    task = survey.taxonomy.task
    shown = [task.id, *survey.about.shows.columns.get(kind, ())]  # type: ignore[call-overload]
    for facet_id in shown:
        facet = survey.facets[facet_id]
        columns.append((Column(facet.id, facet.title, about=facet.definition), _placing(survey, facet.id)))
    return columns


def _placing(survey: Survey, facet: str) -> Callable[[Any], Cell]:
    return lambda record: placement_cell(survey, record, facet)


def _method_columns(survey: Survey) -> Columns:
    def sizes(method: Method) -> Cell:
        stated = [v.parameters for v in method.variants if v.parameters and billions(v.parameters)]
        known = sorted(dict.fromkeys(stated), key=lambda size: billions(size) or 0.0)
        return Cell((Part(", ".join(known)),), billions(known[0])) if known else Cell()

    return [
        *_shared(survey, "methods"),
        (Column("parameters", "Parameters", numeric=True, about="Of its trained variants, as stated"), sizes),
        (Column("scores", "Scores", numeric=True, about="Recorded in this survey"), lambda m: number_cell(len(survey.scores_of(m.id)))),
        (Column("links", "Links"), lambda m: link_cell(m.links.present())),
    ]


def _dataset_columns(survey: Survey) -> Columns:
    def used(dataset: Dataset) -> Cell:
        return number_cell(len(survey.trained_on(dataset.id)))

    return [
        *_shared(survey, "datasets"),
        (Column("samples", "Samples", numeric=True, about="Training samples as stated"), lambda d: number_cell(d.samples)),
        (Column("licence", "Licence"), lambda d: Cell(missing=d.licence) if d.licence in MISSING else text_cell(d.licence)),
        (Column("used", "Trains", numeric=True, about="Methods of this survey trained on it"), used),
        (Column("links", "Links"), lambda d: link_cell(d.links.present())),
    ]


def _benchmark_columns(survey: Survey) -> Columns:
    def metrics(benchmark: Benchmark) -> Cell:
        return text_cell(", ".join(metric.name for metric in benchmark.metrics))

    def models(benchmark: Benchmark) -> Cell:
        return number_cell(len({report.score.model for report in survey.scores_on(benchmark.id)}))

    return [
        *_shared(survey, "benchmarks"),
        (Column("metrics", "Metrics"), metrics),
        (Column("models", "Models", numeric=True, about="With a score in this survey"), models),
        (Column("scores", "Scores", numeric=True), lambda b: number_cell(len(survey.scores_on(b.id)))),
        (Column("links", "Links"), lambda b: link_cell(b.links.present())),
    ]


def _backbone_columns(survey: Survey) -> Columns:
    def category(backbone: Backbone) -> Cell:
        found = survey.categories[backbone.role][backbone.category]
        return Cell(category_parts(backbone.role, (found,)), found.title.casefold())

    return [
        (Column("name", "Name"), record_cell),
        (Column("role", "Role"), lambda b: text_cell(survey.facets[b.role].title)),
        (Column("category", "Family"), category),
        (Column("parameters", "Parameters", numeric=True, about="As stated"), lambda b: parameters_cell(b.parameters)),
        (Column("licence", "Licence"), lambda b: Cell(missing=b.licence) if b.licence in MISSING else text_cell(b.licence)),
        (Column("used", "Methods", numeric=True, about="Methods of this survey it is part of"), lambda b: number_cell(len(survey.using(b.id)))),
    ]


def _paper_columns(survey: Survey) -> Columns:
    def authors(paper: Paper) -> Cell:
        names = paper.cited_as.removesuffix(f" {paper.year}")
        return text_cell(names)

    def venue(paper: Paper) -> Cell:
        return text_cell((paper.venue.acronym or paper.venue.name) if paper.venue else ("arXiv" if paper.arxiv else None))

    return [
        (Column("title", "Title"), record_cell),
        (Column("authors", "Authors"), authors),
        (Column("year", "Year", numeric=True), lambda p: Cell((Part(str(p.year)),), float(p.year))),
        (Column("venue", "Venue"), venue),
        (Column("introduces", "Introduces"), lambda p: records_cell(survey.introduced_by(p.id))),
        (Column("key", "Key"), lambda p: text_cell(p.id)),
    ]
