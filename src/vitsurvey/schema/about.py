"""data/survey.yaml: the survey that the records belong to."""

from typing import ClassVar, Literal

from pydantic import Field

from vitsurvey.schema.base import Licence, Line, Record, Shape, Slug, Url
from vitsurvey.schema.paper import Author
from vitsurvey.schema.taxonomy import PlacedKind


class Preset(Shape):
    """A view of an index table, or a comparison, worth a name: the state that its address carries."""

    title: Line = Field(description="What it shows.")
    kind: Literal["methods", "datasets", "benchmarks", "papers", "backbones", "compare"]
    query: Line = Field(description="The part of its address after the question mark, as the site's tables write it.")


class Shown(Shape):
    """Which facets the site puts forward; all others are on the records' own pages."""

    matrix: Slug | None = Field(None, description="The facet of design that the home page sets against the task axis.")
    columns: dict[PlacedKind, tuple[Slug, ...]] = Field({}, description="Kind to the facets its index table shows.")
    trends: tuple[Slug, ...] = Field((), description="Facets of methods whose choices over time are drawn; those of their columns when left out.")
    presets: tuple[Preset, ...] = Field((), description="Views that the site offers by name.")


class About(Record):
    """Title, authors and address of the survey, its licence and its editors."""

    KIND: ClassVar[str] = "survey"

    name: Line = Field(description="Short name of the companion.")
    title: Line = Field(description="Title of the survey.")
    tagline: Line = Field(description="What this is, in one sentence.")
    topic: Line = Field(description="The field, as it stands inside a sentence.")
    authors: tuple[Author, ...] = Field(min_length=1)
    papers: tuple[str, ...] = Field((), description="Citation keys of the survey's versions, the one to cite first.")
    related: tuple[str, ...] = Field((), description="Citation keys of other surveys of the field.")
    site: Url | None = Field(None, description="Address of the published site.")
    repository: Line | None = Field(None, description="owner/name; GITHUB_REPOSITORY takes precedence.")
    licence: Licence = Field(description="Terms of the data.")
    editors: tuple[Author, ...] = ()
    shows: Shown = Shown()
