"""Index tables: one row a record of a kind, one column a fact worth comparing."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from vitsurvey.schema import Backbone, Benchmark, Dataset, Method, Named, Paper, Record, billions
from vitsurvey.survey import Survey
from vitsurvey.views.table import (
    MISSING,
    Cell,
    Column,
    Part,
    Row,
    Table,
    category_parts,
    link_cell,
    noun,
    number_cell,
    parameters_cell,
    placement_cell,
    record_cell,
    records_cell,
    text_cell,
)


def index_table(survey: Survey, kind: str, records: Sequence[Record] | None = None, caption: str = "") -> Table:
    """The table of all records of a kind, or of the given ones, newest first where records have dates."""
    chosen = list(survey.records(kind).values() if records is None else records)
    chosen.sort(key=lambda record: record.title_text.casefold())
    chosen.sort(key=lambda record: _date(survey, record), reverse=True)
    columns = _columns(survey, kind)
    rows = tuple(Row(record, tuple(cell(record) for _, cell in columns)) for record in chosen)
    return Table(caption or f"{len(rows):,} {noun(kind, len(rows))}", tuple(column for column, _ in columns), rows)


def links_of(record: Method | Dataset | Benchmark) -> dict[str, str]:
    """What a record offers, by name. Weights that only a variant links to are the method's as well."""
    links = record.links.present()
    if isinstance(record, Method) and "weights" not in links:
        weights = next((variant.weights for variant in record.variants if variant.weights), None)
        links |= {"weights": weights} if weights else {}
    return links


def venue_of(paper: Paper) -> str | None:
    """Where a paper appeared, in short; arXiv for a preprint there."""
    return (paper.venue.acronym or paper.venue.name) if paper.venue else ("arXiv" if paper.arxiv else None)


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


_AVAILABLE = Column("links", "Available", about="What is public, each with its address")

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
        (_AVAILABLE, lambda m: link_cell(links_of(m))),
    ]


def _dataset_columns(survey: Survey) -> Columns:
    def used(dataset: Dataset) -> Cell:
        return number_cell(len(survey.trained_on(dataset.id)))

    return [
        *_shared(survey, "datasets"),
        (Column("samples", "Samples", numeric=True, about="Training samples as stated"), lambda d: number_cell(d.samples)),
        (Column("licence", "Licence"), lambda d: Cell(missing=d.licence) if d.licence in MISSING else text_cell(d.licence)),
        (Column("used", "Trains", numeric=True, about="Methods of this survey trained on it"), used),
        (_AVAILABLE, lambda d: link_cell(links_of(d))),
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
        (_AVAILABLE, lambda b: link_cell(links_of(b))),
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

    return [
        (Column("title", "Title"), record_cell),
        (Column("authors", "Authors"), authors),
        (Column("year", "Year", numeric=True), lambda p: Cell((Part(str(p.year)),), float(p.year))),
        (Column("venue", "Venue"), lambda p: text_cell(venue_of(p))),
        (Column("introduces", "Introduces"), lambda p: records_cell(survey.introduced_by(p.id))),
        (Column("key", "Key"), lambda p: text_cell(p.id)),
    ]
