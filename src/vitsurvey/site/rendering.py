"""The jinja2 environment: templates get plain rows and the few words they need to print them."""

import re
import traceback
from collections.abc import Callable
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from vitsurvey.project import Project
from vitsurvey.schema import Record
from vitsurvey.site import charts, diagrams
from vitsurvey.site.urls import Addresses, category_path, facet_path, record_path, target_path
from vitsurvey.survey import Survey
from vitsurvey.views.choices import Choices
from vitsurvey.views.table import MISSING, Column, Row, Target, inside, noun

Render = Callable[..., str]
"""A template's name and its values into HTML for the page at `path`."""


class RenderError(ValueError):
    """Raised when a template is wrong: its file and line, and what is the matter."""


class _Compiled(BytecodeCache):
    """Templates compiled in this process: `serve` builds again and again, and jinja2 checks that a source is the same."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def renderer(project: Project, survey: Survey, addresses: Addresses) -> Render:
    """Return a function that renders a template for a page. Text of records is escaped.

    Raises:
        RenderError: by the function: a template is missing or malformed, or names what it was not given.
    """
    environment = Environment(
        loader=FileSystemLoader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    environment.globals.update(
        survey=survey,
        about=survey.about,
        repository=project.repository or survey.about.repository,
        missing=MISSING,
        href=_href(addresses),
        file=_file,
        choices=Choices(survey),
        once=_once(),
    )
    environment.filters.update(number=_number, day=_day, host=_host, noun=noun, inside=inside, span=_span, code=_code)
    environment.filters.update(bars=charts.bars, lines=charts.lines, key=charts.key)
    for draw in (charts.steps, charts.grid, diagrams.recipe_flow, diagrams.family_tree):
        environment.filters[draw.__name__] = _with_addresses(draw, addresses)
    templates: dict[str, Template] = {}

    def render(name: str, path: str, **values: Any) -> str:  # noqa: ANN401 - templates take any row
        try:
            template = templates.get(name) or templates.setdefault(name, environment.get_template(name))
            return template.render(path=path, root=addresses.root(path), **values)
        except TemplateError as error:
            raise RenderError(_in_words(error, name)) from error

    return render


def _in_words(error: TemplateError, name: str) -> str:
    """Where in the templates an error came up: jinja2 puts their lines into the traceback."""
    match error:
        case TemplateNotFound():
            return f"there is no template {error.name}"
        case TemplateSyntaxError():
            return f"{error.filename or name}:{error.lineno}: {error.message}"
        case _:
            lines = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
            place = f"{lines[-1].filename}:{lines[-1].lineno}" if lines else name
            return f"{place}: {error.message}"


def _href(addresses: Addresses) -> Callable[..., str]:
    @pass_context
    def href(context: Context, thing: Record | Target | str, *more: str) -> str:
        """Address of a record, of what a cell leads to, of a facet, of a category (facet, category) or of a path."""
        match thing:
            case Record():
                path = record_path(thing)
            case Target(kind="url", id=address):
                return address
            case Target():
                path = target_path(thing)
            case "facet":
                path = facet_path(*more)
            case "category":
                path = category_path(*more)
            case _:
                path = str(thing)
        return f"{context['root']}{addresses.of(path)}" or "./"

    return href


def _with_addresses(draw: Callable[..., Markup], addresses: Addresses) -> Callable[..., Markup]:
    @pass_context
    def picture(context: Context, rows: object, ident: str, title: str) -> Markup:
        """A picture whose links are relative to the page it is on."""
        return draw(rows, ident, title, lambda path: f"{context['root']}{addresses.of(path)}")

    return picture


def _once() -> Callable[..., Markup]:
    """Rows of index tables stand again on every category's page: they are made once for each depth of page."""
    made: dict[tuple[str, str, str], Markup] = {}

    @pass_context
    def once(context: Context, macro: Callable[..., Markup], row: Row, columns: tuple[Column, ...]) -> Markup:
        key = (context["root"], row.record.KIND, row.record.id)
        if key not in made:
            made[key] = macro(row, columns).strip()
        return made[key]

    return once


@pass_context
def _file(context: Context, path: str) -> str:
    """Address of a download or another file that is there as it is."""
    return f"{context['root']}{path}"


def _number(value: float | str | None) -> str:
    """A count grouped in thousands; a word for a missing one as its sign."""
    if value is None:
        return ""
    return MISSING[value] if isinstance(value, str) else f"{value:,}"


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DASHES = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_BACKTICKS = re.compile(r"`([^`]+)`")


def _day(value: str) -> str:
    """A partial date as text: 2023-04 is April 2023."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _host(address: str) -> str:
    """The host of an address, as a short name for a link."""
    return address.split("/")[2].removeprefix("www.") if "//" in address else address


def _span(pages: str) -> str:
    """A range of pages with the dash that is printed between them."""
    return _DASHES.sub("–", pages)


def _code(text: str) -> Markup:
    """Plain text in which `words between backticks` are code."""
    return Markup(_BACKTICKS.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before
