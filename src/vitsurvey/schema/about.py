"""data/survey.yaml: the survey that the records belong to."""

from typing import ClassVar

from pydantic import Field

from vitsurvey.schema.base import Licence, Line, Record, Shape, Url
from vitsurvey.schema.paper import Author


class Figure(Shape):
    """Which facet the matrix on the home page shows against the task axis."""

    facet: str


class About(Record):
    """Title, authors and address of the survey, its licence and its editors."""

    KIND: ClassVar[str] = "survey"

    name: Line = Field(description="Short name of the companion.")
    title: Line = Field(description="Title of the survey.")
    tagline: Line = Field(description="What this is, in one sentence.")
    topic: Line = Field(description="The field, as it stands inside a sentence.")
    authors: tuple[Author, ...] = Field(min_length=1)
    papers: tuple[str, ...] = Field((), description="Citation keys of the survey's versions, the one to cite first.")
    site: Url | None = Field(None, description="Address of the published site.")
    repository: Line | None = Field(None, description="owner/name; GITHUB_REPOSITORY takes precedence.")
    licence: Licence = Field(description="Terms of the data.")
    editors: tuple[Author, ...] = ()
    matrix: Figure | None = Field(None, description="The facet that the home page's matrix shows.")
