"""The jinja2 environment: templates get plain rows and the few words they need to print them."""

import calendar
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from vitsurvey.project import Project
from vitsurvey.schema import Record
from vitsurvey.site.urls import Addresses, category_path, facet_path, record_path, target_path
from vitsurvey.survey import Survey
from vitsurvey.views.table import MISSING, Target

Render = Callable[..., str]
"""A template's name and its values into HTML for the page at `path`."""


def renderer(project: Project, survey: Survey, addresses: Addresses) -> Render:
    """Return a function that renders a template for a page. Text of records is escaped; a misspelt name is an error."""
    environment = Environment(
        loader=FileSystemLoader(project.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        survey=survey,
        about=survey.about,
        repository=project.repository or survey.about.repository,
        missing=MISSING,
        href=_href(addresses),
        file=_file,
    )
    environment.filters.update(number=_number, day=_day, host=_host, paragraphs=_paragraphs)
    templates: dict[str, Template] = {}

    def render(name: str, path: str, **values: Any) -> str:  # noqa: ANN401 - templates take any row
        template = templates.get(name) or templates.setdefault(name, environment.get_template(name))
        return template.render(path=path, root=addresses.root(path), **values)

    return render


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


def _day(value: str) -> str:
    """A partial date as text: 2023-04 is April 2023."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = calendar.month_name[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _host(address: str) -> str:
    """The host of an address, as a short name for a link."""
    return address.split("/")[2].removeprefix("www.") if "//" in address else address


def _paragraphs(text: str) -> Markup:
    """Lines of plain text as paragraphs."""
    return Markup("").join(Markup("<p>{}</p>").format(escape(line)) for line in text.splitlines() if line.strip())
