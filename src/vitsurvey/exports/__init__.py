"""A survey into text for machines (BibTeX, CSV, JSON, LaTeX, Markdown, JSON Schema) and for terminals. Knows no pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from vitsurvey.exports.bibtex import bibliography
from vitsurvey.exports.csv import kind_csv
from vitsurvey.exports.json import survey_json
from vitsurvey.exports.schema import KINDS_OF_FILE, json_schema
from vitsurvey.exports.selection import papers_of, select
from vitsurvey.exports.tables import latex_table, markdown_table
from vitsurvey.schema import KINDS, Record
from vitsurvey.survey import Survey
from vitsurvey.views.index import index_table
from vitsurvey.views.table import Table


@dataclass(frozen=True)
class Request:
    """What is to be exported. The survey is loaded when a format first asks for it: a schema needs none."""

    load: Callable[[], Survey]
    kind: str
    """Empty for all kinds, where a format can write them together."""
    where: tuple[tuple[str, str], ...] = ()
    """(facet, category): only records that stand under all of them."""
    latex: bool = False

    @cached_property
    def survey(self) -> Survey:
        """The survey.

        Raises:
            SurveyError: its files hold errors.
        """
        return self.load()

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records of the kind that all conditions hold for.

        Raises:
            SelectionError: a condition names what the survey does not have.
        """
        return select(self.survey, self.kind, self.where)


@dataclass(frozen=True, slots=True)
class Format:
    """One form of export: what writes it, and the kinds that it takes."""

    write: Callable[[Request], str]
    kinds: tuple[str, ...]
    default: str | None
    """The kind when none is named: empty for all of them, None when one has to be named."""
    filters: bool = True
    """Whether conditions choose among its records."""
    latex: bool = False
    """Whether it can write LaTeX commands in place of Unicode."""


def _bibtex(request: Request) -> str:
    about = request.survey.about
    header = about.title if about.site is None else f"{about.title}\n{about.site}"
    return bibliography(papers_of(request.survey, request.records), latex=request.latex, header=header)


def _csv(request: Request) -> str:
    return kind_csv(request.survey, request.kind, request.records)


def _json(request: Request) -> str:
    if not request.kind:
        return survey_json(request.survey)
    return survey_json(request.survey, request.kind, request.records)


def _schema(request: Request) -> str:
    return json_schema(request.kind)


def _table(request: Request) -> Table:
    return index_table(request.survey, request.kind, request.records)


def _latex(request: Request) -> str:
    table, about = _table(request), request.survey.about
    source = f" of {about.title}" + (f" ({about.site})" if about.site else "")
    return latex_table(table, f"{table.caption}{source}, records as of {request.survey.as_of}.")


def _markdown(request: Request) -> str:
    return markdown_table(_table(request))


_TABLED = ("methods", "datasets", "benchmarks", "papers", "backbones")
FORMATS: dict[str, Format] = {
    "bibtex": Format(_bibtex, tuple(KINDS), default="papers", latex=True),
    "csv": Format(_csv, tuple(KINDS), default=None),
    "json": Format(_json, tuple(KINDS), default=""),
    "latex": Format(_latex, _TABLED, default=None),
    "markdown": Format(_markdown, _TABLED, default=None),
    "schema": Format(_schema, KINDS_OF_FILE, default=None, filters=False),
}
"""The forms that `export` offers."""

__all__ = ["FORMATS", "Format", "Request"]
