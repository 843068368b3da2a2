"""Which pages and downloads a survey has. The order is that in which they are written."""

from collections.abc import Iterable, Iterator

from vitsurvey.project import Project
from vitsurvey.site.indexes import index_pages
from vitsurvey.site.page import Download, Page
from vitsurvey.site.records import record_pages
from vitsurvey.site.reference import Command, reference_pages
from vitsurvey.site.rendering import Render, renderer
from vitsurvey.site.urls import Addresses
from vitsurvey.survey import Survey


def front_pages(survey: Survey, render: Render, commands: Iterable[Command] = ()) -> Iterator[Page | Download]:
    """The pages that list records or explain the survey, and the downloads of whole kinds."""
    yield from index_pages(survey, render)
    yield from reference_pages(render, commands)


def pages(
    survey: Survey, project: Project, addresses: Addresses, commands: Iterable[Command] = (),
) -> Iterator[Page | Download]:
    """Everything the site has of its own."""
    render = renderer(project, survey, addresses)
    yield from front_pages(survey, render, commands)
    yield from record_pages(survey, render)
