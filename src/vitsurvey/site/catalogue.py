"""Which pages and downloads a survey has. The order is that in which they are written."""

from collections.abc import Iterable, Iterator

from vitsurvey.project import Project
from vitsurvey.site.indexes import index_pages
from vitsurvey.site.page import Download, Page
from vitsurvey.site.records import pages_of_records
from vitsurvey.site.reference import Command, reference_pages
from vitsurvey.site.rendering import renderer
from vitsurvey.site.urls import Addresses
from vitsurvey.survey import Survey


def front_pages(
    survey: Survey, project: Project, addresses: Addresses, commands: Iterable[Command] = (),
) -> Iterator[Page | Download]:
    """The pages that list records or explain the survey, and the downloads of whole kinds."""
    render = renderer(project, survey, addresses)
    yield from index_pages(survey, render)
    yield from reference_pages(render, commands)


def record_pages(survey: Survey, project: Project, addresses: Addresses) -> Iterator[Page | Download]:
    """Every record's page and twins, made one at a time, so that a large survey is never whole in memory."""
    yield from pages_of_records(survey, renderer(project, survey, addresses))


def pages(
    survey: Survey, project: Project, addresses: Addresses, commands: Iterable[Command] = (),
) -> Iterator[Page | Download]:
    """Everything the site has of its own."""
    yield from front_pages(survey, project, addresses, commands)
    yield from record_pages(survey, project, addresses)
